using System.Collections.Immutable;
using System.Globalization;

namespace ReportIngest.Forms;

/// <summary>The row of values of a grid whose row has no label (table four): the first with a value below its header, or the first where all are empty.</summary>
internal static class UnlabelledRows
{
    public static IEnumerable<RowHit> Find(ImmutableArray<Sheet> sheets, FormLabels labels, HeaderBlocks headers) =>
        from form in labels.FormRows.Where(form => form.Row.Label.IsEmpty)
        from sheet in sheets
        from below in headers.Below(sheet, form.Grid)
        let rows = Enumerable.Range(below.Row, sheet.Table.Rows - below.Row).TakeWhile(row => !headers.IsHeader(sheet, row)).Where(row => MayHoldValues(sheet.Rows[row], labels)).ToList()
        let hit = First(sheet, rows, below.Header, form) ?? OnNextPage(sheets, sheet, below.Header, form)
        where hit is not null
        select hit;

    private static RowHit? First(Sheet sheet, List<int> rows, Header header, RowLabel form)
    {
        if (rows.Count == 0) return null;
        var row = rows.Exists(row => RowHits.HoldsValue(sheet, row)) ? rows.Find(row => RowHits.HoldsValue(sheet, row)) : rows[0];
        return new RowHit(sheet, row, rows.Count == 1 ? InFront(sheet.Rows[row], header) : null, form, header);
    }

    /// <summary>The table behind a header with nothing below it begins with as many values as the header has columns.</summary>
    private static RowHit? OnNextPage(ImmutableArray<Sheet> sheets, Sheet sheet, Header header, RowLabel form) =>
        sheets.FirstOrDefault(other => other.Index == sheet.Index + 1) is { Table.Rows: > 0 } next && next.Rows[0].Cells.Count(cell => cell.IsValue) == header.Order.Length
            ? new RowHit(next, 0, null, form, header.WithoutPositions())
            : null;

    /// <summary>Not so a row that counts the columns, or one for a group of them (行政复议 in front of 结果维持 …): that is a table of another shape.</summary>
    private static bool MayHoldValues(SheetRow row, FormLabels labels) =>
        !row.Cells.IsEmpty && !AreColumnNumbers(row) && !row.Labels.Any(cell => cell.Under(labels) is { Columns.IsEmpty: true, Group.IsEmpty: false });

    /// <summary>1 2 3 … below the headers number the columns (栏次); a label may stand in front. As values they could not be: 1, 2, 3 and 4 do not make 5.</summary>
    public static bool AreColumnNumbers(SheetRow row)
    {
        const int fewest = 5;
        var numbers = row.Cells.Where(cell => cell.Kind == SheetCellKind.Number).Select(cell => cell.Cell.Text.Trim()).ToList();
        return numbers.Count >= fewest && numbers.Index().All(number => int.TryParse(number.Item, NumberStyles.None, CultureInfo.InvariantCulture, out var found) && found == number.Index + 1);
    }

    /// <summary>A label that the form lacks (件数), left of the first header. Of several rows it may be another year's.</summary>
    private static SheetCell? InFront(SheetRow row, Header header) =>
        header.Positional && row.Labels is [var label, ..] && label.Cell.EndColumn <= header.Positions[0].Start.Value ? label : null;
}
