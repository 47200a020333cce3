using System.Text.RegularExpressions;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Form;

/// <summary>A section without its heading: what belongs to it stands below the one before.</summary>
internal static partial class LostHeading
{
    public static bool Of(Report report, int section) => section switch
    {
        1 => Matters().Matches(report.Preface).DistinctBy(match => match.Value[..2]).Count() >= FewestMatters,
        2 or 3 or 4 => report.Tables.Any(table => table.Section == section),
        5 => HasItem(report, ProblemItem()) || (Above(report, section) is { } text && Problem().IsMatch(text) && Improvement().IsMatch(text)),
        _ => HasItem(report, RemainingItem()) || (Above(report, section) is { } text && Remaining().IsMatch(text)),
    };

    // A preface may name one or two of the five.
    private const int FewestMatters = 4;

    private static string? Above(Report report, int section) => report.Sections.LastOrDefault(found => found.Number > 1 && found.Number < section)?.Text;

    /// <summary>It stands among the items of section one: 「（六）存在的主要问题及改进情况」.</summary>
    private static bool HasItem(Report report, Regex heading) => report.Sections.Any(section => section.Number == 1 && heading.IsMatch(section.Text));

    private const string Item = "(?m:^)[\\t \\u3000]*(?:[（(][一二三四五六七八九十][）)]|[1-9][、.．])[\\t \\u3000]*";

    [GeneratedRegex(Item + "(?:政府信息公开)?(?:工作)?存在的?(?:主要)?(?:问题|不足|困难)(?:和|及|与|、|以及)(?:不足|改进|下一步|今后|整改|原因)")]
    private static partial Regex ProblemItem();

    [GeneratedRegex(Item + "其[他它]?需要?(?:报告|说明)的?(?:其[他它])?事项")]
    private static partial Regex RemainingItem();

    [GeneratedRegex("主动公开|依申请|信息管理|平台建设|监督保障")]
    private static partial Regex Matters();

    [GeneratedRegex("问题|不足|不够|有待")]
    private static partial Regex Problem();

    [GeneratedRegex("下一步|下步|改进|整改|今后")]
    private static partial Regex Improvement();

    [GeneratedRegex("信息处理费|处理费|其[他它]需要?(?:报告|说明)")]
    private static partial Regex Remaining();
}
