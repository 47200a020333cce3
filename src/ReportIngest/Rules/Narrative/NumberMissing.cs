using System.Text.RegularExpressions;
using ReportIngest.Documents;
using ReportIngest.Reports;
using ReportIngest.Reports.Narratives;

namespace ReportIngest.Rules.Narrative;

/// <summary>A sentence that counts something and lacks the number.</summary>
internal sealed partial class NumberMissing : IRule
{
    public RuleInfo Info { get; } = new("RI310", Category.Narrative, Severity.Note, new("句中缺数字", "Number missing in a sentence"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) =>
        context.Narrative.Sentences.Select(sentence => Judge(sentence, report)).OfType<Observation>();

    private Observation? Judge(Sentence sentence, Report report)
    {
        if (Hole(sentence, report) is { } hole) return MayBeOurs(report) ? Observation.CannotTell : Observation.Fails(Missing(sentence, hole, report));
        if (Possible().IsMatch(sentence.Plain)) return Observation.CannotTell;
        return sentence.Quantities.IsEmpty ? null : Observation.Holds;
    }

    /// <summary>Where the letters themselves are in doubt, or a page is cut at its edge, the number may be lost by us.</summary>
    private static bool MayBeOurs(Report report) => report.Doubts.Any(doubt => doubt is { Rule: "RI906" } or { Rule: "RI901", Section: null });

    private static Match? Hole(Sentence sentence, Report report)
    {
        if (Lacking().Match(sentence.Plain) is { Success: true } hole) return hole;
        // Blanks where the number was to go: 收到申请   件. A PDF's blanks are only distances, and an evenly spaced line has them everywhere.
        if (sentence.Gaps.IsEmpty || report.Format == FileKind.Pdf || sentence.Gaps.Count * Spaced > sentence.Plain.Length) return null;
        return Countable().Matches(sentence.Plain).FirstOrDefault(unit => sentence.Gaps.Contains(unit.Groups["unit"].Index));
    }

    // With more blanks than one in four letters a line is spaced evenly; of a template's sentence every tenth letter or so stands behind one.
    private const int Spaced = 4;

    private Finding Missing(Sentence sentence, Match hole, Report report)
    {
        var quote = Quotes.Of(sentence, hole.Index);
        var words = sentence.Printed.Substring(hole.Index, hole.Length);
        var message = new Message(
            $"{quote.Zh}，“{words}”处缺少数字。请补上，没有的填 0。",
            $"{quote.En}, where “{words}” lacks its number. Fill it in, 0 where there is none.");
        return Finding.Of(Info, report, message) with { Part = sentence.Skeleton };
    }

    /// <summary>A clause or sentence ends here.</summary>
    private const string End = "(?=[，。；、,;）]|$)";

    // A unit right behind the thing that is counted: 印发文件件。
    private const string Things = "(?:文件件|事项项|处理费(?:共计|共|为)?万?元|(?<!文字|图文|政策)解读篇"
        + "|(?:公开|发布)[^，。；0-9]{0,12}信息条"
        + "|(?:累计|共)(?:发布|公开|推送|更新)[^，。；0-9]{0,12}(?:动态|资讯|公告|消息|文章)[条篇]"
        + "|(?:培训|会议|发布会|座谈会|推进会|讲座)(?:班)?[次场期]"
        + "|(?:更新|修订)[^，。；0-9]{0,12}(?:指南|目录)次"
        + "|(?:办理|作出|实施)(?:行政)?(?:许可|处罚|强制)件"
        + "|(?:网站|公众号|平台|公开栏)[^，。；0-9]{0,6}(?:发布|公开|推送)(?:信息)?[条篇]"
        + "|申请件，(?:已|全部|按期|按时|均|都)+(?:答复|办结|回复)件"
        + "|(?:共|累计|总计)[^，。；0-9的]{0,12}(?:申请|复议|诉讼|案件)[件起]"
        + "|(?:申请|文件|信息)(?:共有?|共计)[件条])" + End;

    // 共收到申请合计。
    private const string Totals = "(?:申请|文件|信息|案件)(?:总数|数量)?(?:共计|合计|总计|共)(?=[。；])";

    // A sign for a number to come: □□件, **条. XX条 and __条 are RI404's.
    private const string Signs = "(?<![0-9A-Za-zＸ*×_＿])(?:[XxＸ×_＿]|[＊*]{1,6}|□{1,4}|（）)(?:件|条|份|次|起|篇|期|场|万元|元)(?=[，。；、,;）]|其中|$)";

    // 同比增长%, 按期答复率为%, 占总数的%
    private const string Shares = "(?:增长|增加|上升|下降|减少|提高)了?(?:[%％]|个百分点)|率(?:为|达到|达)?[%％]|占(?:比|总数的?|总量的?|申请总数的?)?(?:为)?[%％]";

    // 2024年月日, 2024年截至月底, 截至月日; 「每月更新，截至月底」 lacks nothing.
    private const string Dates = "^年[，,]|(?<=[0-9])年月日(?![均常])|(?<=20[0-9]{2}年)截[至止]到?月[底日]|截[至止]到?月日(?=，)";

    // The last of several counted documents without a count: 废止2件，现行有效的规范性文件。
    private const string InForce = "(?<=[0-9]件[，、,])(?:目前|现)?现行有效的?(?:行政)?规范性文件(?:共有?|共计|为)?(?=[。；;])|^(?:目前|现)?[，,]?现行有效的(?:行政)?规范性文件[。；]?$";

    [GeneratedRegex(Things + "|" + Totals + "|" + Signs + "|" + Shares + "|" + Dates + "|" + InForce)]
    private static partial Regex Lacking();

    [GeneratedRegex("(?:申请|答复|办结|受理|信息|文件|公开|发布|培训)(?<unit>件|条|份|次|篇|期|场)(?=[，。；、,;）]|其中|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Countable();

    // 申请件 and 复议件 are words as well: 收到申请件，逐件登记.
    [GeneratedRegex("(?:收到|受理|发生|提起)[^，。；0-9]{0,16}(?:申请|复议|诉讼|案件)[件起](?=[，。；]|$)")]
    private static partial Regex Possible();
}
