using System.Collections.Immutable;
using System.Text.Json;

namespace ReportIngest.Corpus;

/// <summary>What we are not sure to have read right of a report, read back from <c>findings.jsonl</c>: <c>reports.jsonl</c> does not hold it.</summary>
/// <param name="Cells">Cells that may be another's (RI901, RI902).</param>
/// <param name="IsRecognised">A recognition program read it off scanned pages (RI904).</param>
public sealed record ReportDoubts(ImmutableHashSet<string> Cells, bool IsRecognised)
{
    public static readonly ReportDoubts None = new([], IsRecognised: false);

    /// <summary>By report; one that is not among them has none.</summary>
    /// <exception cref="FormatException">A line is no finding.</exception>
    internal static IReadOnlyDictionary<string, ReportDoubts> Read(Stream findings)
    {
        var doubts = new Dictionary<string, ReportDoubts>();
        var number = 0;
        foreach (var (_, line) in Lines.Of(findings))
        {
            number++;
            // Most findings are no doubts: they are not parsed.
            var isRecognised = line.Span.IndexOf("\"rule\":\"RI904\""u8) >= 0;
            if (!isRecognised && line.Span.IndexOf("\"rule\":\"RI901\""u8) < 0 && line.Span.IndexOf("\"rule\":\"RI902\""u8) < 0) continue;
            try
            {
                using var json = JsonDocument.Parse(line);
                if (json.RootElement.GetProperty("report").GetString() is not { } report) continue;
                var known = doubts.GetValueOrDefault(report, None);
                // The cells of a scan that no sum confirms are missing: there is nothing left to doubt of them.
                var cells = isRecognised ? [] : json.RootElement.Texts("indicators");
                doubts[report] = new ReportDoubts(known.Cells.Union(cells), known.IsRecognised || isRecognised);
            }
            catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw JsonFields.NoLine(number, "reportingest.finding/1", error);
            }
        }

        return doubts;
    }
}
