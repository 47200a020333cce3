using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReportIngest.Reports;

/// <summary>What the first sentence of a report's text says of who and when: 「2024年，王集乡认真贯彻…」.</summary>
/// <param name="Self">The level of a unit that calls itself 我乡 or 我局 there.</param>
internal sealed partial record Opening(string? Unit, int? Year, Level? Self)
{
    public static Opening Of(ImmutableArray<Line> lines, SectionHeading first)
    {
        var next = first.First + first.Lines;
        var text = first.Rest.Length > 0 ? CompactText.Of(first.Rest) : next < lines.Length && !lines[next].IsInTable ? lines[next].Compact : "";
        var sentence = text[..(text.IndexOf('。') is >= 0 and var end ? end : text.Length)];
        var self = We().Match(sentence);
        Level? level = self.Groups["township"].Success ? Level.Township : self.Groups["department"].Success ? Level.Department : null;
        if (Began().Match(sentence) is not { Success: true } year) return new Opening(null, null, level);
        var subject = Subject().Match(sentence, year.Length);
        // A sentence that also says what another unit or 「我乡」 does may begin with whoever told them to.
        var unit = self.Success || Others().Matches(sentence, subject.Index + subject.Length).Any(other => IsOne(other.Groups["unit"].Value)) ? "" : subject.Groups["unit"].Value;
        // 「2024年，郏县坚持…」 opens the reports of the county's offices as well.
        return new Opening(IsOne(unit) && UnitLevel.Of(unit) is Level.Department or Level.Township ? unit : null, ReportYear.Parse(year.Groups["year"].Value), level);
    }

    private static bool IsOne(string unit) => UnitName.IsOne(unit) && UnitName.HasPlace(unit);

    [GeneratedRegex("^(?<year>" + ReportYear.Pattern + ")年(?:度|以来|来)?[，,]?", RegexOptions.ExplicitCapture)]
    private static partial Regex Began();

    // 「县政府办公室根据要求部署各乡」「省政府办公厅严格开展考核」: 根据, 按照, 严格 and 持续 stand as well where one unit tells others what to do.
    [GeneratedRegex(@"\G(?<unit>\p{L}{2,45}?)(?:认真|深入|坚持|高度|紧紧|紧扣|全面|积极|始终|切实|不断|以习近平)", RegexOptions.ExplicitCapture)]
    private static partial Regex Subject();

    [GeneratedRegex(@"[，,；;、](?<unit>\p{L}{2,45}?)(?:认真|深入|坚持|高度|紧紧|紧扣|全面|积极|始终|切实|不断|以习近平|根据|按照|严格|持续)", RegexOptions.ExplicitCapture)]
    private static partial Regex Others();

    // 我国 and 我们 are nobody's in particular, nor is 自我; 我县 may be said by any of its units.
    [GeneratedRegex("(?<!自)我(?:(?<township>乡|镇|街道|办事处)|(?<department>局|委|厅|办)|[省市县区旗院]|单位|部门|中心)", RegexOptions.ExplicitCapture)]
    private static partial Regex We();
}
