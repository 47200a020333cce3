using System.Collections.Immutable;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Forge;

/// <summary>The report of <c>seeds/seed.md</c> as data: the same text, the same 200 zeros.</summary>
public static class WangjiReport
{
    public static ForgedReport Create()
    {
        var form = FormCatalog.Edition2021;
        var zero = new CellValue(CellState.Reported, 0, "0");
        var truth = new Truth(
            "郏县王集乡人民政府", Level.Township, 2024, "郏县王集乡人民政府2024年政府信息公开工作年度报告", null, form.Edition,
            [.. form.Indicators.Select(cell => KeyValuePair.Create(cell.Code, zero))]);
        return new ForgedReport(
            0, truth, ["郟县王集乡人民政府 2024 年政府信息公开工作年度 报告"], [],
            [.. Enumerable.Range(1, 6).Select(number => Section(form, number))], [], null);
    }

    private static ForgedSection Section(Form form, int number) => new(
        number,
        Forger.SectionTitle(number),
        $"{"一二三四五六"[number - 1]}、{Forger.SectionTitle(number)}",
        number switch { 1 => Overview, 5 => Problems, 6 => Remaining, _ => [] },
        number is 2 or 3 or 4 ? [OfficialForm.Of(form, number, _ => "0")] : []);

    private static readonly ImmutableArray<string> Overview =
    [
        "（一）主动公开",
        "2024 年，全乡政府信息公开工作坚持以习近平新时代中国特色社会主义思想为指导，全面贯彻党的二十大精神，聚焦发展、民生等重点领域以及重大政策解读等关键内容，不断优化工作基础、深化公开内容、强化监督保障，助力全乡经济社会平稳健康发展。",
        "（二）依申请公开",
        "2024 年，王集乡明确依申请公开工作制度，未收到依申请公开事宜。",
        "（三）政府信息管理",
        "一是加强信息保密管理。落实专人做好政府信息公开保密审查和发布工作，每月按要求做好政务公开问题整改工作。二是严格落实信息公开审查制度。严格落实政府信息公开审查机制，明确审查的程序和责任，全面加强信息发布审核。",
        "（四）政府信息公开平台建设",
        "我乡政府信息公开形式，主要以郟县政府政务公开网为第一平台，同时积极加强政务公开专区建设。在王集乡政务（便民）服务中心设立政务公开专区 1 处，专区内设立了资料查阅点、政府信息公开申请咨询点等，实现了政务服务和政务公开、线上体验和线下办理的有机融合，进一步推动了政务服务标准化、规范化，切实保障了人民群众的知情权、参与权和监督权。",
        "（五）监督保障",
        "1.加强组织领导。明确政务公开职责，增强工作力量，由政务信息公开领导小组全面开展工作，并安排专员专责政务公开具体工作业务，确保政务公开工作落到实处。定期召开政务公开工作会议，专题研究部署政务公开工作。",
        "2.强化督导检查，健全常态化监管机制。加强日常监测，确保政务信息安全和信息规范。同时充分发挥考核促工作落实机制作用，将政务公开工作纳入年度考核，加强考核管理，不断提升政务公开质量。",
        "3.加强业务培训。要求业务人员积极参加各类培训会议、仔细学习政务公开各项工作要求，不断提升工作办理实效。",
    ];

    private static readonly ImmutableArray<string> Problems =
    [
        "(一) 存在问题",
        "1.推动政务公开和政府信息公开的力度不够，公开内容不具体，重点不突出；",
        "2.信息公开的内容不够充实，网上信息更新不够及时。",
        "(二) 改进情况。",
        "针对 2023 年存在问题，2024 年我们做了如下改进：",
        "1.进一步加大政府公共职能信息公开力度，推进决策领域信息公开步伐，逐步公开有利于社会与公众参与和监督的相关信息，做到及时、全面、准确地主动公开，增强政府信息公开发布主动性、权威性和时效性。",
        "2.把政府信息公开工作纳入社会评议政风、行风的范围，让人民群众对政府信息公开情况进行评议，并根据评议结果完善制度、改进工作。主动接受社会监督，实现行政机关工作透明、公开、廉洁、高效。",
    ];

    private static readonly ImmutableArray<string> Remaining =
    [
        "按照《国务院办公厅关于印发〈政府信息公开信息处理费管理办法〉的通知》（国办函〔2020〕109号）规定的按件、按量收费标准，本年度没有产生政府信息公开处理费。",
    ];
}
