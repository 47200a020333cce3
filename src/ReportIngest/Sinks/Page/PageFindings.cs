using System.Collections.Immutable;
using System.Text.Json;
using ReportIngest.Corpus;
using ReportIngest.Outputs;

namespace ReportIngest.Sinks.Page;

/// <summary>The findings of the page.</summary>
internal sealed class PageFindings(Utf8JsonWriter json, ImmutableArray<string> codes, PageReports reports)
{
    /// <summary>As many places as a person would go to; the others are counted.</summary>
    private const int PlacesShown = 8;

    private readonly Dictionary<string, int> _codes = codes.Index().ToDictionary(code => code.Item, code => code.Index);

    public void Write(ImmutableArray<FindingRecord> findings)
    {
        json.WriteStartArray("findings");
        foreach (var finding in findings)
        {
            Write(finding);
            json.Flush();
        }
        json.WriteEndArray();
    }

    private void Write(FindingRecord finding)
    {
        var subject = finding.Subject;
        json.WriteStartObject();
        json.WriteString("rule", finding.Rule);
        json.WriteString("severity", Spelling.Name(finding.Severity));
        json.WriteNumberOrNull("report", reports.IndexOf(subject.Report));
        json.WriteString("path", subject.Path);
        json.WriteString("unit", subject.Organization);
        json.WriteString("division", subject.Division);
        json.WriteNumberOrNull("year", subject.Year);
        json.WritePair("message", finding.Message);
        json.WriteStartArray("indicators");
        foreach (var code in finding.Indicators.Where(_codes.ContainsKey)) json.WriteNumberValue(_codes[code]);
        json.WriteEndArray();
        if (EquationSides.LeftOf(finding) is { } left) json.WriteNumber("left", left);
        json.WriteNumberOrNull("expected", finding.Expected);
        json.WriteNumberOrNull("actual", finding.Actual);
        json.WriteNumber("places", finding.At.Length);
        json.WriteStartArray("at");
        foreach (var at in finding.At.Take(PlacesShown)) json.WritePlaceValue(at);
        json.WriteEndArray();
        WriteSuggestion(finding);
        reports.QuoteOf(finding)?.Write(json);
        json.WriteString("fingerprint", finding.Fingerprint);
        if (finding.Suppressed is { } acceptance) json.WriteAcceptance(acceptance);
        if (finding.Baseline is { } state) json.WriteString("baseline", state);
        json.WriteEndObject();
    }

    private void WriteSuggestion(FindingRecord finding)
    {
        if (finding.Suggestion is not { } suggestion) return;
        json.WriteStartObject("suggestion");
        json.WriteString("indicator", suggestion.Indicator);
        json.WriteNumber("value", Spelling.Trim(suggestion.Value));
        json.WritePair("reason", suggestion.Reason);
        json.WriteEndObject();
    }
}
