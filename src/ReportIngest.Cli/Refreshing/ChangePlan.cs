using System.Collections.Immutable;
using ReportIngest.Cli.Storing;
using ReportIngest.Corpus;
using ReportIngest.Sinks.Comparison;

namespace ReportIngest.Cli.Refreshing;

/// <summary>What is published, held against what this run has seen. Nothing is written here: a run that is ended has changed nothing.</summary>
internal sealed class ChangePlan
{
    private readonly Database _state;
    private readonly Readings _readings;
    private readonly List<DocumentRow> _documents;
    private readonly IReadOnlySet<string> _damaged;
    private readonly ImmutableArray<Change>.Builder _changes = ImmutableArray.CreateBuilder<Change>();

    private ChangePlan(Database state, Readings readings, List<DocumentRow> documents, IReadOnlySet<string> damaged) =>
        (_state, _readings, _documents, _damaged) = (state, readings, documents, damaged);

    /// <param name="seen">Hash by path, of the addresses that gave a body.</param>
    /// <param name="gone">Paths at which nothing is any more.</param>
    /// <param name="unfinished">Hashes of bodies of which it is not known what they hold: their documents stay as they are.</param>
    /// <param name="damaged">Hashes of bodies that this program has not read and cannot read any more: their documents stay as they are until the source shows something else.</param>
    /// <returns>By path.</returns>
    public static ImmutableArray<Change> Of(
        Database state, Readings readings, List<DocumentRow> documents, IReadOnlyDictionary<string, string> seen, IReadOnlySet<string> gone, IReadOnlySet<string> unfinished, IReadOnlySet<string> damaged)
    {
        var unknown = documents.Where(document => unfinished.Contains(document.Hash) || (document.Before is { } before && unfinished.Contains(before.Hash))).Select(document => document.Path)
            .Concat(seen.Where(one => unfinished.Contains(one.Value) || damaged.Contains(one.Value)).Select(one => one.Key)).ToHashSet();
        var plan = new ChangePlan(state, readings, [.. documents.Where(document => !unknown.Contains(document.Path))], damaged);
        plan.Compare(seen.Where(one => !unknown.Contains(one.Key)).ToDictionary(), gone);
        return [.. plan._changes.OrderBy(change => change.Path, StringComparer.Ordinal).ThenBy(change => change.Kind)];
    }

    private void Compare(Dictionary<string, string> seen, IReadOnlySet<string> gone)
    {
        var live = _documents.Where(document => !document.Withdrawn).ToDictionary(document => document.Path);
        var arrived = seen.Where(one => !live.ContainsKey(one.Key)).ToDictionary(one => one.Key, one => one.Value);
        var left = live.Values.Where(document => gone.Contains(document.Path)).ToList();
        var moves = Moves(left, arrived);
        foreach (var document in live.Values)
        {
            if (moves.TryGetValue(document, out var to)) Add(ChangeKind.Moved, document, to, document.Hash, []);
            else if (gone.Contains(document.Path)) Add(ChangeKind.Withdrawn, document, document.Path, document.Hash, []);
            else if (seen.TryGetValue(document.Path, out var hash) && hash != document.Hash) Replace(document, hash);
            else CompareReadings(document);
        }

        var taken = moves.Values.ToHashSet();
        var tombstones = _documents.Where(document => document.Withdrawn).GroupBy(document => document.Path).ToDictionary(group => group.Key, group => group.MaxBy(document => document.Id)!);
        foreach (var (path, hash) in arrived.Where(one => !taken.Contains(one.Key)))
        {
            if (tombstones.TryGetValue(path, out var before) && !_damaged.Contains(before.Hash) && IsSameReport(Now(before.Hash), Now(hash))) Add(ChangeKind.Returned, before, path, hash, Cells(before.Hash, hash));
            else Add(path, hash);
        }
    }

    /// <summary>Bytes that left one address and arrived at one other.</summary>
    private static Dictionary<DocumentRow, string> Moves(List<DocumentRow> left, Dictionary<string, string> arrived)
    {
        var to = arrived.GroupBy(one => one.Value).Where(same => same.Count() == 1).ToDictionary(same => same.Key, same => same.First().Key);
        return left.GroupBy(document => document.Hash).Where(same => same.Count() == 1 && to.ContainsKey(same.Key)).ToDictionary(same => same.First(), same => to[same.Key]);
    }

    private void Replace(DocumentRow document, string hash)
    {
        if (_damaged.Contains(document.Hash))
        {
            // Its published reading is another program's: held against it, a cell that only this program reads otherwise would look like the unit's change.
            Add(ChangeKind.Withdrawn, document, document.Path, document.Hash, []);
            Add(document.Path, hash);
            return;
        }
        var (was, now) = (Now(document.Hash), Now(hash));
        if (was.HasReport != now.HasReport)
        {
            Add(was.HasReport ? ChangeKind.Lost : ChangeKind.Recovered, document, document.Path, hash, []);
        }
        else if (!IsSameReport(was, now))
        {
            // The address now holds another year's report, or another unit's: the one that was there is gone from it.
            Add(ChangeKind.Withdrawn, document, document.Path, document.Hash, []);
            Add(document.Path, hash);
        }
        else
        {
            var cells = Cells(document.Hash, hash);
            Add(cells.IsEmpty ? ChangeKind.Bytes : ChangeKind.Values, document, document.Path, hash, cells);
        }
    }

    /// <summary>The same bytes, read by another program or under other ceilings.</summary>
    private void CompareReadings(DocumentRow document)
    {
        if (IsDamaged(document)) return;
        var (now, before) = (Now(document.Hash), Before(document));
        if (now.Id == document.Reading.Id && before == document.Before) return;
        var cells = document.Reading.HasReport && now.HasReport ? CellsOf(document.Reading.Id, now.Id) : [];
        _changes.Add(new Change(ChangeKind.Reread, document.Id, document.Path, null, document.Hash, now, document.Reading, cells, before));
    }

    private void Add(ChangeKind kind, DocumentRow document, string path, string hash, ImmutableArray<CellChange> cells)
    {
        if (hash == document.Hash && IsDamaged(document))
        {
            _changes.Add(new Change(kind, document.Id, path, kind == ChangeKind.Moved ? document.Path : null, hash, document.Reading, document.Reading, [], document.Before));
            return;
        }
        var was = Now(document.Hash);
        var before = cells.IsEmpty ? Before(document) : (document.Hash, was.Id);
        _changes.Add(new Change(kind, document.Id, path, kind == ChangeKind.Moved ? document.Path : null, hash, Now(hash), was, cells, before));
    }

    private void Add(string path, string hash) => _changes.Add(new Change(ChangeKind.New, null, path, null, hash, Now(hash), null, [], null));

    private (string Hash, long Reading)? Before(DocumentRow document) => document.Before is { Hash: var hash } && !_damaged.Contains(hash) ? (hash, Now(hash).Id) : null;

    /// <summary>Both its readings stay those of the earlier program: one of them cannot be had anew.</summary>
    private bool IsDamaged(DocumentRow document) => _damaged.Contains(document.Hash) || (document.Before is { } before && _damaged.Contains(before.Hash));

    private ReadingRow Now(string hash) => _readings.Of(hash) ?? throw new InvalidOperationException($"{hash} has not been read");

    private static bool IsSameReport(ReadingRow was, ReadingRow now) =>
        !was.HasReport || !now.HasReport || ((was.Year is null || now.Year is null || was.Year == now.Year) && (was.Unit is null || now.Unit is null || was.Unit == now.Unit));

    /// <summary>Both as this program reads them: what another program read differently is nobody's change.</summary>
    private ImmutableArray<CellChange> Cells(string was, string now) => was != now && Now(was).HasReport && Now(now).HasReport ? CellsOf(Now(was).Id, Now(now).Id) : [];

    private ImmutableArray<CellChange> CellsOf(long was, long now) => ReportChange.Of(Record(was), Record(now)) is { } change ? change.Cells : [];

    private ReportRecord Record(long reading) => Readings.Outcome(_state, reading).Report!.Record();
}
