namespace ReportIngest.Forge.Habits;

/// <summary>Tables of the form that stand in several tables.</summary>
internal static class TablePieces
{
    /// <summary>Table two as a table for each clause, the clause in the line above it.</summary>
    public static ForgedReport ClausesUnderLines(ForgedReport report) => report.WithPieces(sheet => sheet.Section == 2
        ? Clauses(sheet).Select(clause => clause.Rows(1, clause.Rows) with { Caption = clause.Cells[0].Text })
        : [sheet]);

    /// <summary>Table two as a table for each clause, the clause in its first row.</summary>
    public static ForgedReport ClausesUnderRows(ForgedReport report) => report.WithPieces(sheet => sheet.Section == 2 ? Clauses(sheet) : [sheet]);

    /// <summary>Table four as one table for reviews and one for suits.</summary>
    public static ForgedReport ReviewsAndSuits(ForgedReport report) => report.WithPieces(sheet =>
    {
        if (sheet.Section != 4) return [sheet];
        var reviews = sheet.Cells[0].EndColumn;
        return [sheet.ColumnsOf(0, reviews), sheet.ColumnsOf(reviews, sheet.Columns)];
    });

    /// <summary>Table three as two tables, as after a page break: the second has no header, and its merged labels' text stands in the first.</summary>
    public static ForgedReport BrokenTableThree(ForgedReport report) => report.WithPieces(sheet =>
    {
        if (sheet.Section != 3) return [sheet];
        var at = sheet.HeaderRows + 3 + new Random(report.Seed).Next(sheet.Rows - sheet.HeaderRows - 4);
        return [sheet.Rows(0, at), sheet.Rows(at, sheet.Rows)];
    });

    private static IEnumerable<Sheet> Clauses(Sheet sheet)
    {
        var starts = sheet.Cells.Where(cell => cell.ColumnSpan == sheet.Columns).Select(cell => cell.Row).Append(sheet.Rows).ToArray();
        return starts.Zip(starts.Skip(1), (from, to) => sheet.Rows(from, to).Narrowed());
    }
}
