using System.Collections.Immutable;
using System.Text.Json;

namespace ReportIngest.Corpus;

/// <summary>What we are not sure to have read right of a report, read back from <c>findings.jsonl</c>: <c>reports.jsonl</c> does not hold it.</summary>
/// <param name="Cells">Cells that may be another's (RI901, RI902).</param>
/// <param name="IsRecognised">A recognition program read it off scanned pages (RI904).</param>
public sealed record ReportDoubts(ImmutableHashSet<string> Cells, bool IsRecognised)
{
    /// <summary>As every rule about what was read begins in a line.</summary>
    private static ReadOnlySpan<byte> Rule => "\"rule\":\"RI90"u8;

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
            if (line.Span.IndexOf(Rule) is not (>= 0 and var rule)) continue;
            var id = line.Span[(rule + Rule.Length)..];
            var isRecognised = id.StartsWith("4\""u8);
            if (!isRecognised && !id.StartsWith("1\""u8) && !id.StartsWith("2\""u8)) continue;
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
