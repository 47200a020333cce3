using System.Collections.Immutable;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Forge;

/// <summary>Faults in what stands there at all: sections, tables, rows.</summary>
internal static class StructureFaults
{
    /// <summary>A section without a table is left out; the numbers of the others stay, or close the gap.</summary>
    public static ForgedReport SectionMissing(ForgedReport sound, Random random)
    {
        int[] choices = [1, 5, 6];
        var missing = choices[random.Next(choices.Length)];
        var left = sound.Sections.Where(section => section.Number != missing).ToImmutableArray();
        if (random.Next(2) == 0)
            left = [.. left.Select((section, i) => section with { Heading = $"{"一二三四五"[i]}、{section.Title}" })];
        return sound with { Sections = left, Fault = new Fault(FaultKind.SectionMissing, "RI503", [], []) };
    }

    public static ForgedReport TableMissing(ForgedReport sound, Form form, Random random)
    {
        var section = random.Next(2, 5);
        var codes = form.Indicators.Where(cell => cell.Section == section).Select(cell => cell.Code).ToImmutableArray();
        var report = Without(sound, codes, new Fault(FaultKind.TableMissing, "RI507", codes, []));
        return report with
        {
            Sections = [.. report.Sections.Select(one => one.Number == section ? one with { Sheets = [], Paragraphs = ["本年度情况详见附件。"] } : one)],
        };
    }

    /// <summary>A row of results is left out of table three; those above and below close up.</summary>
    public static ForgedReport RowMissing(ForgedReport sound, Form form, Random random)
    {
        // A row whose label says by itself which row it is; beside it a leaf of the same group must remain.
        var rows = form.Grids.Single(grid => grid.Key == "requests").Rows.Where(row => row.Label.Length == 3 && row.Anchor is not null).ToArray();
        var row = rows[random.Next(rows.Length)];
        var codes = form.Indicators.Where(cell => cell.Row == row).Select(cell => cell.Code).ToImmutableArray();
        var report = Without(sound, codes, new Fault(FaultKind.RowMissing, "RI509", codes, []));
        return report.WithSheets(sheet => sheet.Section == 3 ? sheet.WithoutRow(sheet.Cells.First(cell => cell.Code == codes[0]).Row) : sheet);
    }

    /// <summary>A local row with numbers of its own under the clause of the rules.</summary>
    public static ForgedReport RowAdded(ForgedReport sound, Random random)
    {
        var report = sound with { Fault = new Fault(FaultKind.RowAdded, "RI509", [], []) };
        return report.WithSheets(sheet => sheet.Section == 2 ? sheet.WithRow(4, "其他主动公开文件", 1, [.. Enumerable.Range(0, 3).Select(_ => random.Next(1, 60))]) : sheet);
    }

    private static ForgedReport Without(ForgedReport sound, ImmutableArray<string> codes, Fault fault) =>
        sound with { Fault = fault, Truth = sound.Truth.Without(codes) };
}
