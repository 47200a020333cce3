namespace ReportIngest.Forge.Writing;

/// <summary>A sheet as rows of texts in which cells were glued, dropped or moved on the way.</summary>
internal static class LooseRows
{
    /// <summary>In some rows all values stand in the first value's cell: <c>32 2 0 0 0 0 34</c>.</summary>
    public static List<string[]> Glued(Sheet sheet, Random random)
    {
        var rows = Grids.Rows(sheet, repeat: false);
        for (var row = 0; row < rows.Count; row++)
        {
            var values = sheet.Row(row).Where(cell => cell.Role == CellRole.Value).ToArray();
            if (values.Length < 3 || random.Next(3) > 0) continue;
            foreach (var cell in values) rows[row][cell.Column] = "";
            rows[row][values[0].Column] = string.Join(' ', values.Select(cell => cell.Text).Where(text => text.Length > 0));
        }

        return rows;
    }

    /// <summary>Without the empty cells; the first row is filled up, as else there would be no table.</summary>
    public static List<string[]> WithoutEmpty(Sheet sheet)
    {
        var rows = Grids.Rows(sheet, repeat: false).Select(row => row.Where(text => text.Length > 0).ToArray()).ToList();
        rows[0] = FilledUp(rows[0], rows.Max(row => row.Length));
        return rows;
    }

    /// <summary>Without the empty cells at the end of each row but the first.</summary>
    public static List<string[]> Short(Sheet sheet)
    {
        var rows = Grids.Rows(sheet, repeat: false);
        return [rows[0], .. rows.Skip(1).Select(row => row[..(Array.FindLastIndex(row, text => text.Length > 0) + 1)])];
    }

    /// <summary>The values of table three begin up to two columns late; every row is filled up to the longest.</summary>
    public static List<string[]> Late(Sheet sheet, Random random)
    {
        var rows = Grids.Rows(sheet, repeat: false);
        if (sheet.Section != 3) return rows;
        for (var row = sheet.HeaderRows; row < rows.Count; row++)
        {
            var first = sheet.Row(row).First(cell => cell.Role == CellRole.Value).Column;
            rows[row] = [.. rows[row][..first], .. Enumerable.Repeat("", random.Next(3)), .. rows[row][first..]];
        }

        return [.. rows.Select(row => FilledUp(row, sheet.Columns + 2))];
    }

    private static string[] FilledUp(string[] row, int length) => [.. row, .. Enumerable.Repeat("", length - row.Length)];
}
