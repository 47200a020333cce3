namespace ReportIngest.Forms;

/// <summary>The unit of money that a table prints for an amount: 元, 万元 or 亿元.</summary>
internal static class PrintedUnit
{
    /// <summary>As the row's label or the nearest header of the amount names it; null where neither does.</summary>
    public static string? Of(RowHit hit, Column column, FormLabels labels)
    {
        var headers = hit.Sheet.Cells.Where(cell => cell.Cell.Row < hit.Row).Reverse()
            .Where(cell => cell.Under(labels).Columns.Any(label => label.Column == column)).Select(cell => cell.Label.Key);
        return headers.Take(1).Prepend(hit.Label?.Label.Key ?? "").Select(In).FirstOrDefault(unit => unit is not null);
    }

    /// <summary>As a column of units beside the label names it.</summary>
    public static string? Beside(RowHit hit)
    {
        foreach (var cell in hit.Sheet.Rows[hit.Row].Cells)
        {
            if (cell.IsBeside && In(cell.Cell.Text) is { } unit) return unit;
        }

        return null;
    }

    /// <param name="key">Without blanks and line breaks: one between 万 and 元 made ten thousand times too little of an amount.</param>
    private static string? In(string key) =>
        key.Contains("万元", StringComparison.Ordinal) ? "万元"
        : key.Contains("亿元", StringComparison.Ordinal) ? "亿元"
        : key.Contains('元', StringComparison.Ordinal) ? "元" : null;
}
