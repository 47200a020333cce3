using System.Buffers;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ReportIngest.Rules.Form;

/// <summary>Documents that reports still cite, and from which year of report on they no longer hold (<c>superseded-notices.csv</c>).</summary>
internal static class SupersededNotices
{
    /// <param name="Marks">One of them stands in each citation: most texts have none, and the pattern is dear.</param>
    public sealed record Notice(Message Name, Message Now, int SinceYear, SearchValues<string> Marks, Regex Cited)
    {
        public bool IsIn(string text) => text.AsSpan().ContainsAny(Marks) && Cited.IsMatch(text);
    }

    public static ImmutableArray<Notice> All { get; } =
    [
        .. EmbeddedTable.Rows("superseded-notices").Select(row => new Notice(
            new Message(row[0], row[1]),
            new Message(row[2], row[3]),
            int.Parse(row[4], CultureInfo.InvariantCulture),
            SearchValues.Create(row[5].Split(' '), StringComparison.Ordinal),
            // The list is ours, and how far its patterns look is bounded: a time-out would only end the reading of a long report.
            new Regex(row[6], RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout))),
    ];
}
