using System.Runtime.InteropServices;
using System.Text.Json;

namespace ReportIngest.Corpus;

/// <summary>The doubts of a corpus, read back from <c>findings.jsonl</c>: <c>reports.jsonl</c> does not hold them.</summary>
public sealed class CorpusDoubts
{
    private readonly Dictionary<UInt128, ReportDoubts> _doubts = [];

    private CorpusDoubts()
    {
    }

    /// <summary>As every rule about what was read begins in a line.</summary>
    private static ReadOnlySpan<byte> Rule => "\"rule\":\"RI90"u8;

    /// <param name="report">Its id.</param>
    public ReportDoubts Of(string report) => _doubts.Count == 0 ? ReportDoubts.None : _doubts.GetValueOrDefault(Digest.Of(report), ReportDoubts.None);

    /// <exception cref="FormatException">A line is no finding.</exception>
    internal static CorpusDoubts Read(Stream findings)
    {
        var doubts = new CorpusDoubts();
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
                ref var known = ref CollectionsMarshal.GetValueRefOrAddDefault(doubts._doubts, Digest.Of(report), out _);
                known ??= new ReportDoubts();
                // The cells of a scan that no sum confirms are missing: there is nothing left to doubt of them.
                if (isRecognised) known.AddRecognition();
                else known.Add(json.RootElement.Texts("indicators"));
            }
            catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
            {
                throw JsonFields.NoLine(number, LineSchemas.Finding, error);
            }
        }

        return doubts;
    }
}
