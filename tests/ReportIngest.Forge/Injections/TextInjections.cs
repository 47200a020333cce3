using System.Collections.Immutable;
using ReportIngest.Reports;

namespace ReportIngest.Forge.Injections;

/// <summary>Faults in what the text says in numbers.</summary>
internal static class TextInjections
{
    private static readonly string[] Applicants = ["natural_person", "business", "research", "public_welfare", "legal_service", "other"];

    public static ImmutableArray<Injection> All { get; } =
    [
        new("RI301", RequestsWrong),
        new("RI302", NoneThoughSome),
        new("RI303", OneColumn),
        new("RI304", DisputesWrong),
        new("RI305", PartsWrong),
        new("RI306", PercentageWrong),
        new("RI307", SaidTwice),
        new("RI308", FeesWrong),
        new("RI309", DocumentsWrong),
        new("RI310", NumberMissing),
    ];

    private static Trial? RequestsWrong(int seed)
    {
        var (sound, facts, random) = Draw(seed);
        var wrong = Other(facts.Fresh, random);
        if (wrong == facts.Fresh + facts.Carried || Applicants.Any(applicant => facts[$"requests.new.{applicant}"] == wrong)) return null;
        return Told("RI301", sound, sound.Story with { Requests = [Statements.Count(facts, wrong, random)] });
    }

    private static Trial? NoneThoughSome(int seed)
    {
        var (sound, facts, random) = Draw(seed);
        return facts.Fresh == 0 ? null : Told("RI302", sound, sound.Story with { Requests = [Statements.NoRequest(facts, random)] });
    }

    private static Trial? OneColumn(int seed)
    {
        var (sound, facts, random) = Draw(seed);
        var columns = Applicants.Select(applicant => facts[$"requests.new.{applicant}"]).Where(number => number > 0 && number != facts.Fresh && number != facts.Fresh + facts.Carried).ToArray();
        return columns.Length == 0 ? null : Told("RI303", sound, sound.Story with { Requests = [Statements.Count(facts, random.Pick(columns), random)] });
    }

    private static Trial? DisputesWrong(int seed)
    {
        var (sound, facts, random) = Draw(seed);
        var (reviews, suits) = (facts.Reviews, facts.Suits);
        var wrong = random.Next(4) switch
        {
            0 when reviews + suits > 0 => Statements.NoDispute(facts, random),
            1 when facts["review.corrected"] + facts["review.pending"] > 0 => $"因政府信息公开被申请行政复议{D(reviews)}件，均{random.Pick(["维持", "获维持"])}。",
            2 => $"{facts.Year}年，因政府信息公开引起的行政复议{D(Other(reviews, random))}件，行政诉讼{D(suits)}件。",
            _ => $"政府信息公开行政复议案件{D(reviews)}件、行政诉讼案件{D(Other(suits, random))}件，均依法应对。",
        };
        return Told("RI304", sound, sound.Story with { Supervision = [.. sound.Story.Supervision.Take(2), wrong] });
    }

    private static Trial PartsWrong(int seed)
    {
        var (sound, facts, random) = Draw(seed);
        int first = random.Next(5, 300), second = random.Next(5, 300), third = random.Next(1, 90);
        var total = D(Other(first + second, random));
        var wrong = random.Next(5) switch
        {
            0 => $"全年发布信息{total}条，分别为政务动态{first}条、通知公告{second}条。",
            1 => $"全年公开信息{total}条（门户网站{first}条，政务新媒体{second}条）。",
            2 => $"{facts.Year}年发布信息{D(Other(first + second + third, random))}条：政务动态{first}条、通知公告{second}条、政策文件{third}条。",
            3 => $"门户网站发布{first}条、政务新媒体发布{second}条，共计{total}条。",
            _ => $"组织培训和座谈{D(Other(9, random))}次，分别为业务培训5次、座谈会4次。",
        };
        return Told("RI305", sound, sound.Story with { Proactive = [wrong] });
    }

    private static Trial PercentageWrong(int seed)
    {
        var (sound, facts, random) = Draw(seed);
        int whole = random.Next(20, 900), part = random.Next(3, whole), before = random.Next(20, 900);
        decimal Off(decimal right) => Math.Max(0.5m, Math.Round(right, 1) + (random.Next(2) == 0 || right < 12 ? 1 : -1) * random.Next(2, 40) / 2m);
        var share = D(Off(part * 100m / whole));
        var wrong = random.Next(4) switch
        {
            0 => $"通过政府网站公开信息{whole}条，其中通知公告{part}条，占{share}%。",
            1 => $"全年发布信息{whole}条，其中政策解读{part}条，占比{share}%。",
            2 => $"全年发布信息{before + part}条，比上年增加{part}条，增长{D(Off(part * 100m / before))}%。",
            _ => $"公众号推送{whole}篇，其中民生类{part}篇，占总数的{share}%。",
        };
        return Told("RI306", sound, sound.Story with { Proactive = [wrong] });
    }

    private static Trial? SaidTwice(int seed)
    {
        var (sound, facts, random) = Draw(seed);
        var self = Self(facts, random);
        if (random.Next(3) > 0)
        {
            int once = random.Next(40, 900);
            return Told("RI307", sound, sound.Story with
            {
                Opening = [.. sound.Story.Opening, $"{facts.Year}年，{self}主动公开政府信息{once}条。"],
                Proactive = [random.Pick([$"全年{self}共主动公开信息{D(Other(once, random))}条，及时更新。", $"{self}公开政府信息{D(Other(once, random))}条。"])],
            });
        }

        var (fresh, other) = (facts.Fresh, Other(facts.Fresh, random));
        if (Math.Abs(fresh - other) == facts.Carried || fresh == 0) return null;
        return Told("RI307", sound, sound.Story with
        {
            Opening = [.. sound.Story.Opening, $"全年{self}收到政府信息公开申请{D(fresh)}件，办理质量持续提升。"],
            Requests = [$"{facts.Year}年，{self}共收到政府信息公开申请{D(other)}件，均按期答复。"],
        });
    }

    private static Trial? FeesWrong(int seed)
    {
        var (sound, facts, random) = Draw(seed, new Wish(Edition: "2021"));
        int yuan = 100 * random.Next(1, 60), odd = yuan + random.Next(1, 10);
        if (facts.Fresh == 0) return null;
        var self = Self(facts, random);
        var charged = sound.Story.Requests.Add($"{self}全年收取{random.Pick(["", "政府信息公开"])}信息处理费{yuan}元。");
        Story story = random.Next(4) switch
        {
            0 => sound.Story with { Remaining = [$"{facts.Year}年，{self}收取信息处理费{odd}元。"] },
            1 => sound.Story with { Requests = charged, Remaining = [$"{facts.Year}年，{self}收取信息处理费{yuan + 100 * random.Next(1, 9)}元。"] },
            2 => sound.Story with { Requests = charged, Remaining = [random.Pick([$"本年度{self}没有收取信息处理费。", $"{facts.Year}年，{self}未收取政府信息公开信息处理费，无其他需要报告的事项。"])] },
            _ => sound.Story with { Requests = charged, Remaining = [random.Pick(["无其他需要报告的事项。", "没有其他需要报告的事项。", "无。"])] },
        };
        return Told("RI308", sound, story);
    }

    private static Trial DocumentsWrong(int seed)
    {
        var (sound, facts, random) = Draw(seed);
        var (issued, repealed, stock) = (facts.DocumentsIssued, facts["proactive.normative_document.repealed"], facts["proactive.normative_document.in_force"]);
        var self = facts.Unit.Self;
        var wrong = facts.Edition == "2019" ? Statements.Issued(facts, Other(issued, random), random) : random.Next(4) switch
        {
            0 => $"{facts.Year}年，{self}制发行政规范性文件{D(issued)}件，废止{D(Other(repealed, random))}件，现行有效{D(stock)}件。",
            1 => $"{facts.Year}年，{self}制发行政规范性文件{D(issued)}件，废止{D(repealed)}件，现行有效{D(Other(stock, random))}件。",
            2 => $"{facts.Year}年，{self}现行有效的行政规范性文件{D(Other(stock, random))}件，均已在网站公开。",
            _ => Statements.Issued(facts, Other(issued, random), random),
        };
        return Told("RI309", sound, sound.Story with { Proactive = [wrong] });
    }

    private static Trial NumberMissing(int seed)
    {
        var (sound, facts, random) = Draw(seed);
        var wrong = random.Pick(
        [
            $"{facts.Year}年共收到政府信息公开申请件，均按期办理。", "全年主动公开信息条，更新及时。", "制发行政规范性文件件，废止2件。", "组织业务培训次，覆盖各科室。",
            "制发行政规范性文件3件，现行有效的规范性文件。", "其中通知公告12条，占%。", "收取信息处理费元。", "发布政策解读□□篇。", "收到公民提出的政府信息公开申请共计。", "召开新闻发布会场，回应关切。", "全年公开各类信息（）条。",
        ]);
        return Told("RI310", sound, wrong.Contains("处理费", StringComparison.Ordinal) ? sound.Story with { Remaining = [wrong] } : sound.Story with { Proactive = [.. sound.Story.Proactive.Take(1), wrong] });
    }

    private static (Sound Sound, Facts Facts, Random Random) Draw(int seed, Wish? wish = null)
    {
        var sound = Sound.Draw(seed, wish);
        return (sound, sound.Facts, new Random(seed));
    }

    private static Trial Told(string rule, Sound sound, Story story) => Trials.Of(rule, sound with { Story = story });

    /// <summary>Who it is, or nothing: a government that says whose number it is in one place only may mean its office in the other.</summary>
    private static string Self(Facts facts, Random random) =>
        random.Next(2) == 0 || facts.Unit.Level is not (Level.Township or Level.Department) ? facts.Unit.Self : "";

    /// <summary>Another number, not negative and not 0: a little more or less, or ten times.</summary>
    private static decimal Other(decimal right, Random random)
    {
        var wrong = random.Next(4) switch { 0 when right > 0 => right * 10, 1 when right > 20 => right - random.Next(1, 19), _ => right + random.Next(1, 30) };
        return wrong;
    }

    private static string D(decimal number) => Facts.Digits(number);
}
