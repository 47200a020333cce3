namespace ReportIngest.Forge.Habits;

/// <summary>Section headings that are not quite the form's.</summary>
internal static class Headings
{
    private const string Numerals = "一二三四五六";

    private static readonly Func<int, string, string>[] Numberings =
    [
        (number, title) => $"{Numerals[number - 1]}、 {title}",
        (number, title) => $"{Numerals[number - 1]} 、{title}",
        (number, title) => $"{Numerals[number - 1]}．{title}",
        (number, title) => $"{Numerals[number - 1]}.{title}",
        (number, title) => $"{Numerals[number - 1]}，{title}",
        (number, title) => $"第{Numerals[number - 1]}部分 {title}",
    ];

    // By section number, counted from 1.
    private static readonly string[][] Reworded =
    [
        ["工作总体情况", "概述"],
        ["主动公开政府信息的情况", "政府信息主动公开情况"],
        ["收到和处理政府信息公开申请的情况", "政府信息公开申请收到和处理情况"],
        ["因政府信息公开工作被申请行政复议、提起行政诉讼情况", "政府信息公开行政复议、行政诉讼的情况"],
        ["政府信息公开工作存在的主要问题及改进情况", "存在的主要问题和改进措施"],
        ["其他需要报告事项", "需要报告的其他事项"],
    ];

    /// <summary>Other signs around the numbers, one kind a report.</summary>
    public static ForgedReport NumberedOtherwise(ForgedReport report)
    {
        var number = Numberings[report.Seed % Numberings.Length];
        // A heading takes its number from where it stands: a section left out may have closed up.
        return With(report, section => section with { Heading = number(Numerals.IndexOf(section.Heading[0]) + 1, section.Title) });
    }

    public static ForgedReport RewordedTitles(ForgedReport report)
    {
        var random = new Random(report.Seed);
        var reworded = With(report, section => random.Next(2) == 0
            ? section
            : section with { Heading = section.Heading[..2] + Unit.Pick(random, Reworded[section.Number - 1]) });
        return reworded with { Deviations = [.. report.Deviations, "RI506"] };
    }

    /// <summary><c>一、总体情况。</c> with the section's first sentence in the same paragraph.</summary>
    public static ForgedReport RunIn(ForgedReport report) => With(report, section =>
        section.Paragraphs is [var first, .. var rest] && first[0] != '（'
            ? section with { Heading = $"{section.Heading}。{first}", Paragraphs = rest }
            : section with { Heading = $"{section.Heading}。" });

    private static ForgedReport With(ForgedReport report, Func<ForgedSection, ForgedSection> change) =>
        report with { Sections = [.. report.Sections.Select(change)] };
}
