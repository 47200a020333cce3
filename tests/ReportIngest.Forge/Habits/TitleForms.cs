using System.Collections.Immutable;
using System.Globalization;

namespace ReportIngest.Forge.Habits;

/// <summary>Titles that are hard to read as one.</summary>
internal static class TitleForms
{
    private static readonly string[] Noughts = ["〇", "○", "零"];

    /// <summary>Unit, year and the rest each in a line.</summary>
    public static ForgedReport OnThreeLines(ForgedReport report) =>
        Titled(report, [report.Truth.Organization, $"{Digits(report)}年", "政府信息公开工作年度报告"]);

    /// <summary>二〇二四年, in front or behind the unit.</summary>
    public static ForgedReport InNumerals(ForgedReport report)
    {
        var nought = Noughts[report.Seed % Noughts.Length];
        var year = string.Concat(Digits(report).Select(digit => digit == '0' ? nought : "一二三四五六七八九"[digit - '1'].ToString()));
        return Titled(report, report.Seed % 2 == 0
            ? [$"{report.Truth.Organization}{year}年度", "政府信息公开工作年度报告"]
            : [$"{year}年{report.Truth.Organization}政府信息公开年度报告"]);
    }

    /// <summary>关于…的报告, with the unit before or behind 关于.</summary>
    public static ForgedReport AboutTheWork(ForgedReport report) => Titled(report, report.Seed % 2 == 0
        ? [$"{report.Truth.Organization}关于{Digits(report)}年度政府信息公开工作情况的报告"]
        : [$"关于{report.Truth.Organization}{Digits(report)}年政府信息公开工作年度报告"]);

    private static ForgedReport Titled(ForgedReport report, ImmutableArray<string> lines) =>
        report with { TitleLines = lines, Truth = report.Truth with { Title = string.Concat(lines) } };

    private static string Digits(ForgedReport report) => report.Truth.Year.ToString(CultureInfo.InvariantCulture);
}
