namespace ReportIngest.Forms;

/// <summary>
/// Labels of which only a part is there: a cell too small for its text shows one line of it, a page break cuts one in two. A piece of a label that was met nowhere else is that label, which we cannot read, and no row or column of the unit's own.
/// </summary>
internal sealed class TornLabels(FormLabels labels, List<RowHit> hits)
{
    private List<string>? _rows, _columns;

    public bool IsRow(string text) => IsPiece(text, _rows ??= UnmetRows());

    public bool IsColumn(string text) => IsPiece(text, _columns ??= UnmetColumns());

    private List<string> UnmetRows()
    {
        var met = hits.Select(hit => hit.Form).ToHashSet(ReferenceEqualityComparer.Instance);
        return [.. labels.FormRows.Where(row => !met.Contains(row) && !row.Row.Label.IsEmpty).SelectMany(row => row.Row.Variants.Append(row.Row.Label[^1])).Select(label => Labels.Key(label))];
    }

    private List<string> UnmetColumns()
    {
        var met = hits.Select(hit => hit.Header).OfType<Header>().SelectMany(header => header.Order).ToHashSet();
        return [.. labels.Grids.SelectMany(grid => grid.Columns).Where(column => !met.Contains(column)).SelectMany(column => column.Variants.Append(column.Label[^1])).Select(label => Labels.Key(label))];
    }

    /// <summary>Of one letter only an end of a label is a piece; of none (a closing quote) nothing is a label.</summary>
    private static bool IsPiece(string text, List<string> unmet)
    {
        var key = Labels.Key(text);
        return unmet.Exists(label => key.Length < label.Length
            && (key.Length > 1 ? label.Contains(key, StringComparison.Ordinal) : label.StartsWith(key, StringComparison.Ordinal) || label.EndsWith(key, StringComparison.Ordinal)));
    }
}
