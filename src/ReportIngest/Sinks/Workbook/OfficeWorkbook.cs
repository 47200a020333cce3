using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Sinks.Export;

namespace ReportIngest.Sinks.Workbook;

/// <summary>
/// <c>reportingest.xlsx</c>: an output as a workbook. First for an office: summary, findings, who has published, the numbers; then the tables of all formats, for whoever computes with them.
/// </summary>
public static class OfficeWorkbook
{
    public const string FileName = "reportingest.xlsx";

    /// <summary>None may be the name of a table: a workbook does not tell <c>Findings</c> from <c>findings</c>.</summary>
    private static readonly Message Summary = new("概况", "Summary"), Findings = new("问题", "Problems"), Coverage = new("公开情况", "Published"), Values = new("数据", "Numbers");

    /// <param name="stream">Written from beginning to end.</param>
    /// <exception cref="FormatException">The output is not what this program writes.</exception>
    public static void Write(Stream stream, IngestOutput output, ExportOptions options)
    {
        var language = options.Language;
        var totals = new OutputTotals();
        foreach (var report in output.Reports) totals.Add(report);

        using var package = new WorkbookPackage(stream);
        var findings = new FindingsSheet(language);
        using (var part = package.Sheet(Findings.In(language))) findings.Write(part, output.Findings);
        using (var part = package.Sheet(Coverage.In(language))) CoverageSheet.Write(part, output, language);
        using (var part = package.Sheet(Values.In(language))) ValuesSheet.Write(part, output, options);

        // A file of this kind is written one sheet after the other, so each table reads the lines anew.
        var tables = OutputTables.WithReference(output, options).ToLookup(table => RowsOf(table) < SheetWriter.MostRows);
        var shortened = 0;
        foreach (var table in tables[true])
        {
            using var part = package.Sheet(table.Name);
            shortened += TableSheet.Write(part, table, output);
        }

        var written = new WrittenTables([.. tables[true].Select(table => table.Name)], [.. tables[false].Select(table => table.Name)], shortened);
        using (var part = package.Sheet(Summary.In(language))) SummarySheet.Write(part, totals, findings, written, language);
        // The summary comes first and is written last: it counts what the others hold.
        package.Finish([
            new(Summary.In(language)), new(Findings.In(language), FindingsSheet.HeaderRows) { Printed = findings.Printed }, new(Coverage.In(language), CoverageSheet.HeaderRows, CoverageSheet.HeaderColumns),
            new(Values.In(language), ValuesSheet.HeaderRows, ValuesSheet.HeaderColumns), .. written.Names.Select(name => new ShownSheet(name, TableSheet.HeaderRows))]);

        long RowsOf(OutputTable table) => table.Name switch
        {
            "values" => totals.Fields,
            "sections" => totals.Sections,
            "findings" => findings.Total,
            "coverage" => output.Coverage.LongCount(),
            "codebook" or "crosswalk" => 0,
            _ => totals.Reports,
        };
    }
}

/// <summary>What became of the tables in a workbook.</summary>
/// <param name="LeftOut">Tables with more rows than a sheet has.</param>
/// <param name="Shortened">Texts longer than a cell may hold.</param>
internal sealed record WrittenTables(ImmutableArray<string> Names, ImmutableArray<string> LeftOut, int Shortened);
