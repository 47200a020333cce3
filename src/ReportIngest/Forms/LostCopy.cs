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

    /// <summary>The match without the rows whose labels also stand alone beside their table.</summary>
    public static SectionMatch Withdrawn(SectionMatch match, Document document)
    {
        var named = match.Cells.Keys.Select(indicator => indicator.Row).Distinct().Where(row => !row.Label.IsEmpty).ToLookup(row => Labels.Key(row.Label[^1]));
        var tables = match.Cells.Values.Select(cell => cell.Sheet.Table).ToHashSet(ReferenceEqualityComparer.Instance);
        var rows = LinesBeside(document, tables, named.Contains).SelectMany(key => named[key]).ToHashSet();
        if (rows.Count < FewestRows) return match;
        var doubts = new DoubtBook(match.Section);
        foreach (var (indicator, cell) in match.Cells.Where(pair => rows.Contains(pair.Key.Row)).ToList())
        {
            match.Cells.Remove(indicator);
            doubts.Twice(indicator.Code, [cell.At]);
        }

        return match with { Doubts = [.. match.Doubts, .. doubts.Doubts()], IsWhole = false };
    }

    /// <summary>
    /// The labels that stand alone in front of the tables or behind them, with nothing between but tables and other short lines. Beyond a sentence, a title or a section's heading
    /// they are no copy: the menu of many a site has 规章, 行政许可 and 行政处罚.
    /// </summary>
    private static HashSet<string> LinesBeside(Document document, HashSet<object?> tables, Func<string, bool> isLabel)
    {
        var (found, since, isBeside) = (new HashSet<string>(), new HashSet<string>(), false);
        foreach (var block in document.Blocks)
        {
            if (block is Table)
            {
                isBeside |= tables.Contains(block);
                if (isBeside) found.UnionWith(since);
                continue;
            }

            foreach (var text in DocumentWords.Lines(block))
            {
                if (Labels.Key(text) is var key && isLabel(key)) (isBeside ? found : since).Add(key);
                else if (Parts(text)) (isBeside, since) = (false, []);
            }
        }

        return found;
    }

    private static bool Parts(string text) =>
        text.Length > DocumentWords.LongestLabel || text.Contains('。', StringComparison.Ordinal) || text.Contains("报告", StringComparison.Ordinal) || text.Contains("年报", StringComparison.Ordinal)
        || FormSections.MayOpen(text);
}
