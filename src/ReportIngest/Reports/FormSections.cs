using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReportIngest.Reports;

/// <summary>A section of the form: how reports print its title, and the words that still tell it when they have altered the title.</summary>
/// <param name="Title">The form's own title, the same in both editions.</param>
/// <param name="Printed">Matches a title in use at the beginning of compact text.</param>
/// <param name="Words">Matches anywhere in an altered title.</param>
internal sealed record FormSection(int Number, string Title, Regex Printed, Regex Words);

internal static partial class FormSections
{
    /// <summary>The six sections in the form's order.</summary>
    public static ImmutableArray<FormSection> All { get; } =
    [
        new(1, "总体情况", Overview(), OverviewWords()),
        new(2, "主动公开政府信息情况", Proactive(), ProactiveWords()),
        new(3, "收到和处理政府信息公开申请情况", Requests(), RequestsWords()),
        new(4, "政府信息公开行政复议、行政诉讼情况", Disputes(), DisputesWords()),
        new(5, "存在的主要问题及改进情况", Problems(), ProblemsWords()),
        new(6, "其他需要报告的事项", Other(), OtherWords()),
    ];

    /// <summary>Whether a text may begin with a title that <see cref="FormSection.Printed"/> knows: each has one of these words, and most lines have none.</summary>
    public static bool MayOpen(ReadOnlySpan<char> titled)
    {
        foreach (var word in Words)
        {
            if (titled.Contains(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static readonly string[] Words = ["情况", "概况", "概述", "存在", "事项"];

    [GeneratedRegex("^(?:(?:政府|政务)信息公开)?(?:工作)?(?:的)?(?:总体|整体|基本)(?:工作)?(?:情况|概况)|^概述")]
    private static partial Regex Overview();

    [GeneratedRegex("总体|(?:整体|基本)(?:工作)?[情概]况|^概[述况]$")]
    private static partial Regex OverviewWords();

    [GeneratedRegex("^主动公开(?:的)?(?:政府)?信息(?:的|工作)?情况|^(?:政府)?信息主动公开(?:工作)?(?:的)?情况|^主动公开(?:工作)?(?:的)?情况")]
    private static partial Regex Proactive();

    [GeneratedRegex("主动公开")]
    private static partial Regex ProactiveWords();

    [GeneratedRegex("^(?:收到(?:和|及|与|、)?)?(?:处理|办理|答复)?(?:政府)?信息公开申请(?:的)?(?:处理|办理)?(?:的)?情况|^(?:收到(?:和|及|与|、)?)?(?:处理|办理)?依申请公开(?:政府)?(?:信息)?(?:的)?(?:申请)?(?:工作|处理|办理)?(?:的)?情况|^(?:政府)?信息依申请公开(?:工作|办理)?(?:的)?情况")]
    private static partial Regex Requests();

    [GeneratedRegex("依申请|公开.*申请|申请.*公开|申请.*(?:处理|办理)")]
    private static partial Regex RequestsWords();

    [GeneratedRegex("^因?(?:政府)?信息公开(?:工作|申请)?(?:被)?(?:申请|提起|引起的?)?(?:行政)?复议(?:、|和|及|与|，|,|或)?(?:被)?(?:提起)?(?:行政)?诉讼(?:的)?情况")]
    private static partial Regex Disputes();

    [GeneratedRegex("复议|诉讼")]
    private static partial Regex DisputesWords();

    [GeneratedRegex("^(?:(?:政府|政务)信息公开)?(?:工作)?(?:中)?存在的?(?:主要)?(?:问题|困难|不足)(?:(?:和|与|及|、)(?:困难|不足|问题))?(?:及|和|与|、|以及)(?:其)?(?:下一步)?(?:改进|整改)(?:工作)?(?:情况|措施|方向|打算)")]
    private static partial Regex Problems();

    [GeneratedRegex("(?:问题|不足|困难).*(?:改进|措施|打算|整改)|存在.*(?:问题|不足)")]
    private static partial Regex ProblemsWords();

    [GeneratedRegex("^其[他它]?需要?(?:报告|说明)的?(?:其[他它])?(?:重要)?事项|^需要?(?:报告|说明)的其[他它](?:重要)?事项|^其[他它](?:需报告)?(?:的)?事项")]
    private static partial Regex Other();

    [GeneratedRegex("其[他它].*(?:事项|情况)|需要?(?:报告|说明)的.*事项")]
    private static partial Regex OtherWords();
}
