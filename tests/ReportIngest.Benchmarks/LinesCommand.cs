using System.CommandLine;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReportIngest.Corpus;
using ReportIngest.Forge;
using ReportIngest.Outputs;
using ReportIngest.Reading;
using ReportIngest.Rules;
using ReportIngest.Sinks;

namespace ReportIngest.Benchmarks;

/// <summary>
/// Writes the output of a run over as many reports as are asked for: some are forged and read, their lines repeated under other names. Each gets a text of its own,
/// one in twenty that of another unit.
/// </summary>
internal static class LinesCommand
{
    /// <summary>Different reports; more of them would only take longer to forge.</summary>
    private const int Forged = 200;

    /// <summary>Years of a unit: the wide table groups them.</summary>
    private const int Years = 6;

    /// <summary>As many as a township writes in sections one and five.</summary>
    private const int LettersOfOwn = 1000;

    private const int OneCopyIn = 20;

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
            var record = ReportRecord.Of(report, []) with
            {
                Source = new Source($"{name}.html", id, report.Source.Bytes),
                Organization = $"第{i / Years}县人民政府",
                Year = 2019 + (i % Years),
                Sections = [.. report.Sections.Select(section => section.Number == 1 ? section with { Text = section.Text + "\n" + OwnWords(i) } : section)],
            };
            JsonLines.Write(reports, record);
            var subject = new Subject(id, record.Source.Path, null, record.Organization, record.Year);
            JsonLines.Write(findings, FindingMarks.None.Of([.. found.Select(finding => finding with { Subject = subject })]));
        }
        return 0;
    }

    /// <summary>Letters without a sense, the same in every run; a copy has those of the unit before, of the same year.</summary>
    private static string OwnWords(int report)
    {
        var letter = (uint)(report % OneCopyIn == OneCopyIn - 1 && report >= Years ? report - Years : report) + 1;
        var words = new char[LettersOfOwn];
        for (var i = 0; i < words.Length; i++)
        {
            letter = unchecked((letter * 1664525) + 1013904223);
            words[i] = (char)('一' + (letter >> 20)); // 4096 of the common ideographs
        }

        return new string(words);
    }
}
