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

    /// <summary>Whether a text is what the label above it lacks, with nothing but blanks between: a page break or a drawn line has cut it.</summary>
    public static bool IsRest(Sheet sheet, int row, SheetCell text, FormLabels labels)
    {
        var above = LastFilled(sheet, row);
        return above >= 0 && sheet.Rows[above].Labels is [var label, ..] && labels.Whole(label.Cell.Text) is null && labels.Whole(label.Cell.Text + text.Cell.Text) is not null;
    }

    /// <summary>The row above with anything in it, or -1: a page break leaves rows of blanks.</summary>
    public static int LastFilled(Sheet sheet, int row)
    {
        do row--;
        while (row >= 0 && sheet.Rows[row].Cells.All(cell => cell.Kind == SheetCellKind.Blank));
        return row;
    }

    /// <summary>Of one letter only an end of a label is a piece; of none (a closing quote) nothing is a label.</summary>
    private static bool IsPiece(string text, List<string> unmet)
    {
        var key = Labels.Key(text);
        return unmet.Exists(label => key.Length < label.Length
            && (key.Length > 1 ? label.Contains(key, StringComparison.Ordinal) : label.StartsWith(key, StringComparison.Ordinal) || label.EndsWith(key, StringComparison.Ordinal)));
    }
}
