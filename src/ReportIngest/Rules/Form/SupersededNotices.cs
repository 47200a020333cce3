using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace ReportIngest.Rules.Form;

/// <summary>Documents that reports still cite, and from which year of report on they no longer hold (<c>superseded-notices.csv</c>).</summary>
internal static class SupersededNotices
{
    public sealed record Notice(Message Name, Message Now, int SinceYear, Regex Cited);

    public static ImmutableArray<Notice> All { get; } =
    [
        .. EmbeddedTable.Rows("superseded-notices").Select(row => new Notice(
            new Message(row[0], row[1]),
            new Message(row[2], row[3]),
            int.Parse(row[4], CultureInfo.InvariantCulture),
            // The list is ours, and how far its patterns look is bounded: a time-out would only end the reading of a long report.
            new Regex(row[5], RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout))),
    ];
}
