using System.Globalization;
using System.Text.RegularExpressions;
using ReportIngest.Reports;
using ReportIngest.Rules.Narrative;

namespace ReportIngest.Rules.Copying;

/// <summary>A paragraph that speaks of the unit's own year begins with an earlier one: left over from the year before.</summary>
internal sealed partial class StaleYear : IRule
{
    public RuleInfo Info { get; } = new("RI401", Category.Copying, Severity.Warning, new("残留往年年份", "Stale year"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) =>
        OfPreface(report).Concat(OfTitle(report)).Concat(report.Sections.Where(section => section.Number is 1 or 5 or 6).SelectMany(section => OfSection(report, section)));

    private IEnumerable<Observation> OfPreface(Report report)
    {
        // The first is the report it publishes; others it may speak of.
        if (Preface.Years(report.Preface).ToList() is [var published, ..] years)
        {
            yield return report.Year is not { } own ? Observation.CannotTell
                : years.Exists(year => year >= own) ? Observation.Holds
                : Observation.Fails(Stale(report, new("前言", "the preface"), "preface", FormattableString.Invariant($"{published}年"), published, own));
        }
    }

    private IEnumerable<Observation> OfTitle(Report report)
    {
        if (report.Year is { } meant && TitleYear().Match(CompactText.Of(report.Title ?? "")) is { Success: true } titled && ReportYear.Parse(titled.Groups["year"].Value) is var printed && printed < meant)
            yield return Observation.Fails(Stale(report, new("标题", "the title"), "title", report.Title!, printed, meant));
    }

    private IEnumerable<Observation> OfSection(Report report, Section section)
    {
        var places = new SectionPlaces(section);
        List<Plan> overdue = [];
        foreach (var plan in section.Number == 5 ? Plans.Of(section.Text, report.Year) : [])
        {
            if (plan.Outcome == Outcome.Fails) overdue.Add(plan);
            yield return plan.Outcome switch { Outcome.Holds => Observation.Holds, Outcome.Fails => Observation.Fails(Overdue(report, section, plan, places)), _ => Observation.CannotTell };
        }

        var next = 0; // of the plans, which have their finding
        var said = 0; // up to here: a paragraph is a finding, however many years it repeats
        foreach (var match in OfItsYear(section, report.Year).DistinctBy(match => match.Groups["year"].Index).OrderBy(match => match.Index))
        {
            var at = match.Groups["year"].Index;
            while (next < overdue.Count && overdue[next].To <= at) next++;
            if (match.Index < said || (next < overdue.Count && overdue[next].From <= at)) continue;
            var year = ReportYear.Parse(match.Groups["year"].Value);
            var look = report.Year is not { } own ? Observation.CannotTell
                : year >= own ? Observation.Holds
                : Judge(report, section, match, places, year, own);
            if (look.Outcome == Outcome.Fails) said = EndOfLine(section.Text, at);
            yield return look;
        }
    }

    /// <summary>Where a section names the year that it is about.</summary>
    private static IEnumerable<Match> OfItsYear(Section section, int? own) => Own().Matches(section.Text).Concat(section.Number switch
    {
        1 => Announced().Matches(section.Text).Concat(NotYearByYear(section.Text, own, Closed().Matches(section.Text).Concat(Done().Matches(section.Text)).ToList())),
        6 => Fee().Matches(section.Text),
        _ => [],
    });

    private static int EndOfLine(string text, int index) => text.IndexOf('\n', index) is >= 0 and var end ? end : text.Length;

    private Finding Overdue(Report report, Section section, Plan plan, SectionPlaces places)
    {
        var (sentence, own, year) = (ReportText.Sentence(section.Text, plan.Year), report.Year!.Value, ReportYear.Parse(plan.Year.Value));
        var where = places.At(plan.Year.Index);
        return Finding.Of(
            Info,
            report,
            new Message(
                $"报告是 {own} 年的，{where.Zh}却把 {year} 年写成今后：“{sentence}”。今后的工作应是 {own + 1} 年，疑为沿用往年的文字，请改正年份。",
                $"The report is for {own}, but {where.En} tells of {year} as still to come: “{sentence}”. What is to come is {own + 1}; the text seems left over from an earlier year. Correct the year.")) with
        { Part = FormattableString.Invariant($"5:{plan.Index}"), Expected = own + 1, Actual = year };
    }

    /// <summary>Without those that a paragraph of this year goes on from: 「2023年，发布信息200条」 beside 「2024年，发布信息236条」.</summary>
    private static IEnumerable<Match> NotYearByYear(string text, int? own, List<Match> deeds)
    {
        if (deeds.Count == 0) return [];
        var now = Told().Matches(text).Where(told => ReportYear.Parse(told.Groups["year"].Value) == own).SelectMany(told => Counts().Matches(told.Groups["said"].Value)).Select(Deed).ToHashSet();
        return deeds.Where(deed => ReportYear.Parse(deed.Groups["year"].Value) >= own || !(now.Contains(Deed(deed)) || now.Overlaps(Added)));
    }

    private static readonly string[] Added = ["新增", "增加"];

    /// <summary>What was done; counting it has many words.</summary>
    private static string Deed(Match match) => match.Groups["counted"].Success ? "共" : match.Groups["deed"].Value;

    private Observation Judge(Report report, Section section, Match match, SectionPlaces places, int year, int own)
    {
        if (IsWithin(section.Text, match.Groups["year"].Index)) return Observation.CannotTell;
        var sentence = ReportText.Sentence(section.Text, match.Groups["year"]);
        var (said, next) = Around(section.Text, match.Groups["year"].Index);
        var paragraph = Paragraph(section.Text, match.Groups["year"].Index);
        if (IsComparison(said, next, paragraph, own)) return Observation.Holds;
        return section.Number != 6 && (ToldOf().IsMatch(said) || (section.Number == 5 && Mended().IsMatch(paragraph)) || (Requests().IsMatch(said) && !IsThisYears(report, said)))
            ? Observation.CannotTell
            : Observation.Fails(Stale(report, places.At(match.Groups["year"].Index), FormattableString.Invariant($"{section.Number}:{match.Index}"), sentence, year, own));
    }

    /// <summary>A sentence that names this year too, or tells of a time up to now, means the earlier one; so does a count that is compared, or followed by this year's.</summary>
    private static bool IsComparison(string sentence, string next, string paragraph, int own)
    {
        if (NamesNow(sentence, own) || UpToNow().IsMatch(sentence)) return true;
        var counts = Digits().IsMatch(sentence);
        return counts && (NowFirst().Match(next) is { Success: true } first && NamesNow(first.Value, own) || (Compares().IsMatch(Carried().Replace(sentence, "")) && paragraph.Contains(Text(own), StringComparison.Ordinal)));
    }

    private static bool NamesNow(string text, int own) => ThisYear().IsMatch(text) || text.Contains(Text(own), StringComparison.Ordinal);

    private static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);

    // What is looked at behind a year; a text may be one paragraph of a megabyte.
    private const int Near = 500;

    /// <summary>The sentence at an index, up to its full stop, and the one behind it in the same paragraph.</summary>
    private static (string Sentence, string Next) Around(string text, int index)
    {
        var end = index;
        do
        {
            end = text.IndexOf('\n', end + 1);
        }
        while (end >= 0 && end - index < Near && IsWithin(text, end + 1));
        var paragraph = text[index..Math.Min(end < 0 ? text.Length : end, index + Near)].Replace("\n", "", StringComparison.Ordinal);
        var stop = paragraph.IndexOf('。', StringComparison.Ordinal);
        return stop < 0 ? (paragraph, "") : (paragraph[..stop], paragraph[(stop + 1)..]);
    }

    // A printed line of a text file has that many letters and more; a heading has fewer.
    private const int Wrapped = 16;

    /// <summary>The line before goes on: what begins here is no sentence.</summary>
    private static bool IsWithin(string text, int index)
    {
        var from = index > 0 ? text.LastIndexOf('\n', index - 1) : -1;
        if (from < 0) return false;
        var before = text.AsSpan(0, from).TrimEnd();
        var line = before[(before.LastIndexOf('\n') + 1)..].TrimStart();
        var isHeading = line is ['（' or '(', ..] && line.IndexOfAny('，', '。') < 0;
        return line.Length >= Wrapped && !isHeading && (char.IsLetterOrDigit(line[^1]) || line[^1] is '，' or '、' or ',' or '；');
    }

    private static string Paragraph(string text, int index)
    {
        var (from, to) = (text.LastIndexOf('\n', index) + 1, text.IndexOf('\n', index));
        return text[Math.Max(from, index - Near)..Math.Min(to < 0 ? text.Length : to, index + Near)];
    }

    /// <summary>A count of requests under an earlier year may be that year's; it is this year's with the year left over where it is table three's. Two years without any are the rule.</summary>
    private static bool IsThisYears(Report report, string sentence)
    {
        var numbers = Digits().Matches(sentence).Select(match => decimal.Parse(match.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture)).ToList();
        return RequestCounts.New(report).Number is > 0 and { } fresh && (numbers.Contains(fresh) || (RequestCounts.WithCarried(report).Number is { } all && numbers.Contains(all)));
    }

    private Finding Stale(Report report, Message where, string part, string words, int year, int own) => Finding.Of(
        Info,
        report,
        new Message(
            $"报告是 {own} 年的，{where.Zh}却写着“{words}”。疑为沿用 {year} 年的文字，请改正年份。",
            $"The report is for {own}, but {where.En} says “{words}”. It seems left over from {year}; correct the year.")) with
    { Part = part, Expected = own, Actual = year };

    private const string Year = "(?<year>20[0-9]{2}|二[〇○零][〇○零一二三四五六七八九]{2})\\s*年(?!起)(?:度)?(?:全年)?(?:以来)?[，,、]?";

    private const string Opening = "(?m:^)" + LineStart.Blanks + "(?:(?:[（(][一二三四五六七八九十]+[）)]|[0-9]{1,2}[.、．])(?:[^\\n。：:0-9]{0,20}[。\\n：:\\s])?\\s*)?在?" + Year;

    private const string Doing = "(?:坚持|认真|严格|紧紧|紧扣|高度|切实|围绕|扎实|深入|全面|持续(?!发挥作用)|不断|稳步|共|主动公开|收到|受理|未收到|在[^0-9\\n。，]{2,20}(?:领导|指导|支持|关心|部署)下)";

    // The year at the beginning of a paragraph and the office itself right behind it: 「2023年，我乡…」, or the other way round: 「我乡2023年…」. 2023年12月印发的 is no such beginning.
    [GeneratedRegex("(?:" + Opening + "(?=我|本|全[省市县区旗乡镇]|在|是[^0-9\\n。]{2,40}之年|[^0-9\\n。]{0,14}" + Doing + "|[^0-9\\n。]{0,8}(?:政府信息|政务)公开(?:各项)?工作(?!年度|报告|要点|方案|计划|培训|会议|考核|任务))|(?m:^)" + LineStart.Blanks + "(?:我|本)[省市县区旗乡镇局委办街道机关单位]{1,2}" + Year + "(?=[^0-9\\n。]{0,14}" + Doing + "))", RegexOptions.ExplicitCapture)]
    private static partial Regex Own();

    // 「现将我镇2023年政府信息公开工作情况报告如下」
    [GeneratedRegex("现[将就][^0-9\\n。，]{0,20}(?<year>20[0-9]{2})\\s*年度?(?:的|我[省市县区旗乡镇局委街])?(?:政府信息|政务)公开(?:各项)?(?:工作)?(?:开展)?(?:情况|年度报告|报告|总结)*(?:报告|公布|汇报|总结|通报|公开|说明)?如下", RegexOptions.ExplicitCapture)]
    private static partial Regex Announced();

    // 「截至2023年12月31日，我镇主动公开信息236条」: the day on which the year that is counted was over. What there is by then (共有公开栏12个, 累计公开) is no year's.
    [GeneratedRegex("(?m:^|(?<=[。；]))" + LineStart.Blanks + "截[至止]到?(?<year>20[0-9]{2})\\s*年(?:12月(?:31日|底)|年?[底末])[，,]?(?![^0-9\\n。]{0,14}(?:累计|共有|共建|共设))(?=[^0-9\\n。]{0,14}?(?<counted>" + Counted + "))", RegexOptions.ExplicitCapture)]
    private static partial Regex Closed();

    private const string Counted = "主动公开|公开|发布|未?收到|受理|累计|共";

    private const string Deeds = "开展|组织|依托|通过|加强|推进|落实|完善|优化|规范|强化|健全|更新";

    // What a unit does and counts year by year: 「2023年，开展信息公开自查3次」. What was set up or finished in an earlier year may be told of, and what is done once still holds.
    [GeneratedRegex(Opening + "(?=(?:(?<counted>发布|累计)|(?<deed>" + Deeds + "))(?=[^\\n。]{0,60}[0-9](?:次|场|期|条|篇))(?![^\\n。]{0,60}(?:建成|完成|启动|改版|上线|建立|印发|出台|创建|设立|验收|投入|改造|沿用|延续|运行)))", RegexOptions.ExplicitCapture)]
    private static partial Regex Done();

    // A year at the beginning of a paragraph and what is said of it.
    [GeneratedRegex("(?m:^)" + LineStart.Blanks + "(?:[（(][一二三四五六七八九十]+[）)]|[0-9]{1,2}[.、．])?(?:截[至止]到?|在)?(?<year>20[0-9]{2})\\s*年(?:12月(?:31日|底))?(?<said>[^\\n。]{0,60})", RegexOptions.ExplicitCapture)]
    private static partial Regex Told();

    [GeneratedRegex("(?:(?<counted>" + Counted + ")|(?<deed>" + Deeds + "|新增|增加))(?=[^0-9，。]{0,20}[0-9])", RegexOptions.ExplicitCapture)]
    private static partial Regex Counts();

    [GeneratedRegex("(?<year>20[0-9]{2})年", RegexOptions.ExplicitCapture)]
    private static partial Regex TitleYear();

    // Section six has nothing but the year's.
    [GeneratedRegex("(?m:^|(?<=[。；，,])|(?<=^\\s{0,4}(?:我|本)\\p{Lo}{1,2}))" + LineStart.Blanks + Year + "(?=[^0-9\\n。《]{0,16}(?:处理费|收费|费用)|(?:[^0-9\\n。]{0,10})(?:无|没有)(?:其[他它]|需要?(?:报告|说明)))", RegexOptions.ExplicitCapture)]
    private static partial Regex Fee();

    [GeneratedRegex("[今本]年|本报告期|目前|现已", RegexOptions.ExplicitCapture)]
    private static partial Regex ThisYear();

    // What the next sentence begins with, if it is a year.
    [GeneratedRegex("^\\s*(?:[今本]年|20[0-9]{2}\\s*年)", RegexOptions.ExplicitCapture)]
    private static partial Regex NowFirst();

    [GeneratedRegex("往年|历年|近年|自20|截至|至今|沿用|现(?:仍|继续)|未再|^20[0-9]{2}\\s*年[^，。]{0,16}以来", RegexOptions.ExplicitCapture)]
    private static partial Regex UpToNow();

    [GeneratedRegex("较|相比|同比|对比|上年|去年|上一年", RegexOptions.ExplicitCapture)]
    private static partial Regex Compares();

    // The form's word for what was left over, which compares nothing.
    [GeneratedRegex("(?:上年度?|上一年度?)结转", RegexOptions.ExplicitCapture)]
    private static partial Regex Carried();

    // An award, a rank or a score of an earlier year may be told of, what was founded or made in it, and its budget: 「2023年，本级财政决算已在网站公开」.
    [GeneratedRegex("荣获|获评|获得|评为|表彰|位[列居]|名列|(?:考核|考评|测评|评估|评比|评议)(?:工作|结果|成绩)?(?:中|为|，)?\\p{Lo}{0,6}?(?:排名|排第|列第|第[一二三四五六七八九十0-9]|得?分?\\s*[0-9]+(?:\\.[0-9]+)?分)|试点|成立|制定(?!(?:行政)?规范性文件)|^[^，,。]{0,8}[，,]?[^，,。公]{0,8}(?:决算|预算|年报|年度报告)", RegexOptions.ExplicitCapture)]
    private static partial Regex ToldOf();

    // Last year's problems, and what was done about them.
    [GeneratedRegex("(?:问题|不足).*(?:整改|解决)|(?:整改|解决).*(?:问题|不足)", RegexOptions.ExplicitCapture)]
    private static partial Regex Mended();

    [GeneratedRegex("申请", RegexOptions.ExplicitCapture)]
    private static partial Regex Requests();

    // Longer ones are no counts.
    [GeneratedRegex("(?<![0-9.])[0-9]{1,12}(?![0-9.]|\\s*年)", RegexOptions.ExplicitCapture)]
    private static partial Regex Digits();
}
