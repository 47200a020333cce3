using System.Collections.Immutable;

namespace ReportIngest.Forge.Habits;

/// <summary>Rows and columns that an office adds to the form or leaves out.</summary>
internal static class LocalRows
{
    private static readonly string[] Remarks = ["", "", "", "含转办件", "较上年持平"];

    /// <summary>A kind of document in table two, and in table three how many of the new requests came by the web.</summary>
    public static ForgedReport Added(ForgedReport report)
    {
        var random = new Random(report.Seed);
        return Deviating(report).WithSheets(sheet => sheet.Section switch
        {
            2 => sheet.WithRow(3, "其他主动公开文件", 1, Drawn(3, 60)),
            3 => sheet.WithRow(sheet.HeaderRows + 1, "其中：网上申请", 3, Drawn(7, 5)),
            _ => sheet,
        });

        int[] Drawn(int count, int below) => [.. Enumerable.Range(0, count).Select(_ => random.Next(below))];
    }

    /// <summary>A column for remarks at the end of tables two and three.</summary>
    public static ForgedReport RemarksAdded(ForgedReport report)
    {
        var random = new Random(report.Seed);
        return Deviating(report).WithSheets(sheet => sheet.Section == 4 ? sheet : sheet.WithColumn("备注", () => Unit.Pick(random, Remarks)));
    }

    /// <summary>A row of penalties is left out of table two: of two, the one in which no fault lies.</summary>
    public static ForgedReport LeftOut(ForgedReport report)
    {
        string[] rows = ["proactive.coercion.", "proactive.penalty."];
        var row = rows.FirstOrDefault(row => report.Fault is not { } fault || !fault.Indicators.Any(code => code.StartsWith(row, StringComparison.Ordinal)));
        // Of a table that is missing as a whole no row can be left out.
        if (row is null) return report;
        var codes = report.Truth.Values.Select(value => value.Key).Where(code => code.StartsWith(row, StringComparison.Ordinal)).ToImmutableArray();
        return Deviating(report with { Truth = report.Truth.Without(codes) })
            .WithSheets(sheet => sheet.Cells.FirstOrDefault(cell => cell.Code == codes[0]) is { } cell ? sheet.WithoutRow(cell.Row) : sheet);
    }

    private static ForgedReport Deviating(ForgedReport report) => report with { Deviations = [.. report.Deviations, "RI509"] };
}
