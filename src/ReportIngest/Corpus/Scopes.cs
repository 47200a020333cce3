using System.Text.RegularExpressions;
using ReportIngest.Reports;

namespace ReportIngest.Corpus;

/// <summary>Whose numbers a report gives. A place may publish two reports a year: its own office's, and one that adds up all its units.</summary>
public enum Scope
{
    /// <summary>The report does not say.</summary>
    Unsaid,

    /// <summary>本机关, 本级: the office alone.</summary>
    Office,

    /// <summary>全县, 汇总: all units of the place.</summary>
    Aggregate,
}

/// <summary>
/// Tells the scope by the words of the title, else by who received the requests of section one. A text tells only an office: 全县 is how a government speaks of
/// itself in any report, and in one year and not in the next. 本机关 tells it of a government only: a department or township has no other name for itself.
/// </summary>
internal static partial class Scopes
{
    public static Scope Of(ReportRecord report)
    {
        var title = CompactText.Of(report.Title);
        if (OfficeTitle().IsMatch(title)) return Scope.Office;
        if (AggregateTitle().IsMatch(title)) return Scope.Aggregate;
        var overview = report.Sections.FirstOrDefault(section => section.Number == 1)?.Text ?? "";
        return report.Level is not (Level.Department or Level.Township) && OfficeText().IsMatch(overview) && !AggregateText().IsMatch(overview) ? Scope.Office : Scope.Unsaid;
    }

    [GeneratedRegex("本机关|本级|机关本部", RegexOptions.ExplicitCapture)]
    private static partial Regex OfficeTitle();

    [GeneratedRegex("全[省市县区旗州盟乡镇]|汇总|综合年", RegexOptions.ExplicitCapture)]
    private static partial Regex AggregateTitle();

    // 「本机关共收到政府信息公开申请3件」; who promotes openness in the whole county says nothing about whose numbers follow.
    [GeneratedRegex("(?:本机关|本级机关|[省市县区旗州盟]本级)[^。；\n]{0,12}(?:收到|受理|新收)[^。；\n]{0,20}申请", RegexOptions.ExplicitCapture)]
    private static partial Regex OfficeText();

    [GeneratedRegex("全[省市县区旗州盟](?!年)[^。；\n]{0,16}(?:收到|受理|新收)[^。；\n]{0,20}申请", RegexOptions.ExplicitCapture)]
    private static partial Regex AggregateText();
}
