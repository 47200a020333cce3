namespace ReportIngest.Forge.Habits;

/// <summary>A label of table three that a drawn line or a page break has cut in two: it stands in two rows, of which one has the values.</summary>
internal static class CutLabels
{
    private const int Shortest = 7;

    public static ForgedReport Cut(ForgedReport report)
    {
        var random = new Random(report.Seed);
        return report.WithSheets(sheet => sheet.Section == 3 ? Cut(sheet, random) : sheet);
    }

    private static Sheet Cut(Sheet sheet, Random random)
    {
        // A row in which a merged label begins stays whole.
        var labels = sheet.Cells.Where(cell => cell.Role == CellRole.RowLabel && cell.Text.Length > Shortest && sheet.Row(cell.Row).All(other => other.RowSpan == 1)).ToArray();
        var label = labels[random.Next(labels.Length)];
        var (at, valuesBelow) = (Shortest / 2 + random.Next(label.Text.Length - Shortest + 1), random.Next(2) == 0);
        return sheet with
        {
            Rows = sheet.Rows + 1,
            Cells = [.. sheet.Cells.SelectMany(cell => Parts(cell, label, at, valuesBelow)).OrderBy(cell => (cell.Row, cell.Column))],
        };
    }

    private static IEnumerable<SheetCell> Parts(SheetCell cell, SheetCell label, int at, bool valuesBelow)
    {
        if (cell.Row > label.Row) return [cell with { Row = cell.Row + 1 }];
        if (cell.EndRow <= label.Row) return [cell];
        if (cell.Row < label.Row) return [cell with { RowSpan = cell.RowSpan + 1 }];
        var below = cell with { Row = cell.Row + 1 };
        if (cell == label) return [cell with { Text = cell.Text[..at] }, below with { Text = cell.Text[at..] }];
        return valuesBelow ? [cell with { Text = "", Code = null }, below] : [cell, below with { Text = "", Code = null }];
    }
}
