using System.Collections.Immutable;
using System.Text.Json;
using ReportIngest.Corpus;
using ReportIngest.Forms;
using ReportIngest.Outputs;
using ReportIngest.Rosters;
using ReportIngest.Rules;

namespace ReportIngest.Sinks.Page;

/// <summary>What the page knows: totals, findings, the values of the reports they are about, coverage, a few numbers of every report.</summary>
internal sealed class PageData(Utf8JsonWriter json, IngestOutput output)
{
    /// <summary>Every indicator of every edition; findings name theirs by index.</summary>
    private static readonly ImmutableArray<string> Codes = [.. FormCatalog.All.SelectMany(form => form.Indicators).Select(cell => cell.Code).Distinct()];

    public void Write(string language, int most)
    {
        var findings = Gravest(most);
        json.WriteStartObject();
        json.WriteString("language", language);
        Names();
        var counts = RuleCount.Of(output.Findings);
        WriteRules(counts);
        PageForms.Write(json);
        json.WriteTexts("codes", Codes);
        var files = output.HasCoverage ? new CoverageFiles(output.Findings.Select(finding => finding.FileWithoutReport).OfType<FileWithoutReport>()) : null;
        var reports = new PageReports(json, findings.Kept, files);
        reports.Write(output.Reports);
        reports.WriteTotals(counts, findings.LeftOut);
        reports.WriteSeries();
        new PageFindings(json, Codes, reports).Write(findings.Kept);
        PageCoverage.Write(json, output, files);
        json.WriteEndObject();
    }

    /// <summary>The findings in their order; where there are too many, warnings and then errors make room for none below them.</summary>
    private (ImmutableArray<FindingRecord> Kept, int LeftOut) Gravest(int most)
    {
        var counts = output.Findings.CountBy(finding => finding.Severity).ToDictionary();
        var quota = new Dictionary<Severity, int>();
        var room = most;
        foreach (var severity in Enum.GetValues<Severity>().OrderDescending())
        {
            quota[severity] = Math.Min(room, counts.GetValueOrDefault(severity));
            room -= quota[severity];
        }
        ImmutableArray<FindingRecord> kept = [.. output.Findings.Where(finding => quota[finding.Severity]-- > 0)];
        return (kept, counts.Values.Sum() - kept.Length);
    }

    private void Names()
    {
        json.WriteStartObject("severities");
        foreach (var severity in Enum.GetValues<Severity>()) json.WritePair(Spelling.Name(severity), ReportIngest.Names.Severity(severity));
        json.WriteEndObject();
        json.WriteStartObject("statuses");
        foreach (var status in Enum.GetValues<CoverageStatus>()) json.WritePair(Spelling.Snake(status), ReportIngest.Names.Status(status));
        json.WriteEndObject();
    }

    private void WriteRules(ImmutableArray<RuleCount> counts)
    {
        json.WriteStartObject("rules");
        foreach (var (id, count) in counts.DistinctBy(count => count.Rule).OrderBy(count => count.Rule, StringComparer.Ordinal).Select(count => (count.Rule, count)))
        {
            // An output of an earlier version may have a rule that is no more.
            var rule = RuleCatalog.Find(id);
            json.WriteStartObject(id);
            json.WriteString("category", Spelling.Name(count.Category));
            json.WritePair("title", rule?.Title ?? new Message("", ""));
            json.WriteString("help", rule is null ? "" : RuleHelp.Of(id));
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }
}
