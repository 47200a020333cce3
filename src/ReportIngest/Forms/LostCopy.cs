using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reports;

namespace ReportIngest.Forms;

/// <summary>
/// A second copy of a table that is no table any more: its empty cells left no trace, and of some rows only the label. Whether the copy that was read is this year's cannot be told.
/// </summary>
internal static class LostCopy
{
    /// <summary>One or two labels may stand on lines of their own as headings.</summary>
    private const int FewestRows = 3;

    /// <summary>A line may have as many characters again that its key leaves out.</summary>
    private const int LongestLine = 2 * DocumentWords.LongestLabel;

    private static readonly Dictionary<Row, string> Keys = FormCatalog.All.SelectMany(form => form.Grids).SelectMany(grid => grid.Rows)
        .Where(row => !row.Label.IsEmpty).ToDictionary(row => row, row => Labels.Key(row.Label[^1]));

    private static readonly HashSet<string> Known = [.. Keys.Values];

    /// <summary>Takes from each match the rows whose labels also stand alone beside their table.</summary>
    public static void Withdraw(SortedDictionary<int, SectionMatch> matches, Document document)
    {
        var runs = Runs(document).Where(run => run.Tables.Count > 0 && run.Labels.Count >= FewestRows).ToList();
        if (runs.Count == 0) return;
        foreach (var (section, match) in matches.ToList()) matches[section] = Withdrawn(match, runs);
    }

    /// <summary>
    /// Where one table is there twice with different numbers, as this year's and last year's, and of another row only one copy was made out, that copy may be either year's.
    /// </summary>
    public static void WithdrawSingle(SortedDictionary<int, SectionMatch> matches)
    {
        if (!matches.Values.Any(match => match.IsDoubled)) return;
        foreach (var (section, match) in matches.ToList())
        {
            if (match.IsShownAgain) continue; // a row shown again is no other year's
            var single = match.Cells.Where(cell => !match.Copied.Contains(cell.Key.Row)).ToList();
            if (single.Count > 0) matches[section] = Without(match, single);
        }
    }

    private static SectionMatch Withdrawn(SectionMatch match, List<Run> runs)
    {
        var tables = match.Cells.Values.Select(cell => cell.Sheet.Table).ToHashSet(ReferenceEqualityComparer.Instance);
        var labels = runs.Where(run => run.Tables.Exists(tables.Contains)).SelectMany(run => run.Labels).ToHashSet();
        var rows = match.Cells.Keys.Select(indicator => indicator.Row).Where(row => Keys.TryGetValue(row, out var key) && labels.Contains(key)).ToHashSet();
        return rows.Count < FewestRows ? match : Without(match, match.Cells.Where(pair => rows.Contains(pair.Key.Row)).ToList());
    }

    private static SectionMatch Without(SectionMatch match, List<KeyValuePair<Indicator, FoundCell>> cells)
    {
        var doubts = new DoubtBook(match.Section);
        foreach (var (indicator, cell) in cells)
        {
            match.Cells.Remove(indicator);
            doubts.Twice(indicator.Code, [cell.At]);
        }

        return match with { Doubts = [.. match.Doubts, .. doubts.Doubts()], IsWhole = false };
    }

    /// <summary>Tables and short lines with nothing else between them.</summary>
    /// <param name="Labels">The keys of lines that are the label of a row.</param>
    private sealed record Run(List<Table> Tables, HashSet<string> Labels);

    /// <summary>Beyond a sentence, a title or a section's heading labels are no copy: the menu of many a site has 规章, 行政许可 and 行政处罚.</summary>
    private static List<Run> Runs(Document document)
    {
        List<Run> runs = [new([], [])];
        foreach (var block in document.Blocks)
        {
            if (block is Table table) runs[^1].Tables.Add(table);
            foreach (var text in DocumentWords.Lines(block))
            {
                if (text.Length <= LongestLine && Labels.Key(text) is var key && Known.Contains(key)) runs[^1].Labels.Add(key);
                else if (Parts(text) && runs[^1] is { Tables.Count: > 0 } or { Labels.Count: > 0 }) runs.Add(new([], []));
            }
        }

        return runs;
    }

    private static bool Parts(string text) =>
        text.Length > DocumentWords.LongestLabel || text.Contains('。', StringComparison.Ordinal) || text.Contains("报告", StringComparison.Ordinal) || text.Contains("年报", StringComparison.Ordinal)
        || FormSections.MayOpen(text);
}
