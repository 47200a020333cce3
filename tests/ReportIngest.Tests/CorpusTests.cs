using System.Text.Encodings.Web;
using System.Text.Json;
using ReportIngest.Reading;
using ReportIngest.Rules;

namespace ReportIngest.Tests;

/// <summary>
/// One truth for all copies of a report: the same unit, year, edition, values and findings from every format. UPDATE_GOLDEN=1 writes
/// the golden files from the first copy, on a developer's machine only.
/// </summary>
public sealed class CorpusTests
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly bool Update = Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";

    public static TheoryData<string> Copies => [.. Directory.GetFiles(Repository.File("corpus"), "source.*", SearchOption.AllDirectories)
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Copies))]
    public void Every_copy_of_a_report_gives_its_golden_record(string path) =>
        Same(path, "report.golden.jsonl", [Record(Read(path))]);

    [Theory]
    [MemberData(nameof(Copies))]
    public void Every_copy_of_a_report_gives_its_golden_findings(string path) =>
        Same(path, "findings.golden.jsonl", [.. Read(path).Findings.Where(finding => finding.Rule.Category != Category.Extraction).Select(Line)]);

    private static Ingested Read(string path)
    {
        var bytes = File.ReadAllBytes(Repository.File(path));
        return Pipeline.Ingest(bytes, Source.Of(path, bytes), Limits.Default);
    }

    /// <summary>First in a golden file: by it the program knows its own and does not read it as a document.</summary>
    private const string Schema = """{"schema":"reportingest.golden/1"}""";

    private static void Same(string path, string name, string[] lines)
    {
        lines = [Schema, .. lines];
        var golden = Path.Combine(Path.GetDirectoryName(Repository.File(path))!, name);
        Assert.False(Update && Environment.GetEnvironmentVariable("CI") is not null, "Golden files are written by a person who reads the difference, not by CI.");
        if (Update && Copies.First(copy => copy.Data.StartsWith(path[..(path.LastIndexOf('/') + 1)], StringComparison.Ordinal)).Data == path) File.WriteAllText(golden, string.Concat(lines.Select(line => line + "\n")));
        Assert.Equal(File.ReadAllLines(golden), lines);
    }

    private static string Record(Ingested ingested)
    {
        var report = ingested.Report!;
        return JsonSerializer.Serialize(
            new
            {
                organization = report.Unit?.Name,
                level = report.Unit?.Level?.ToString().ToLowerInvariant(),
                year = report.Year,
                published = report.Published,
                edition = report.Edition,
                sections = report.Sections.Select(section => section.Number),
                values = report.Fields.ToDictionary(
                    field => field.Indicator.Code,
                    field => new { value = field.Value.Number, state = field.Value.State.ToString().ToLowerInvariant() }),
            },
            Json);
    }

    private static string Line(Finding finding) => JsonSerializer.Serialize(
        new
        {
            rule = finding.Rule.Id,
            indicators = finding.Indicators,
            expected = finding.Expected,
            actual = finding.Actual,
            suggestion = finding.Suggestion is { } suggestion ? new { indicator = suggestion.Indicator, value = suggestion.Value } : null,
        },
        Json);
}
