namespace ReportIngest.Forge.Habits;

/// <summary>Columns of table three in another order, header and values together.</summary>
internal static class ColumnOrder
{
    public static ForgedReport TotalFirst(ForgedReport report) => Ordered(report, [0, 1, 2, 9, 3, 4, 5, 6, 7, 8]);

    /// <summary>法律服务机构 before 社会公益组织.</summary>
    public static ForgedReport Exchanged(ForgedReport report) => Ordered(report, [0, 1, 2, 3, 4, 5, 7, 6, 8, 9]);

    private static ForgedReport Ordered(ForgedReport report, int[] order) =>
        report.WithSheets(sheet => sheet.Section == 3 ? sheet.WithColumnOrder(order) : sheet);
}
