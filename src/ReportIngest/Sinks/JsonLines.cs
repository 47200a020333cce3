using System.Buffers;
using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Rules;

namespace ReportIngest.Sinks;

/// <summary><c>reports.jsonl</c>, <c>findings.jsonl</c> and <c>coverage.jsonl</c>: one object a line, keys in the contract's order, a key without a value is null.</summary>
public static class JsonLines
{
    /// <summary>Bytes that hold an ordinary line; the buffer of a longer one grows.</summary>
    private const int LineOfReport = 48 << 10, LineOfFinding = 2 << 10;

    /// <summary>The inverse is <see cref="ReportRecords"/>.</summary>
    public static void Write(Stream stream, ReportRecord report)
    {
        using var line = LineOf(report);
        stream.Write(line.Written);
    }

    /// <summary>What <see cref="Write(Stream, ReportRecord)"/> writes.</summary>
    public static byte[] Bytes(ReportRecord report)
    {
        using var line = LineOf(report);
        return line.Written.ToArray();
    }

    private static PooledBytes LineOf(ReportRecord report) => LineOf(LineOfReport, report, static (json, report) =>
    {
        json.WriteString("schema", LineSchemas.Report);
        json.WriteString("id", report.Id);
        WriteSource(json, report);
        WriteWhoAndWhen(json, report);
        WriteSections(json, report);
        WriteValues(json, report);
        json.WriteCounts(report.Checks, report.Completeness);
    });

    public static void Write(Stream stream, ImmutableArray<MarkedFinding> findings)
    {
        foreach (var finding in findings) Write(stream, FindingRecord.Of(finding));
    }

    /// <summary>The inverse is <see cref="FindingRecords"/>.</summary>
    public static void Write(Stream stream, FindingRecord finding) => WriteLine(stream, LineOfFinding, finding, static (json, finding) =>
    {
        json.WriteString("schema", LineSchemas.Finding);
        json.WriteString("rule", finding.Rule);
        json.WriteString("category", Spelling.Name(finding.Category));
        json.WriteString("severity", Spelling.Name(finding.Severity));
        WriteSubject(json, finding.Subject);
        json.WriteEquation(finding);
        json.WriteStartArray("at");
        foreach (var location in finding.At) json.WriteLocation(location);
        json.WriteEndArray();
        json.WriteSuggestion(finding.Suggestion);
        json.WriteString("fingerprint", finding.Fingerprint);
        if (finding.Suppressed is { } acceptance) json.WriteAcceptance(acceptance);
        else json.WriteNull("suppressed");
        json.WriteString("baseline", finding.Baseline);
    });

    /// <summary>The inverse is <see cref="CoverageRecord.Read"/>.</summary>
    public static void Write(Stream stream, CoverageRecord entry) => WriteLine(stream, LineOfFinding, entry, static (json, entry) =>
    {
        json.WriteString("schema", LineSchemas.Coverage);
        json.WriteString("code", entry.Code);
        json.WriteString("name", entry.Name);
        json.WriteString("level", Spelling.Name(entry.Level));
        json.WriteString("parent", entry.Parent);
        json.WriteNumber("year", entry.Year);
        json.WriteString("status", Spelling.Snake(entry.Status));
        json.WriteNumberOrNull("days_late", entry.DaysLate);
        json.WriteTexts("reports", entry.Reports);
        json.WriteMessage("reason", entry.Reason);
        json.WriteBoolean("newly_silent", entry.NewlySilent);
        if (entry.LacksCells) json.WriteBoolean("lacks_cells", true);
    });

    private static void WriteLine<T>(Stream stream, int bytes, T what, Action<Utf8JsonWriter, T> write)
    {
        using var line = LineOf(bytes, what, write);
        stream.Write(line.Written);
    }

    private static PooledBytes LineOf<T>(int bytes, T what, Action<Utf8JsonWriter, T> write)
    {
        var line = new PooledBytes(bytes);
        using (var json = new Utf8JsonWriter(line, Spelling.Json))
        {
            json.WriteStartObject();
            write(json, what);
            json.WriteEndObject();
        }

        line.Write("\n"u8);
        return line;
    }

    private static void WriteSource(Utf8JsonWriter json, ReportRecord report)
    {
        json.WriteStartObject("source");
        json.WriteString("path", report.Source.Path);
        json.WriteString("sha256", report.Source.Sha256);
        json.WriteNumber("bytes", report.Source.Bytes);
        json.WriteString("format", Spelling.Name(report.Format));
        json.WriteString("encoding", report.Encoding);
        json.WriteTexts("copies", report.Copies);
        json.WriteEndObject();
    }

    private static void WriteWhoAndWhen(Utf8JsonWriter json, ReportRecord report)
    {
        json.WriteStartObject("report");
        json.WriteString("organization", report.Organization);
        json.WriteString("division", report.Division);
        json.WriteString("level", Spelling.Name(report.Level));
        json.WriteNumberOrNull("year", report.Year);
        json.WriteString("edition", report.Edition);
        json.WriteString("title", report.Title);
        json.WriteString("published", Spelling.Date(report.Published));
        json.WriteEndObject();
    }

    private static void WriteSections(Utf8JsonWriter json, ReportRecord report)
    {
        json.WriteStartArray("sections");
        foreach (var section in report.Sections)
        {
            json.WriteStartObject();
            json.WriteNumber("number", section.Number);
            json.WriteString("title", section.Title);
            json.WriteString("heading", section.Heading);
            json.WriteString("text", section.Text);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteValues(Utf8JsonWriter json, ReportRecord report)
    {
        json.WriteStartObject("values");
        foreach (var field in report.Fields) json.WriteField(field.Indicator.Code, field);
        json.WriteEndObject();
    }

    private static void WriteSubject(Utf8JsonWriter json, Subject subject)
    {
        json.WriteString("report", subject.Report);
        json.WriteString("path", subject.Path);
        json.WriteString("division", subject.Division);
        json.WriteString("organization", subject.Organization);
        json.WriteNumberOrNull("year", subject.Year);
    }
}
