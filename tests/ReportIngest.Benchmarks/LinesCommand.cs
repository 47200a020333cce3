using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReportIngest.Corpus;
using ReportIngest.Forge;
using ReportIngest.Reading;
using ReportIngest.Rules;
using ReportIngest.Sinks;

namespace ReportIngest.Benchmarks;

/// <summary>Writes the output of a run over as many reports as are asked for: some are forged and read, their lines repeated under other names.</summary>
internal static class LinesCommand
{
    /// <summary>Different reports; more of them would only take longer to forge.</summary>
    private const int Forged = 200;

    public static Command Create()
    {
        var reports = new Option<int>("--reports") { Description = "How many.", DefaultValueFactory = _ => 100_000 };
        var output = new Option<string>("--out") { Description = "Folder to write to.", Required = true };
        var command = new Command("lines", "Write reports.jsonl and findings.jsonl of many reports, to measure what reads them.") { reports, output };
        command.SetAction(result => Run(result.GetValue(reports), result.GetValue(output)!));
        return command;
    }

    private static int Run(int count, string folder)
    {
        Directory.CreateDirectory(folder);
        var layout = Layouts.Find(Documents.FileKind.Html, "plain");
        var forged = Enumerable.Range(1, Forged).Select(seed => layout.Write(Forger.Forge(seed)))
            .Select(bytes => Pipeline.Ingest(bytes, Source.Of("forged", bytes), Limits.Default)).Where(one => one.Report is not null).ToList();
        using var reports = new BufferedStream(File.Create(Path.Combine(folder, IngestOutput.ReportsName)), 1 << 20);
        using var findings = new BufferedStream(File.Create(Path.Combine(folder, IngestOutput.FindingsName)), 1 << 20);
        for (var i = 0; i < count; i++)
        {
            var (report, found) = (forged[i % forged.Count].Report!, forged[i % forged.Count].Findings);
            var name = i.ToString("D6", CultureInfo.InvariantCulture);
            var id = Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(name)));
            // A unit has six years: the wide table groups them.
            var record = ReportRecord.Of(report, []) with { Source = new Source($"{name}.html", id, report.Source.Bytes), Organization = $"第{i / 6}县人民政府", Year = 2019 + (i % 6) };
            JsonLines.Write(reports, record);
            var subject = new Subject(id, record.Source.Path, null, record.Organization, record.Year);
            JsonLines.Write(findings, FindingMarks.None.Of([.. found.Select(finding => finding with { Subject = subject })]));
        }
        return 0;
    }
}
