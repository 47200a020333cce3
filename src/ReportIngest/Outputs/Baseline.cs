using System.Text.Json;
using ReportIngest.Corpus;
using ReportIngest.Rules;

namespace ReportIngest.Outputs;

/// <summary>The findings of an earlier run, by fingerprint. What they say is read once more when they are written.</summary>
public sealed class Baseline
{
    private readonly Dictionary<string, (LinePlace Place, string Rule, Subject Subject)> _earlier = [];
    private readonly HashSet<string> _met = [];

    /// <param name="findings">An earlier <c>findings.jsonl</c>.</param>
    /// <exception cref="FormatException">It is none.</exception>
    public Baseline(Stream findings)
    {
        foreach (var (place, finding) in FindingRecords.Read(findings)) _earlier.TryAdd(finding.Fingerprint, (place, finding.Rule, finding.Subject));
    }

    internal BaselineState StateOf(string fingerprint)
    {
        if (!_earlier.ContainsKey(fingerprint)) return BaselineState.New;
        _met.Add(fingerprint);
        return BaselineState.Unchanged;
    }

    /// <summary>
    /// Writes the earlier findings that this run does not have, in their order, as they were: <c>"baseline":"gone"</c> where their subject was looked at again, else
    /// <c>"not_checked"</c>: a report that is no longer at hand has not become right.
    /// </summary>
    /// <param name="findings">The same stream; it is read by place.</param>
    /// <param name="wasChecked">Whether this run has looked for the rule in the subject.</param>
    /// <returns>How many of each.</returns>
    public (int Gone, int NotChecked) WriteRest(Stream findings, Stream output, Func<string, Subject, bool> wasChecked)
    {
        var (gone, notChecked) = (0, 0);
        foreach (var (place, rule, subject) in _earlier.Where(earlier => !_met.Contains(earlier.Key)).Select(earlier => earlier.Value).OrderBy(earlier => earlier.Place.Offset))
        {
            var isGone = wasChecked(rule, subject);
            if (isGone) gone++;
            else notChecked++;
            var line = new byte[place.Length];
            findings.Position = place.Offset;
            findings.ReadExactly(line);
            Write(output, line, isGone ? "gone" : "not_checked");
        }
        return (gone, notChecked);
    }

    private static void Write(Stream output, ReadOnlyMemory<byte> line, string state)
    {
        using var finding = JsonDocument.Parse(line);
        using (var json = new Utf8JsonWriter(output, Spelling.Json))
        {
            json.WriteStartObject();
            foreach (var property in finding.RootElement.EnumerateObject().Where(property => property.Name != "baseline")) property.WriteTo(json);
            json.WriteString("baseline", state);
            json.WriteEndObject();
        }
        output.WriteByte((byte)'\n');
    }
}
