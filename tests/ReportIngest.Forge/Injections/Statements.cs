using System.Collections.Immutable;
using System.Globalization;
using ReportIngest.Reports;

namespace ReportIngest.Forge.Injections;

/// <summary>What a text says of its tables, in the ways that are in use; each takes the numbers it says, so that an injection can say others.</summary>
internal static class Statements
{
    public static string Requests(Facts facts, Random random)
    {
        var (fresh, carried) = (facts.Fresh, facts.Carried);
        if (fresh == 0) return carried == 0 ? NoRequest(facts, random) : $"{facts.Year}年未新收到政府信息公开申请，上年结转的{D(carried)}件已办结。";
        var (people, others) = (facts.Natural, fresh - facts.Natural);
        return random.Next(9) switch
        {
            0 when carried > 0 => $"{facts.Year}年，{facts.Unit.Self}共受理政府信息公开申请{D(fresh + carried)}件（含上年结转{D(carried)}件），全部依法办理。",
            1 when carried > 0 => $"全年受理政府信息公开申请{D(fresh + carried)}件，其中新收{D(fresh)}件、上年结转{D(carried)}件。",
            2 => $"全年收到政府信息公开申请{D(fresh)}件，其中自然人申请{D(people)}件，占{Percent(people, fresh)}%。",
            3 when people > 0 && others > 0 => $"{facts.Year}年共收到政府信息公开申请{D(fresh)}件，分别为自然人申请{D(people)}件、法人或其他组织申请{D(others)}件。",
            4 when people > 0 && others > 0 => $"{facts.Year}年收到自然人申请{D(people)}件、法人或其他组织申请{D(others)}件，共计{D(fresh)}件。",
            5 when fresh > 2 => Growth(facts, fresh, random),
            6 when fresh > 1 => $"全年共收到政府信息公开申请{D(fresh)}件，通过网络、信函等方式提交，其中网络提交{D(Math.Floor(fresh / 2))}件。",
            _ => Count(facts, fresh, random),
        };
    }

    /// <summary>One plain count of requests.</summary>
    public static string Count(Facts facts, decimal number, Random random) => random.Next(9) switch
    {
        0 => $"{facts.Year}年共收到政府信息公开申请{D(number)}件，均按规定程序和时限办理。",
        1 => $"{facts.Year}年，{facts.Unit.Self}共受理政府信息公开申请{D(number)}件，均在法定期限内答复。",
        2 => $"全年新收政府信息公开申请{D(number)}件，逐件登记、逐件审核。",
        3 when number < 100 => $"本年度共收到政府信息公开申请{Facts.Numerals(number)}件，均已按期处理。",
        7 when facts.Unit.Level == Level.Department => $"{facts.Year}年，本机关共收到政府信息公开申请{D(number)}件，均及时转办。",
        7 when facts.Unit.Level is Level.County or Level.City => $"{facts.Year}年，全{facts.Unit.Self[1..]}共收到政府信息公开申请{D(number)}件，均依法答复。",
        8 when facts.Unit.Level == Level.Township => $"{facts.Unit.Place}收到政府信息公开申请{D(number)}件，按时办结。",
        4 => $"{facts.Unit.Self}收到{D(number)}件政府信息公开申请，全部由专人办理。",
        5 => $"{facts.Year}年度，收到公民、法人和其他组织提出的政府信息公开申请共{D(number)}件。",
        _ => $"规范办理依申请公开，全年收到依申请公开申请{D(number)}件，答复文书经法制审核后发出。",
    };

    public static string NoRequest(Facts facts, Random random) => random.Next(6) switch
    {
        0 => $"{facts.Year}年未收到政府信息公开申请。",
        1 => $"{facts.Year}年，{facts.Unit.Self}未收到政府信息公开申请，受理渠道保持畅通。",
        2 => "全年没有收到公民、法人和其他组织的政府信息公开申请。",
        3 => "本年度未收到依申请公开政府信息的申请。",
        4 => $"{facts.Year}年度没有收到政府信息公开申请。",
        _ => $"进一步规范依申请公开办理流程，{facts.Year}年未收到政府信息公开申请。",
    };

    public static string Results(Facts facts, Random random) => random.Next(4) switch
    {
        0 => $"办结{D(facts.Answered)}件，其中予以公开{D(facts.Granted)}件。",
        1 => "答复前均与申请人沟通，帮助其明确所需内容。",
        2 => "对涉及第三方的事项征求意见，依法作出处理。",
        _ => "继续完善登记、审核、办理、答复、归档的流程，没有超期答复的情况。",
    };

    private static string Growth(Facts facts, decimal number, Random random)
    {
        var more = 1 + random.Next((int)Math.Min(number - 1, 500));
        return $"{facts.Year}年共收到政府信息公开申请{D(number)}件，比上年增加{D(more)}件，增长{Percent(more, number - more)}%。";
    }

    public static string Documents(Facts facts, Random random) => facts.Edition == "2019"
        ? Issued(facts, facts.DocumentsIssued, random)
        : random.Next(3) switch
        {
            0 => Issued(facts, facts.DocumentsIssued, random),
            1 => $"{facts.Year}年，{facts.Unit.Self}现行有效的行政规范性文件{D(facts["proactive.normative_document.in_force"])}件，均已在网站公开。",
            _ => $"{facts.Year}年，{facts.Unit.Self}制发行政规范性文件{D(facts.DocumentsIssued)}件，废止{D(facts["proactive.normative_document.repealed"])}件，现行有效{D(facts["proactive.normative_document.in_force"])}件。",
        };

    public static string Issued(Facts facts, decimal number, Random random) => number == 0
        ? Stories.Pick([$"{facts.Year}年，{facts.Unit.Self}未制发行政规范性文件。", "本年度没有新制定行政规范性文件。"], random)
        : Stories.Pick(
            [
                $"{facts.Year}年，{facts.Unit.Self}制发行政规范性文件{D(number)}件，同步公开解读材料。",
                $"全年{facts.Unit.Self}制定行政规范性文件{D(number)}件，公布前均征求公众意见。",
                $"{facts.Unit.Self}印发{D(number)}件行政规范性文件，全部在公报登载。",
            ],
            random);

    /// <summary>The fees of table two, which only the form of 2021 has.</summary>
    public static IEnumerable<string> Charges(Facts facts, Random random)
    {
        var amount = facts["proactive.fee.amount"];
        if (amount == 0 || random.Next(3) > 0) yield break;
        yield return random.Next(2) == 0 ? $"公开收费目录，全年行政事业性收费{D(amount)}万元。" : $"全年行政事业性收费{D(amount * 10_000)}元，项目和标准均已公示。";
    }

    public static string Disputes(Facts facts, Random random)
    {
        var (reviews, suits) = (facts.Reviews, facts.Suits);
        if (reviews + suits == 0) return NoDispute(facts, random);
        var upheld = reviews > 0 && facts["review.upheld"] == reviews;
        return random.Next(4) switch
        {
            0 when upheld => $"因政府信息公开被申请行政复议{D(reviews)}件，均维持。",
            1 => $"{facts.Year}年，因政府信息公开引起的行政复议{D(reviews)}件，行政诉讼{D(suits)}件。",
            2 => $"全年发生政府信息公开行政复议和行政诉讼共{D(reviews + suits)}件，案卷均已归档。",
            _ => $"政府信息公开行政复议案件{D(reviews)}件、行政诉讼案件{D(suits)}件，均依法应对。",
        };
    }

    public static string NoDispute(Facts facts, Random random) => random.Next(4) switch
    {
        0 => "未发生因政府信息公开工作被申请行政复议、提起行政诉讼的情况。",
        1 => "全年没有因政府信息公开引发的行政复议和行政诉讼。",
        2 => $"{facts.Year}年，政府信息公开行政复议0件，行政诉讼0件。",
        _ => "本年度未发生政府信息公开行政复议、行政诉讼案件。",
    };

    /// <summary>The processing fee, which may be charged since 2021.</summary>
    public static string Fee(Facts facts, Random random)
    {
        if (facts.Year < 2021 || facts.Fresh == 0 || random.Next(5) > 0) return Stories.Fill(Stories.Pick(Wordings.NoFee, random), facts, random);
        var yuan = 100 * random.Next(1, 60);
        return random.Next(2) == 0
            ? $"{facts.Year}年，{facts.Unit.Self}依照规定收取信息处理费{D(yuan)}元，没有其他需要报告的事项。"
            : $"本年度发出收费通知，收取政府信息公开信息处理费{D(yuan)}元。";
    }

    public static string Percent(decimal part, decimal whole) => Math.Round(part * 100 / whole, 2, MidpointRounding.AwayFromZero).ToString("0.##", CultureInfo.InvariantCulture);

    private static string D(decimal number) => Facts.Digits(number);
}
