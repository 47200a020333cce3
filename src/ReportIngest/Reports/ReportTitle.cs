using System.Text.RegularExpressions;

namespace ReportIngest.Reports;

/// <summary>A title of a yearly report on open government, taken apart.</summary>
/// <param name="Text">As printed (<see cref="In"/>), one line without blanks and without what stands around it (site names, 《》).</param>
/// <param name="Unit">The organisation in simplified characters; null where the title has none.</param>
internal sealed partial record ReportTitle(string Text, string? Unit, int? Year)
{
    /// <summary>
    /// Reads compact text that is a title from its beginning to its end; null where it is none
    /// (a sentence, a guide 指南, a rule about reports 制度, a notice 通知, news).
    /// </summary>
    public static ReportTitle? Read(string compact)
    {
        if (!MayBe(compact)) return null;
        var text = Around().Replace(compact, "");
        var tail = Kind().Match(text);
        if (!tail.Success) return null;
        var head = text[..tail.Index];
        // 「郏县人民政府信息公开…」 is often printed for 「郏县人民政府政府信息公开…」: the name keeps its 政府.
        if (head.EndsWith("人民", StringComparison.Ordinal) && tail.Value.StartsWith("政府", StringComparison.Ordinal)) head += "政府";

        var year = YearGroup(tail);
        if (Years().Match(head) is { Success: true } stated)
        {
            year = YearGroup(stated);
            head = Join(head[..stated.Index], head[(stated.Index + stated.Length)..]);
            // 「2025郏县王集乡2025年度…」 says it twice.
            if (Years().Match(head) is { Success: true } again && YearGroup(again) == year) head = head.Remove(again.Index, again.Length);
        }

        var unit = Subject(head.EndsWith('的') ? head[..^1] : head);
        if (unit.Length > 0 && !UnitName.CanBe(unit)) return IsSelf(unit) ? new ReportTitle(text, null, year) : null;
        return new ReportTitle(text, unit.Length > 0 ? unit : null, year);
    }

    /// <summary>Most lines are no titles, and the whole patterns are dear.</summary>
    private static bool MayBe(string compact) => compact.Contains("公开", StringComparison.Ordinal) && Named().IsMatch(compact);

    /// <summary>The title with the characters of the text that it was read out of: a compact text is simplified.</summary>
    public ReportTitle In(string printed)
    {
        var at = CompactText.Of(printed).IndexOf(Text, StringComparison.Ordinal);
        return at < 0 ? this : this with { Text = CompactText.AsPrinted(printed).Substring(at, Text.Length) };
    }

    /// <summary>How many of unit and year it says.</summary>
    public int Says => (Unit is null ? 0 : 1) + (Year is null ? 0 : 1);

    /// <summary>As <see cref="Read"/>, for a line with a site's name or a path of menus around the title (首页 &gt; 年报 &gt; …, …_某某网): the part that says most.</summary>
    public static ReportTitle? ReadPart(string compact)
    {
        if (!MayBe(compact)) return null;
        if (Read(compact) is { } whole) return whole;
        ReportTitle? best = null;
        foreach (var range in compact.AsSpan().SplitAny(Separators))
        {
            if (Read(compact[range]) is { } part && (best is null || part.Says > best.Says)) best = part;
        }

        return best;
    }

    /// <summary>What menus and page titles put between their parts. 「－」 and 「-」 too: no title has them.</summary>
    private const string Separators = ">＞›»|｜_-－—–/\\";

    /// <summary>「郏县2023年全县政府信息公开…」: what stands before the year names the unit, 全县 only the scope.</summary>
    private static string Join(string before, string after) => before.Length > 0 && Scope().IsMatch(after) ? before : before + after;

    /// <summary>
    /// 「郏县水利局关于2025年…」 names who reports before 关于, 「关于郏县2025年…」 whose report it is behind it. Of both the latter counts: an office reports for its government.
    /// </summary>
    private static string Subject(string head)
    {
        var about = head.IndexOf("关于", StringComparison.Ordinal);
        if (about < 0 || (about > 0 && !UnitName.CanBe(head[..about]))) return head;
        var subject = head[(about + "关于".Length)..];
        return about > 0 && (Scope().IsMatch(subject) || IsSelf(subject)) ? head[..about] : subject;
    }

    private static bool IsSelf(string unit) => Own().IsMatch(unit);

    private static int? YearGroup(Match match) => match.Groups["year"] is { Success: true } group ? ReportYear.Parse(group.Value) : null;

    // 「【图文】郏县…报告」 is the report; what 【图解】 or 【解读】 marks is told of one.
    [GeneratedRegex("^(?:(?:信息|文件|公文)?(?:标题|名称|题目)[:：]?|[【\\[](?![^】\\]]{0,5}[解读懂])\\p{L}{2,6}[】\\]]|[《“\"「『【\\[])+|[》”\"」』】\\]]+$|\\.(?:docx?|pdf|wps|html?|md|txt)$", RegexOptions.IgnoreCase)]
    private static partial Regex Around();

    private const string BracketedYear = "(?:[（(〔\\[]?(?<year>" + ReportYear.Pattern + ")(?:年度|年年度|年)?[）)〕\\]]?)";

    /// <summary>年度报告 with its characters in another order, a slip of typing: 工作告年度报.</summary>
    private const string Scrambled = "(?=[年度报告]{0,3}年)(?=[年度报告]{0,3}度)(?=[年度报告]{0,3}报)(?=[年度报告]{0,3}告)[年度报告]{4}";

    [GeneratedRegex("(?:(?:政府|政务)信息(?:公开)?(?:和|与|及|暨))?(?:政府|政务)?(?:信息|政务)(?:主动)?公开(?:工作)?(?:情况)?的?" + BracketedYear + "?(?:年度)?(?:工作)?(?:情况)?的?(?:总结)?(?:报告|年报|" + Scrambled + ")(?:书|表)?(?:全文|正文)?(?:[（(]?" + BracketedYear + "[）)]?)?$", RegexOptions.ExplicitCapture)]
    private static partial Regex Kind();

    [GeneratedRegex("[（(〔\\[]?(?<year>" + ReportYear.Pattern + ")(?:年年度|年度|年)?[）)〕\\]]?(?:年度)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Years();

    [GeneratedRegex("^(?:全[省市县区旗乡镇])?$")]
    private static partial Regex Scope();

    [GeneratedRegex("^(?:本(?:机关|单位|部门|级)?|我[局委办厅市县区乡镇省]|全[省市县区旗乡镇])$")]
    private static partial Regex Own();

    [GeneratedRegex("报告|年报|" + Scrambled)]
    private static partial Regex Named();
}
