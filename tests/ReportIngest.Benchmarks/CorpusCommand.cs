using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReportIngest.Documents;
using ReportIngest.Forge;

namespace ReportIngest.Benchmarks;

/// <summary>Writes the copies of the corpus's reports anew; two runs give the same bytes.</summary>
internal static class CorpusCommand
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // These seeds give a district of 2020 and a township of 2023, both with requests; any other such would do.
    private const int SoundSeed = 50, FaultySeed = 4;

    public static Command Create()
    {
        var root = new Option<string>("--root") { Description = "The checkout.", DefaultValueFactory = _ => "." };
        var command = new Command("corpus", "Write corpus/ anew.") { root };
        command.SetAction(result => Run(result.GetValue(root)!));
        return command;
    }

    private static int Run(string root)
    {
        var seed = File.ReadAllBytes(Path.Combine(root, "seeds", "seed.md"));
        var wangji = WangjiReport.Create();
        Write(root, "2024-wangji", wangji, "seeds/seed.md; the other copies are forged from the same text and numbers", [],
            [(FileKind.Html, "plain"), (FileKind.Docx, "plain"), (FileKind.Pdf, "lines-plain"), (FileKind.Text, "tabs-plain")]);
        File.WriteAllBytes(Path.Combine(root, "corpus", "2024-wangji", "source.md"), seed);

        Write(root, "2020-nantang", Forger.Forge(SoundSeed, new Order("2019", Zeros.Digit)), "forged", [],
            [(FileKind.Html, "word"), (FileKind.Docx, "split-runs"), (FileKind.Pdf, "split")]);

        var faulty = Forger.Forge(FaultySeed, new Order("2021", Zeros.Digit, FaultKind.ResultCellWrong));
        List<Fault> faults = [faulty.Fault!];
        foreach (var kind in (FaultKind[])[FaultKind.Fraction, FaultKind.SectionMissing])
        {
            faulty = Forger.Damage(faulty, kind);
            faults.Add(faulty.Fault!);
        }

        Write(root, "2023-qingyuan", faulty, "forged", faults, [(FileKind.Html, "cms"), (FileKind.Pdf, "backgrounds"), (FileKind.Markdown, "grid-plain")]);
        return 0;
    }

    private static void Write(
        string root, string name, ForgedReport report, string origin, IReadOnlyList<Fault> faults, (FileKind Format, string Layout)[] copies)
    {
        var folder = Directory.CreateDirectory(Path.Combine(root, "corpus", name)).FullName;
        foreach (var (format, layout) in copies)
            File.WriteAllBytes(Path.Combine(folder, "source" + Extension(format)), Layouts.Find(format, layout).Write(report));
        var about = new
        {
            schema = "reportingest.corpus/1", // by it the program knows its own and does not read it as a document
            origin,
            edition = report.Truth.Edition,
            faults = faults.Select(fault => new { rule = fault.Rule, indicators = fault.Indicators, mend = fault.Mend?.Value }),
        };
        File.WriteAllText(Path.Combine(folder, "about.json"), JsonSerializer.Serialize(about, Json) + "\n");
    }

    private static string Extension(FileKind format) => format switch
    {
        FileKind.Html => ".html",
        FileKind.Docx => ".docx",
        FileKind.Pdf => ".pdf",
        FileKind.Markdown => ".md",
        _ => ".txt",
    };
}
