using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Reports;
using ReportIngest.Sinks.Export;

namespace ReportIngest.Sinks.Comparison;

/// <summary>What has changed between two outputs: reports, their cells, findings.</summary>
/// <param name="Added">Reports of the later output that the earlier has not.</param>
/// <param name="Gone">Reports of the earlier output that the later has not.</param>
/// <param name="Came">Findings of the later output that the earlier has not.</param>
/// <param name="Left">Findings of the earlier output that the later has not.</param>
public sealed record OutputComparison(
    ImmutableArray<IndexEntry> Added,
    ImmutableArray<IndexEntry> Gone,
    ImmutableArray<ReportChange> Changed,
    ImmutableArray<FindingRecord> Came,
    ImmutableArray<FindingRecord> Left)
{
    public bool IsEmpty => Added.IsEmpty && Gone.IsEmpty && Changed.IsEmpty && Came.IsEmpty && Left.IsEmpty;

    /// <exception cref="FormatException">A line is not what this program writes.</exception>
    public static OutputComparison Of(IngestOutput before, IngestOutput after)
    {
        var pairs = Pairs(before.Index.Entries, after.Index.Entries);
        var (left, right) = (pairs.Select(pair => pair.Before).ToHashSet(), pairs.Select(pair => pair.After).ToHashSet());
        return new OutputComparison(
            [.. after.Index.Entries.Where(entry => !right.Contains(entry))],
            [.. before.Index.Entries.Where(entry => !left.Contains(entry))],
            [.. pairs.Select(pair => ReportChange.Of(before.Read(pair.Before), after.Read(pair.After))).OfType<ReportChange>().OrderBy(change => change.After.Source.Path, StringComparer.Ordinal)],
            Missing(after.Findings, before.Findings),
            Missing(before.Findings, after.Findings));
    }

    /// <summary>The same bytes, else the same path, else the only document of the unit, year and scope that is left on either side.</summary>
    private static List<(IndexEntry Before, IndexEntry After)> Pairs(ImmutableArray<IndexEntry> before, ImmutableArray<IndexEntry> after)
    {
        var pairs = new List<(IndexEntry, IndexEntry)>();
        var (left, right) = (before.ToHashSet(), after.ToHashSet());
        Match(entry => entry.Id);
        Match(entry => entry.Path);
        Match(entry => entry is { Unit: { } unit, Year: { } year } ? (unit, year, entry.Scope) : null);
        return pairs;

        void Match(Func<IndexEntry, object?> key)
        {
            var earlier = left.Where(entry => key(entry) is not null).GroupBy(key).Where(group => group.Count() == 1).ToDictionary(group => group.Key!, group => group.First());
            foreach (var group in right.Where(entry => key(entry) is not null).GroupBy(key).Where(group => group.Count() == 1).ToList())
            {
                if (!earlier.TryGetValue(group.Key!, out var same)) continue;
                pairs.Add((same, group.First()));
                left.Remove(same);
                right.Remove(group.First());
            }
        }
    }

    private static ImmutableArray<FindingRecord> Missing(IEnumerable<FindingRecord> findings, IEnumerable<FindingRecord> others)
    {
        var known = others.Select(finding => finding.Fingerprint).ToHashSet();
        return [.. findings.Where(finding => !known.Contains(finding.Fingerprint))];
    }
}

/// <summary>A report that both outputs have and say something different of.</summary>
/// <param name="Facts">Columns of the table <c>reports</c> in which they differ.</param>
/// <param name="Sections">Numbers of the sections whose text differs.</param>
public sealed record ReportChange(ReportRecord Before, ReportRecord After, ImmutableArray<FactChange> Facts, ImmutableArray<int> Sections, ImmutableArray<CellChange> Cells)
{
    /// <summary>Null where they say the same.</summary>
    public static ReportChange? Of(ReportRecord before, ReportRecord after)
    {
        var change = new ReportChange(before, after, FactsOf(before, after), SectionsOf(before, after), CellsOf(before, after));
        return change is { Facts.IsEmpty: true, Sections.IsEmpty: true, Cells.IsEmpty: true } ? null : change;
    }

    private static ImmutableArray<FactChange> FactsOf(ReportRecord before, ReportRecord after) =>
    [
        .. OutputTables.ReportColumns.Select(column => new FactChange(column.Name, column.Get(before), column.Get(after))).Where(fact => !Equals(fact.Before, fact.After)),
    ];

    private static ImmutableArray<int> SectionsOf(ReportRecord before, ReportRecord after)
    {
        var (left, right) = (before.Sections.ToLookup(section => section.Number), after.Sections.ToLookup(section => section.Number));
        return [.. left.Concat(right).Select(section => section.Key).Distinct().Order().Where(number => !left[number].SequenceEqual(right[number]))];
    }

    private static ImmutableArray<CellChange> CellsOf(ReportRecord before, ReportRecord after) =>
    [
        .. after.Fields.Concat(before.Fields).Select(field => field.Indicator.Code).Distinct()
            .Select(code => new CellChange(code, before[code], after[code])).Where(change => !IsSame(change.Before, change.After)),
    ];

    /// <summary>A number is the same however it is printed; where it stands is no change.</summary>
    private static bool IsSame(Field? before, Field? after) => (before, after) switch
    {
        (null, null) => true,
        ({ Value: var left }, { Value: var right }) => left.State == right.State && left.Number == right.Number && (left.State == CellState.Reported || left.Raw == right.Raw),
        _ => false,
    };
}

/// <param name="Name">Of a column of the table <c>reports</c>.</param>
public sealed record FactChange(string Name, object? Before, object? After);

/// <summary>A cell of a report; null on the side whose edition has no such cell.</summary>
public sealed record CellChange(string Indicator, Field? Before, Field? After);
