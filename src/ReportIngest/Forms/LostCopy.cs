namespace ReportIngest.Forms;

/// <summary>
/// A second copy of a table that is no table any more: its empty cells left no trace, and of some rows only the label. Whether the copy that was read is this year's cannot be told.
/// </summary>
internal static class LostCopy
{
    /// <summary>One or two labels may stand on lines of their own as headings.</summary>
    private const int FewestRows = 3;

    /// <summary>The match without the rows whose labels also stand alone, outside of all tables.</summary>
    public static SectionMatch Withdrawn(SectionMatch match, DocumentWords words)
    {
        var rows = match.Cells.Keys.Select(indicator => indicator.Row).Distinct().Where(row => !row.Label.IsEmpty && words.HaveLine(Labels.Key(row.Label[^1]))).ToHashSet();
        if (rows.Count < FewestRows) return match;
        var doubts = new DoubtBook(match.Section);
        foreach (var (indicator, cell) in match.Cells.Where(pair => rows.Contains(pair.Key.Row)).ToList())
        {
            match.Cells.Remove(indicator);
            doubts.Twice(indicator.Code, [cell.At]);
        }

        return match with { Doubts = [.. match.Doubts, .. doubts.Doubts()], IsWhole = false };
    }
}
