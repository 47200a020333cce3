using System.Collections.Immutable;
using System.Globalization;

namespace ReportIngest.Forge;

/// <summary>The running text of a report: sentences with slots, chosen by the seed. Its numbers agree with the tables.</summary>
internal static class Prose
{
    private static readonly string[] Opening =
    [
        "{Y}年，{P}以习近平新时代中国特色社会主义思想为指导，认真执行《中华人民共和国政府信息公开条例》，围绕中心工作稳步推进政府信息公开。",
        "一年来，{S}坚持以公开为常态、不公开为例外，把政府信息公开同业务工作一起部署、一起落实、一起检查。",
        "{Y}年，{S}紧扣群众关心的事项，持续规范公开内容、公开程序和公开时限，各项工作平稳有序。",
    ];

    private static readonly string[] Proactive =
    [
        "全年通过门户网站、政务新媒体和公开栏发布各类信息{A}条，其中机构职能类{B}条、工作动态类{C}条。",
        "及时发布财政预决算、重点项目、民生实事等信息，全年共主动公开信息{A}条。",
        "对照公开标准目录逐项梳理，做到应公开尽公开，群众查询更加方便。",
        "重要文件与解读材料同步起草、同步审批、同步发布，解读形式包括文字、图表和视频。",
    ];

    private static readonly string[] Management =
    [
        "落实发布前审查制度，实行拟稿人自查、科室复查、分管领导审定的流程，全年未发生失密泄密事件。",
        "定期清理网站栏目，对过期信息予以归档，对错漏信息及时更正。",
        "建立公开属性源头认定机制，公文拟制时即注明公开方式和理由。",
    ];

    private static readonly string[] Platform =
    [
        "以政府门户网站为第一平台，在便民服务中心设置公开查阅点，配备查询设备和纸质资料。",
        "优化栏目设置，完善检索功能，政务新媒体账号全部按要求备案并纳入日常监测。",
        "整合各类发布渠道，做到同一信息一次采集、多处发布、口径一致。",
    ];

    private static readonly string[] Supervision =
    [
        "成立领导小组，明确一名负责人分管、一个科室主抓、专人办理，并将此项工作列入年度考核。",
        "组织业务培训{D}次，参训人员覆盖各科室；公开监督电话，接受社会评议，本年度无责任追究情况。",
        "按季度开展自查，发现问题列出清单、限期整改，工作考核结果在内部通报。",
    ];

    private static readonly string[] Problems =
    [
        "一是公开内容的深度不够，个别栏目更新不及时；二是解读形式较为单一，群众参与度有待提高。",
        "主要问题是工作人员业务能力参差不齐，对新要求的理解不够透彻；部分信息的公开时效还需加强。",
        "个别科室主动公开意识不强，依申请公开答复文书的规范性需要进一步提高。",
    ];

    private static readonly string[] Improvements =
    [
        "下一步将加强学习培训，完善审核流程，丰富解读方式，不断提高公开质量。",
        "针对上述问题，{S}将健全工作机制，细化责任分工，加大督促检查力度，确保信息及时准确发布。",
        "今后将从群众需求出发，拓展公开渠道，规范答复程序，提升服务水平。",
    ];

    private static readonly string[] Remaining =
    [
        "按照《政府信息公开信息处理费管理办法》规定的按件、按量收费标准，本年度没有收取信息处理费。",
        "本年度未产生政府信息公开信息处理费，无其他需要报告的事项。",
        "{Y}年度收取信息处理费0元。没有其他需要报告的事项。",
    ];

    private static readonly string[] Prefaces =
    [
        "根据《中华人民共和国政府信息公开条例》第五十条规定，现公布{U}{Y}年政府信息公开工作年度报告。本报告所列数据的统计期限为{Y}年1月1日至{Y}年12月31日。",
        "本报告由{U}按照《中华人民共和国政府信息公开条例》和国务院办公厅有关要求编制，统计期限自{Y}年1月1日起至12月31日止，电子版可在政府网站下载。",
    ];

    public static ImmutableArray<string> Preface(Random random, Unit unit, int year) => [Fill(Names(Prefaces, random), random, unit, year)];

    public static ImmutableArray<string> Section(int number, Random random, Unit unit, int year, decimal requests)
    {
        return number switch
        {
            1 => [.. Overview().Select(line => Fill(line, random, unit, year))],
            5 => [.. ((string[])["（一）存在的主要问题", Names(Problems, random), "（二）改进情况", Names(Improvements, random)]).Select(line => Fill(line, random, unit, year))],
            6 => [Fill(Names(Remaining, random), random, unit, year)],
            _ => [],
        };

        string[] Overview() =>
        [
            Names(Opening, random), "（一）主动公开", Names(Proactive, random), "（二）依申请公开", Requests(requests),
            "（三）政府信息管理", Names(Management, random), "（四）政府信息公开平台建设", Names(Platform, random), "（五）监督保障", Names(Supervision, random),
        ];
    }

    private static string Requests(decimal number) => number == 0
        ? "{Y}年未收到政府信息公开申请。"
        : string.Create(CultureInfo.InvariantCulture, $"{{Y}}年共收到政府信息公开申请{number}件，均按规定程序和时限办理。");

    private static string Fill(string line, Random random, Unit unit, int year)
    {
        int named = random.Next(5, 90), moving = random.Next(20, 400);
        return line.Replace("{Y}", Digits(year)).Replace("{P}", unit.Place).Replace("{S}", unit.Self).Replace("{U}", unit.Name)
            .Replace("{A}", Digits(named + moving + random.Next(1, 200))).Replace("{B}", Digits(named)).Replace("{C}", Digits(moving))
            .Replace("{D}", Digits(random.Next(1, 9)));
    }

    private static string Names(string[] from, Random random) => Unit.Pick(random, from);

    private static string Digits(int number) => number.ToString(CultureInfo.InvariantCulture);
}
