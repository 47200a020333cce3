using ReportIngest.Corpus;
using ReportIngest.Sinks.Export;

namespace ReportIngest.Sinks.Workbook;

/// <summary><c>reportingest.xlsx</c>: an output as a workbook for an office: summary, findings, who has published, the numbers.</summary>
public static class OfficeWorkbook
{
    public const string FileName = "reportingest.xlsx";

    private static readonly Message Summary = new("概况", "Summary"), Findings = new("问题", "Findings"), Coverage = new("公开情况", "Coverage"), Values = new("数据", "Values");

    /// <param name="stream">Written from beginning to end.</param>
    /// <exception cref="FormatException">The output is not what this program writes.</exception>
    public static void Write(Stream stream, IngestOutput output, ExportOptions options)
    {
        var language = options.Language;
        using var package = new WorkbookPackage(stream);
        var findings = new FindingsSheet(language);
        using (var part = package.Sheet(Findings.In(language))) findings.Write(part, output.Findings);
        using (var part = package.Sheet(Coverage.In(language))) CoverageSheet.Write(part, output, language);
        using (var part = package.Sheet(Values.In(language))) ValuesSheet.Write(part, output, options);
        using (var part = package.Sheet(Summary.In(language))) SummarySheet.Write(part, output, findings, language);
        // The summary comes first and is written last: it counts what the others hold.
        package.Finish([Summary.In(language), Findings.In(language), Coverage.In(language), Values.In(language)]);
    }
}
