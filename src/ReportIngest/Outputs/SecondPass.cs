using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReportIngest.Corpus;
using ReportIngest.Rules;

namespace ReportIngest.Outputs;

/// <summary>
/// Holds each report of an output against the other reports of its unit, of this output and of an earlier one, and against its peers. The reports are read three times:
/// to count what all of them say, to see what is each one's own, and to judge; between the times some fifty bytes of each are kept.
/// </summary>
public sealed class SecondPass
{
    /// <summary>Of a unit, documents for one year: a report comes in five formats and a few versions. More are a folder of copies, of which each would be held against each, for hours.</summary>
    private const int MostOfOneYear = 50;

    private readonly IngestOutput _output;
    private readonly IngestOutput? _earlier;
    private readonly int _jobs;
    private readonly ChunkedList<KeptReport> _reports = [];
    private readonly Peers _peers;
    private readonly NearCopies _copies;

    private SecondPass(IngestOutput output, IngestOutput? earlier, int jobs)
    {
        (_output, _earlier, _jobs) = (output, earlier, jobs);
        (_peers, var common) = Count();
        _copies = new NearCopies(common, _reports, InOrder(_reports, report =>
            report.Year is null || report.Earlier ? null : NearCopies.Sketch(common, TextShingles.OfOwnWords(_output.ReadHeadAt(report.Place)))));
    }

    /// <summary>What all of them say; whose they are, and whose the earlier ones.</summary>
    private (Peers Peers, CommonPhrases Common) Count()
    {
        var (units, numbers, phrases) = (new UnitNumbers(), new PeerNumbers(), new PhraseCounts());
        HashSet<UInt128>? known = _earlier is null ? null : [];
        foreach (var (entry, record, words) in InOrder(_output.Places, Look))
        {
            _reports.Add(units.See(entry, earlier: false));
            numbers.Add(record);
            phrases.Add(words);
            known?.Add(Digest.Of(record.Id));
        }
        foreach (var entry in _earlier?.Index.Entries ?? [])
        {
            if (!known!.Contains(Digest.Of(entry.Id))) _reports.Add(units.See(entry, earlier: true));
        }
        return (numbers.ToPeers(), phrases.Common());

        (IndexEntry, ReportRecord, TextShingles) Look(LinePlace place)
        {
            var record = _output.ReadWatchedAt(place);
            return (IndexEntry.Of(new PlacedRecord(place, record)), record, TextShingles.OfOwnWords(record));
        }
    }

    /// <returns>The findings by path, each path's by rule; and how often each rule held, failed and could not tell.</returns>
    public static Verdict Judge(IngestOutput output, IngestOutput? earlier)
    {
        var found = new List<Finding>();
        var tallies = Judge(output, earlier, Environment.ProcessorCount, (_, findings) => found.AddRange(findings));
        return new Verdict([.. found.OrderBy(finding => finding.Subject.Path, StringComparer.Ordinal)], tallies);
    }

    /// <summary>The same for a corpus whose findings are too many for memory.</summary>
    /// <param name="jobs">How many reports are looked at side by side.</param>
    /// <param name="found">Is shown the number of each report that has findings, from 0, and these by rule; the reports come unit by unit, on this thread.</param>
    /// <returns>How often each rule held, failed and could not tell.</returns>
    public static ImmutableArray<Tally> Judge(IngestOutput output, IngestOutput? earlier, int jobs, Action<int, ImmutableArray<Finding>> found) =>
        new SecondPass(output, earlier, jobs).Judge(found);

    private ImmutableArray<Tally> Judge(Action<int, ImmutableArray<Finding>> found)
    {
        // Read here, before several threads ask for them.
        _ = (_output.Doubts, _earlier?.Doubts);
        var looks = new RuleLooks();
        foreach (var (findings, unit) in InOrder(Units(), Judge))
        {
            looks.Add(unit);
            foreach (var (report, ofReport) in findings) found(report, ofReport);
        }

        return looks.Tallies();
    }

    /// <summary>The numbers of the reports of each unit and scope; of a crowded one, those of each report alone.</summary>
    private IEnumerable<(ArraySegment<int> Reports, bool IsCrowded)> Units()
    {
        var order = Enumerable.Range(0, _reports.Count).ToArray();
        Array.Sort(order, (left, right) => (_reports[left].Unit, left).CompareTo((_reports[right].Unit, right)));
        for (int from = 0, to; from < order.Length; from = to)
        {
            for (to = from + 1; to < order.Length && _reports[order[to]].Unit == _reports[order[from]].Unit;) to++;
            // Those of this output stand before the earlier ones.
            if (_reports[order[from]].Earlier) continue;
            var unit = new ArraySegment<int>(order, from, to - from);
            if (IsCrowded(unit))
            {
                for (var i = 0; i < unit.Count && !_reports[unit[i]].Earlier; i++) yield return (unit.Slice(i, 1), true);
            }
            else
            {
                yield return (unit, false);
            }
        }
    }

    private bool IsCrowded(ArraySegment<int> unit) => unit.Count > MostOfOneYear && unit.CountBy(report => _reports[report].Year ?? 0).Any(year => year.Value > MostOfOneYear);

    private (List<(int Report, ImmutableArray<Finding> Findings)> Found, RuleLooks Looks) Judge((ArraySegment<int> Reports, bool IsCrowded) unit)
    {
        var dossiers = unit.Reports.Select(report => DossierOf(_reports[report]) with { IsCrowded = unit.IsCrowded }).ToList();
        var (found, looks) = (new List<(int, ImmutableArray<Finding>)>(), new RuleLooks());
        foreach (var (number, report) in unit.Reports.Zip(dossiers).Where(pair => !pair.Second.Earlier))
        {
            var twin = _copies.Of(number, () => report.OwnWords, other => _output.ReadHeadAt(_reports[other].Place));
            if (twin is not null) twin = twin with { Whole = DossierOf(_reports[twin.Number]) };
            var history = History(report, dossiers) with { Twin = twin, HasOwnText = _copies.CanTell(number) };
            var findings = ImmutableArray.CreateBuilder<Finding>();
            foreach (var rule in RuleCatalog.CorpusRules)
            {
                foreach (var look in report.Doubts.IsRecognised ? Observation.Spared(rule.Check(history)) : rule.Check(history))
                {
                    looks.Add(rule.Info, look);
                    if (look.Finding is { } finding) findings.Add(finding);
                }
            }
            if (findings.Count > 0) found.Add((number, findings.ToImmutable()));
        }

        return (found, looks);
    }

    private Dossier DossierOf(KeptReport report)
    {
        var output = report.Earlier ? _earlier! : _output;
        var record = output.ReadAt(report.Place);
        return new Dossier(record, report.Scope, report.Earlier, output.Doubts.Of(record.Id));
    }

    private UnitHistory History(Dossier report, List<Dossier> unit)
    {
        var replaced = unit.Find(other => other.Earlier && other.Record.Source.Path == report.Record.Source.Path && other.Record.Year == report.Record.Year);
        // What was replaced is no precedent; of a year that this output holds, an earlier output's document is an old version.
        var others = unit.Where(other => other != report && other != replaced
            && !(other.Earlier && unit.Exists(now => !now.Earlier && now.Record.Year == other.Record.Year)));
        return new UnitHistory(
            report, [.. others.OrderBy(other => other.Record.Year).ThenBy(other => other.Record.Source.Path, StringComparer.Ordinal)], replaced, _peers, null, HasOwnText: false);
    }

    private IEnumerable<TResult> InOrder<T, TResult>(IEnumerable<T> items, Func<T, TResult> work) => Ordered.Map(items, _jobs, work, CancellationToken.None);
}
