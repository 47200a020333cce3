namespace ReportIngest.Forge.Habits;

/// <summary>Labels with a letter wrong, too many or too few; the seed chooses which.</summary>
internal static class Typos
{
    private static readonly (string Right, string Wrong)[] Seen =
    [
        ("行政事业性收费", "行政事业型收费"), ("现行有效件数", "现行有效件教"), ("商业企业", "商业企亚"), ("本年废止件数", "本年废只件数"),
        ("社会公益组织", "社会公溢组织"), ("法律服务机构", "法律服物机构"), ("上年结转政府信息", "上年接转政府信息"), ("危及“三安全一稳定”", "危机“三安全一稳定”"),
        ("四类过程性信息", "四类过程信息"), ("没有现成信息需要另行制作", "没有现成信息需另行制作"), ("补正后申请内容仍不明确", "补正后申请内容任不明确"),
        ("重复申请", "重复申清"), ("要求提供公开出版物", "要求提供公开出版务"), ("本年度办理结果", "本年度办理结杲"), ("未经复议直接起诉", "未经复议直接起拆"),
        ("结转下年度继续办理", "结转下年度续办理"), ("法人或其他组织", "法人和其他组织"), ("尚未审结", "尚末审结"),
    ];

    public static ForgedReport Made(ForgedReport report)
    {
        var random = new Random(report.Seed);
        var made = Seen.Where(_ => random.Next(2) == 0).ToArray();
        return report.WithSheets(sheet => sheet.WithTexts(cell => cell.Role == CellRole.Value ? cell.Text : Print(cell.Text)));

        string Print(string label) => made.Aggregate(label, (text, typo) => text.Replace(typo.Right, typo.Wrong));
    }
}
