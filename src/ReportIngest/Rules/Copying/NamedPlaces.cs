using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportIngest.Documents;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Copying;

/// <summary>A unit's name where the reporting unit's own belongs, and the words it stands in.</summary>
/// <param name="Told">The sentence, where another unit may be told of in one that names both; empty where the place has one unit only.</param>
/// <param name="IsCommon">In words that are said of any unit, and the name alone: one such sentence may tell of a neighbour.</param>
/// <param name="IsOwnPlan">What the unit itself is going to do: a township there is no other unit's than one of another kind's either.</param>
internal sealed record NamedPlace(string Name, Func<Message> Where, string Words, string Told = "", bool IsOwnPlan = false, bool IsCommon = false);

/// <summary>The places of a report that name the unit whose report it is.</summary>
internal static partial class NamedPlaces
{
    public static IEnumerable<NamedPlace> Of(Report report)
    {
        foreach (var name in Preface.Subjects(report.Preface, report.Year)) yield return new NamedPlace(name, InPreface, name);
        var compilers = Preface.Compilers(report.Preface).ToList();
        var compiled = string.Concat(compilers.Select(name => Told(report.Preface, name)));
        foreach (var name in compilers.Where(name => UnitName.IsOne(name.Value) && !IsServiceOfAll().IsMatch(name.ValueSpan))) yield return new NamedPlace(name.Value, InPreface, name.Value, compiled);
        foreach (var place in Matches(Draft(), report.Preface, _ => InPreface()).Concat(Matches(Contact(), report.Preface, _ => InPreface()))) yield return place;
        if (report.Signatory is { } signatory) yield return new NamedPlace(signatory, Below, signatory);
        else if (UndatedSignature(report) is { } signed) yield return new NamedPlace(signed, Below, signed);
        foreach (var section in report.Sections)
        {
            var text = "\n" + section.Text; // so that each opening has a sign before it
            var places = new SectionPlaces(section);
            Func<int, Message> where = index => places.At(index - 1);
            foreach (var place in Subjects(report.Unit?.Level, section.Number).SelectMany(subject => Matches(subject, text, where, isTold: true, own: report.Unit?.Name))) yield return place;
            if (report.Unit?.Level is Level.Department && section.Number == 5)
            {
                foreach (var place in Matches(Plan(), text, where, isTold: true)) yield return place with { IsOwnPlan = true };
            }

            // A department may send its readers to another one.
            if (report.Unit?.Level is Level.Department) continue;
            foreach (var place in Matches(Contact(), text, where)) yield return place;
        }
    }

    private static Message InPreface() => new("前言", "the preface");

    private static Message Below() => new("落款", "the signature");

    private static IEnumerable<NamedPlace> Matches(Regex named, string text, Func<int, Message> where, bool isTold = false, string? own = null) => named.Matches(text)
        .Where(match => !match.Groups["any"].Success || MayBeOwn(text, match, own))
        .Select(match => (name: match.Groups["name"], isCommon: match.Groups["any"].Success && !HasBody(match)))
        .Where(found => !IsServiceOfAll().IsMatch(found.name.ValueSpan))
        .Select(found => new NamedPlace(found.name.Value, () => where(found.name.Index), ReportText.Sentence(text, found.name), isTold ? Told(text, found.name) : "", IsCommon: found.isCommon));

    /// <summary>人民政府 or 党委 behind the name: no street and no verb then.</summary>
    private static bool HasBody(Match match) => match.Index + match.Length - match.Groups["name"].Index - match.Groups["name"].Length > 1;

    /// <summary>Behind a name that is a township's, in a sentence that does not compare, praise or inspect. The list is asked last, and never for the unit's own name: to unpack it takes time.</summary>
    private static bool MayBeOwn(string text, Match match, string? own)
    {
        var name = match.Groups["name"];
        return (HasBody(match) || !IsPhrase().IsMatch(name.ValueSpan))
            && !TellsOfOthers().IsMatch(text[Before(text, Before(text, name.Index))..name.Index] + Told(text, name))
            && (own is null || NamesAlike.Of(own, name.Value) is not true)
            && TownshipNames.Contains(name.Value);
    }

    /// <summary>Where the sentence before an index begins.</summary>
    private static int Before(string text, int index) =>
        Math.Max(0, Math.Max(index - LongSentence, text.AsSpan(0, Math.Max(0, index - 1)).LastIndexOfAny('。', '；', '\n') + 1));

    // Nobody's sentence is longer.
    private const int LongSentence = 300;

    /// <summary>The whole sentence around a name, up to its full stop.</summary>
    private static string Told(string text, Capture name)
    {
        var before = text.AsSpan(0, name.Index);
        var from = Math.Max(before.LastIndexOfAny('。', '；', '\n') + 1, name.Index - LongSentence);
        var rest = text.AsSpan(name.Index, Math.Min(text.Length - name.Index, LongSentence));
        var to = rest.IndexOfAny('。', '；', '\n');
        return text[from..(name.Index + (to < 0 ? rest.Length : to))];
    }

    /// <summary>
    /// A government speaks of its departments and townships, a department of all others: only a township and a county have no other of their kind to speak of. A
    /// department is the subject of its report's first sentence, and of what it has to say of fees.
    /// </summary>
    private static ImmutableArray<Regex> Subjects(Level? level, int section) => level switch
    {
        Level.Township => [Township(), TownshipWithin()],
        Level.County => [County()],
        Level.Department when section == 1 => [DepartmentFirst()],
        Level.Department when section == 6 => [DepartmentOnFees()],
        _ => [],
    };

    /// <summary>The last line of the report, where it is a township's name and nothing else; a line before it, or several, are links to neighbours in a page's foot.</summary>
    private static string? UndatedSignature(Report report) =>
        report.Unit?.Level == Level.Township && report.Sections is [.., var last]
        && last.Text.Split('\n').Select(line => CompactText.Of(line)).Where(line => UnitLevel.Of(line) == Level.Township && UnitName.IsOne(line)).Distinct().ToList() is [var name]
        && CompactText.Of(last.Text).EndsWith(name, StringComparison.Ordinal)
        && (report.Format != FileKind.Html || Formal().IsMatch(name)) // 石桥镇 at the end of a page is a link
            ? name
            : null;

    [GeneratedRegex("(?:人民政府|办事处)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Formal();

    private const string Year = "(?:20[0-9]{2}\\s*年(?:度|以来)?[，,]?|一年来[，,]|[今本]年(?:度|以来)?[，,]?|全年[，,]?)?";

    // 「改进情况：石桥镇将进一步…」: a label of the form's own for what the unit does; 「典型做法：石桥镇…」 tells of another.
    private const string Label = "[：:](?<=[。；\\n]\\s{0,4}(?:[（(]?[一二三四五六七八九十0-9]{1,2}[）)、.．])?\\s?(?:(?:存在的?(?:主要)?问题[及和与])?(?:改进|整改)(?:情况|措施|打算)?|下一步(?:工作)?(?:打算|措施|计划)?|工作打算)[：:])";

    // Of its own line: over empty lines a pattern would go on from each of them.
    private const string Blanks = "[^\\S\\n]*";

    private const string Sentence = "(?:[。；\\n]|" + Label + ")" + Blanks + Year;

    // 郏县王集乡; a longer stem is a peoples' township.
    private const string TownshipName = "(?=\\p{Lo}{2,24}?(?:乡|镇|街道))(?<name>(?:\\p{Lo}{2,5}?[市州])?(?:\\p{Lo}{1,5}?[县区市旗])?\\p{Lo}{2,4}?(?:[^\\P{Lo}族]{1,4}族){0,4}(?:乡|镇|街道))";

    private const string Bodies = "(?:人民政府|政府(?!信息|网|公报)|党委|党工委|办事处|、)*";

    private const string Means = "以[^。，；\\n]{2,16}为(?:抓手|契机|重点|目标|导向|主线|引领|切入点|突破口)";

    // 石桥镇收到的1件申请 speaks of an application.
    private const string Doing = "(?:(?:坚持|认真|严格|高度|切实|紧紧|紧扣|积极|始终|以习近平|以公开|共收到|共受理|共主动|共发布|未收到|没有收到|主动公开|深入|全面|持续|围绕|贯彻|收到|受理|" + Means + "|扎实|不断|进一步|着力|大力|稳步"
        + "|按照|根据|依据|依法|充分|聚焦|立足|将(?:继续|进一步|加强|加大|持续|从|不断|认真|严格|切实|" + Means + "))(?!(?:公开|发布)?的)|" + Nothing + ")";

    private const string Nothing = Year + "(?:无|没有|未)(?:其[他它]需要?(?:报告|说明)|需要?(?:报告|说明)|(?:收取|产生|发生)[^。；\\n]{0,16}(?:处理费|收费|费用))|" + Year + "收取[^。；\\n]{0,16}处理费";

    // What is said at the beginning of a sentence only; 「…公开工作的经验值得学习」 tells of another unit.
    private const string Being = "(?:" + Year + "(?:政府信息|政务)公开(?:各项)?工作|在(?:政府信息|政务)公开|在[^。，；\\n]{2,24}(?:领导|指导|支持|关心|部署)下)(?![^。；\\n]{0,16}(?:经验|做法|值得|学习|借鉴|交流))|" + Year + Doing;

    // What a unit says of itself and of others alike, and what may follow 乡镇 in any sentence: here the name has to be a township's.
    private const string Deeds = "(?<any>(?:结合(?:工作)?实际|明确(?:专人|分管|由|了)|建立(?:健全|了|起)|健全|完善|制定(?:了|并|出台)|成立(?:了|以|由)|严把|严守|加强|强化|优化|规范(?!化)|推进|通过[^。，；\\n]{2,24}(?:公开|发布)|[把将][^。，；\\n]{2,24}(?:摆上|摆在|纳入|列入|作为))"
        + "(?!的|[^。；\\n]{0,40}(?:经验|做法|值得|学习|借鉴|交流|参照|介绍|推广)))";

    // 「双河镇推进数据共享，方便两镇群众」「双河镇建立了台账，而我们没有」
    [GeneratedRegex("我们|[全两各][县市区旗乡镇]|[县市区旗]里|表扬|表彰|通报|发言|检查|先进|差距|比如|例如|如：|典型|示范|样板|试点|邻|兄弟|对标|相比|复制", RegexOptions.ExplicitCapture)]
    private static partial Regex TellsOfOthers();

    // A verb, and what is a street without its county or 办事处: 「新建镇规范公开栏3处」「人民街道推进雨污分流工程」.
    [GeneratedRegex("(?:新|改|扩|在|共)建[乡镇]$|^[^县区市旗]+街道$", RegexOptions.ExplicitCapture)]
    private static partial Regex IsPhrase();

    [GeneratedRegex(Sentence + TownshipName + Bodies + "(?=" + Being + "|" + Year + Deeds + ")", RegexOptions.ExplicitCapture)]
    private static partial Regex Township();

    // 「在县委的领导下，石桥镇认真…」「下一步，石桥镇将加强…」「按照…办法》，石桥镇没有收取…」
    [GeneratedRegex("[,，](?<=(?:[下来步]|问题|不足|方面|要求|规定|办法》)[,，])" + Year + TownshipName + Bodies + "(?=" + Year + Doing + ")", RegexOptions.ExplicitCapture)]
    private static partial Regex TownshipWithin();

    [GeneratedRegex(Sentence + "(?<name>\\p{Lo}{2,8}?[县旗区])(?:人民政府|政府(?!信息|网|公报)|县委|区委|党委|委|、)*(?=" + Being + ")", RegexOptions.ExplicitCapture)]
    private static partial Regex County();

    [GeneratedRegex("^\\s*" + Year + "(?<name>\\p{Lo}{2,16}?(?:局|委员会|委))(?=" + Being + ")", RegexOptions.ExplicitCapture)]
    private static partial Regex DepartmentFirst();

    [GeneratedRegex("(?:[。；\\n]" + Blanks + "|(?<=(?:要求|规定|办法》)[,，]))" + Year + "(?<name>\\p{Lo}{2,16}?(?:局|委员会|委))(?=" + Nothing + ")", RegexOptions.ExplicitCapture)]
    private static partial Regex DepartmentOnFees();

    // 「2025年，县公安局将继续牵头…试点」 tells of another's.
    private const string Others = "[^。；\\n]{0,60}(?:牵头|试点|指导|国家|全[省市县区])";

    // 「2025年，黎集镇以规范化建设为抓手」「县民政局将继续加强政府信息公开培训」: its own next year, told of in the section on what is to be improved.
    [GeneratedRegex("(?:[。；\\n]" + Blanks + "|(?<=[下来步][,，]))20[0-9]{2}\\s*年度?[，,]?(?:" + TownshipName + "|(?<name>\\p{Lo}{2,16}?(?:局|委员会))(?<!国家\\p{Lo}{0,16}|[。；\\n，,度年\\s]管理局))" + Bodies + "(?=将?" + Means + "|将(?:继续|进一步)加强政府信息公开(?:工作|培训))(?!" + Others + ")", RegexOptions.ExplicitCapture)]
    private static partial Regex Plan();

    // 「结合石桥镇工作实际，编制本报告」「现将石桥镇2024年度政府信息公开工作情况公布如下」
    [GeneratedRegex("(?:结合|立足)" + TownshipName + "(?:人民政府|政府)?(?:工作)?实际|(?:现将|现就|现对)" + TownshipName + "(?:人民政府|政府(?!信息)|办事处)?(?:20[0-9]{2}年度?)?(?:政府信息|政务)公开", RegexOptions.ExplicitCapture)]
    private static partial Regex Draft();

    [GeneratedRegex("(?:请(?:直接|及时|径)?[与向同]|请(?:直接)?(?:联系|致电|拨打|咨询)[：:]?|可(?:与|向|联系|致电|拨打))(?<name>\\p{Lo}{2,30}?)(?:联系|反映|咨询|[（(，,。；:：]|电话|$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Contact();

    // Whoever reports, these answer for all of a county.
    [GeneratedRegex("大数据|数据(?:管理)?局|政务|行政审批|审批服务|档案|网信|信访", RegexOptions.ExplicitCapture)]
    private static partial Regex IsServiceOfAll();
}
