using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReportIngest.Reports;

/// <summary>What the first sentence of a report's text says of who and when: 「2024年，王集乡认真贯彻…」.</summary>
internal sealed partial record Opening(string? Unit, int? Year)
{
    public static Opening? Of(ImmutableArray<Line> lines, SectionHeading first)
    {
        var next = first.First + first.Lines;
        var text = first.Rest.Length > 0 ? CompactText.Of(first.Rest) : next < lines.Length && !lines[next].IsInTable ? lines[next].Compact : "";
        var sentence = text[..Math.Min(text.Length, LongestOpening)];
        if (Began().Match(sentence) is not { Success: true } year) return null;
        var unit = Subject().Match(sentence, year.Length).Groups["unit"].Value;
        // 「2024年，郏县坚持…」 opens the reports of the county's offices as well.
        return new Opening(UnitName.IsOne(unit) && UnitName.HasPlace(unit) && UnitLevel.Of(unit) is Level.Department or Level.Township ? unit : null, ReportYear.Parse(year.Groups["year"].Value));
    }

    /// <summary>A year, the longest name and the verb behind it.</summary>
    private const int LongestOpening = 64;

    [GeneratedRegex("^(?<year>" + ReportYear.Pattern + ")年(?:度|以来|来)?[，,]?", RegexOptions.ExplicitCapture)]
    private static partial Regex Began();

    [GeneratedRegex(@"\G(?<unit>\p{L}{2,45}?)(?:认真|深入|坚持|严格|高度|按照|根据|紧紧|紧扣|持续|全面|积极|始终|切实|不断|以习近平)", RegexOptions.ExplicitCapture)]
    private static partial Regex Subject();
}
