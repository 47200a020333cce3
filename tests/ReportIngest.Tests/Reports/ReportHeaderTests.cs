using ReportIngest.Documents;
using ReportIngest.Reports;

namespace ReportIngest.Tests.Reports;

public sealed class ReportHeaderTests
{
    private const string Body = """

        一、总体情况
        2024年，各项工作有序开展。
        六、其他需要报告的事项
        无。
        """;

    [Theory]
    [InlineData("郏县王集乡人民政府\n2024年政府信息公开工作年度报告")]
    [InlineData("郏县王集乡人民政府2024年政府信息公开工作\n年度报告")]
    [InlineData("郏县王集乡\n人民政府2024年政府信息\n公开工作年度报告")]
    [InlineData("# 郏县王集乡人民政府⏎2024年政府信息公开工作年度报告")]
    [InlineData("郏县王集乡人民政府2024 年政府信息公开⏎工作年度 报告")]
    [InlineData("郏县王集乡人民政府2024年政府信息公开工作年度报告\n郏县王集乡人民政府2024年政府信息公开工作年度报告")]
    [InlineData("# 郏县王集乡人民政府2024年政府信息公开工作年度报告\n发布日期：2025-01-20\n2024年政府信息公开工作年度报告")]
    [InlineData("郏县王集乡人民政府2022年政府信息公开工作年度报告\n郏县王集乡人民政府2023年政府信息公开工作年度报告\n正文\n郏县王集乡人民政府2024年政府信息公开工作年度报告")]
    [InlineData("首页\n郏县王集乡人民政府2024年政府信息公开工作年度报告")]
    [InlineData("| 名称 | 郏县王集乡人民政府2024年政府信息公开工作年度报告 |")]
    public void A_title_is_found_in_one_line_or_several(string top)
    {
        var header = ReportHeader.Of(Documents.Of(top.Replace("# 郏县王集乡人民政府⏎", "# 郏县王集乡人民政府\n# ", StringComparison.Ordinal) + Body));
        Assert.Equal("郏县王集乡人民政府2024年政府信息公开工作年度报告", header.Title);
        Assert.Equal((new UnitName("郏县王集乡人民政府", Level.Township), 2024, true), (header.Unit, header.Year, header.LooksLikeReport));
    }

    [Theory]
    [InlineData("郏县教育\n体育局2024年政府信息公开工作年度报告", "")]
    [InlineData("首页\n政务公开\n郏县教育⏎体育局2024年政府信息公开工作年度报告", "")]
    [InlineData("首页\n# 郏县教育\n# 体育局2024年政府信息公开工作年度报告", "")]
    [InlineData("首页\n郏县教育\n体育局2024年政府信息公开工作年度报告", "\n郏县教育体育局\n2025年1月20日")]
    [InlineData("首页\n郏县教育\n体育局\n2024年政府信息公开工作年度报告\n本报告由郏县教育体育局编制。", "")]
    public void A_unit_s_name_broken_over_two_lines_of_the_title_is_joined(string top, string foot)
    {
        var header = ReportHeader.Of(Documents.Of(top + Body + foot));
        Assert.Equal(("郏县教育体育局2024年政府信息公开工作年度报告", "郏县教育体育局"), (header.Title, header.Unit?.Name));
    }

    [Theory]
    [InlineData("郏县人民政府机关\n2024年政府信息公开工作年度报告", "", "郏县人民政府机关")]
    [InlineData("2024年政府信息公开工作年度报告\n郏县发展和改革局（郏县粮食局）", "", "郏县发展和改革局（郏县粮食局）")]
    [InlineData("2024年度政府信息公开工作年度报告", "2024年，东城街道深入贯彻落实各项要求。", "东城街道")]
    [InlineData("2024年度政府信息公开工作年度报告", "2024年，郏县水利局认真贯彻落实各项要求。", "郏县水利局")]
    [InlineData("2024年度政府信息公开工作年度报告", "2024年，郏县坚持以公开为常态。", null)]
    [InlineData("2024年度政府信息公开工作年度报告\n现公布郏县水利局（以下简称县水利局）2024年政府信息公开工作年度报告。", "", null)]
    [InlineData("2024年度政府信息公开工作年度报告\n郏县人民政府", "2024年，王集乡认真贯彻落实各项要求。", null)]
    [InlineData("2024年度政府信息公开工作年度报告", "2024年，我局认真贯彻落实各项要求。", null)]
    [InlineData("2024年度政府信息公开工作年度报告", "2024年，郏县政府办公室根据要求部署各乡，王集乡认真落实。", null)]
    [InlineData("2024年度政府信息公开工作年度报告", "2024年，郏县政府办公室全面部署，王集乡认真落实。", null)]
    [InlineData("2024年度政府信息公开工作年度报告", "2024年，河南省人民政府办公厅认真开展考核，我乡位列第三。", null)]
    [InlineData("2024年度政府信息公开工作年度报告\n郏县人民政府办公室", "我乡高度重视政府信息公开。", null)]
    [InlineData("2024年度政府信息公开工作年度报告\n郏县2023年政府信息公开工作年度报告按照要求已由县政府办发布，现将我乡情况公布如下。", "", null)]
    [InlineData("2024年度政府信息公开工作年度报告\n平顶山市政府信息公开工作年度报告根据条例编制，本报告由郏县王集乡编制。", "", "郏县王集乡")]
    [InlineData("市水利局2024年政府信息公开工作年度报告\n现公布青山市水利局2024年政府信息公开工作年度报告。", "", "青山市水利局")]
    [InlineData("市水利局2024年政府信息公开工作年度报告\n现公布青山市林业局2024年政府信息公开工作年度报告。", "", "市水利局")]
    public void A_unit_that_the_title_leaves_out_or_shortens_stands_around_it(string top, string opening, string? unit)
    {
        var header = ReportHeader.Of(Documents.Of($"{top}\n\n一、总体情况\n{opening}\n（一）主动公开。\n六、其他需要报告的事项\n无。"));
        Assert.Equal((unit, 2024), (header.Unit?.Name, header.Year));
    }

    [Theory]
    [InlineData("郏县人民政府办公室", "郏县王集乡人民政府", null)]
    [InlineData("王集乡", "郏县王集乡人民政府", "郏县王集乡人民政府")]
    [InlineData("郏县王集乡", "信息中心", "郏县王集乡")]
    public void A_line_below_the_title_and_the_metadata_tell_the_unit_only_together(string below, string metadata, string? unit) =>
        Assert.Equal(unit, ReportHeader.Of(Documents.Of($"2024年政府信息公开工作年度报告\n{below}{Body}", ("contentsource", metadata))).Unit?.Name);

    [Theory]
    [InlineData("信息来源：桐村镇")]
    [InlineData("发布时间：2025-01-20 来源：桐村镇人民政府 浏览次数：12")]
    [InlineData("发布机构：桐村镇")]
    public void What_a_page_prints_below_any_title_is_no_part_of_the_preface(string line) =>
        Assert.Equal("根据《条例》要求，编制本报告。", ReportHeader.Of(Documents.Of($"桐村镇2024年政府信息公开工作年度报告\n{line}\n根据《条例》要求，\n编制本报告。{Body}")).Preface);

    [Theory]
    [InlineData("2024年，郏县水利局认真贯彻。", 2024)]
    [InlineData("2023年，郏县水利局认真贯彻。", null)]
    [InlineData("郏县水利局认真贯彻。", null)]
    public void A_year_that_the_title_leaves_out_is_the_first_sentence_s_where_the_day_bears_it_out(string opening, int? year) =>
        Assert.Equal(year, ReportHeader.Of(Documents.Of($"政府信息公开工作年度报告\n郏县水利局\n2025年1月8日\n\n一、总体情况\n{opening}\n六、其他需要报告的事项\n无。")).Year);

    [Theory]
    [InlineData("郏县人民政府\n王集乡人民政府2024年政府信息公开工作年度报告", "王集乡人民政府")]
    [InlineData("首页\n郏县要闻\n体育局2024年政府信息公开工作年度报告", "体育局")]
    [InlineData("# 政策文件\n# 体育局2024年政府信息公开工作年度报告", "体育局")]
    [InlineData("网站首页\n市水利局2024年政府信息公开工作年度报告", "市水利局")]
    public void A_site_s_or_a_menu_s_line_above_the_title_is_no_part_of_the_name(string top, string unit) =>
        Assert.Equal(unit, ReportHeader.Of(Documents.Of(top + Body)).Unit?.Name);

    [Theory]
    [InlineData("本报告由郏县王集乡人民政府根据《中华人民共和国政府信息公开条例》编制。统计期限自2024年1月1日起至2024年12月31日止。")]
    [InlineData("本报告由郏县王集乡人民政府（地址：王集街1号）编制，统计期限为2024年1月1日—12月31日。")]
    [InlineData("根据《政府信息公开条例》的规定，现公布郏县王集乡人民政府2024年政府信息公开工作年度报告。")]
    [InlineData("根据《条例》要求，特编制2024年度郏县王集乡人民政府政府信息公开工作年度报告。")]
    [InlineData("郏县王集乡人民政府2024年政府信息公开工作年度报告（以下简称《年报》）根据《条例》编制。")]
    [InlineData("2024年郏县王集乡人民政府信息公开工作年度报告是根据《条例》编制的，统计期限为2024年1月1日至12月31日。")]
    [InlineData("根据《条例》，由郏县人民政府办公室汇总，现公布郏县王集乡人民政府2024年度政府信息公开年报。")]
    public void Without_a_name_in_the_title_the_preface_tells(string preface)
    {
        var header = ReportHeader.Of(Documents.Of("政府信息公开工作年度报告\n" + preface + Body));
        Assert.Equal(("郏县王集乡人民政府", 2024), (header.Unit?.Name, header.Year));
    }

    [Theory]
    [InlineData("郏县王集乡人民政府\n2025年1月20日")]
    [InlineData("2025年1月20日\n郏县王集乡人民政府")]
    [InlineData("郏县王集乡人民政府　2025 年 1 月 20 日")]
    [InlineData("郏县王集乡人民政府\n二〇二五年一月二十日")]
    public void Without_a_name_above_the_signature_tells(string signature)
    {
        var header = ReportHeader.Of(Documents.Of("2024年政府信息公开工作年度报告" + Body + "\n" + signature));
        Assert.Equal(("郏县王集乡人民政府", 2024, new DateOnly(2025, 1, 20)), (header.Unit?.Name, header.Year, header.Published));
    }

    [Fact]
    public void Without_a_name_in_the_text_the_metadata_tells()
    {
        var header = ReportHeader.Of(Documents.Of("2024年政府信息公开工作年度报告" + Body, ("sitename", "郏县人民政府"), ("contentsource", "王集乡人民政府")));
        Assert.Equal("王集乡人民政府", header.Unit?.Name);
    }

    [Fact]
    public void Without_a_title_in_the_text_the_page_s_title_counts()
    {
        var header = ReportHeader.Of(Documents.Of(Body, ("title", "郏县王集乡2024年政府信息公开工作年度报告_郏县人民政府网")));
        Assert.Equal(("郏县王集乡2024年政府信息公开工作年度报告", "郏县王集乡", 2024), (header.Title, header.Unit?.Name, header.Year));
    }

    [Theory]
    [InlineData("本机关2024年政府信息公开工作年度报告\n本报告由本机关编制。", "\n本机关\n2025年1月20日")]
    [InlineData("我局2024年政府信息公开工作年度报告\n本报告由我局编制。", "\n我局\n2025年1月20日")]
    public void No_name_anywhere_is_no_name(string top, string foot) => Assert.Null(ReportHeader.Of(Documents.Of(top + Body + foot)).Unit);

    [Fact]
    public void The_title_s_year_counts_before_the_preface_s()
    {
        const string Preface = "\n统计期限自2023年1月1日至2023年12月31日。";
        Assert.Equal(2024, ReportHeader.Of(Documents.Of("郏县2024年政府信息公开工作年度报告" + Preface + Body)).Year);
        Assert.Equal(2023, ReportHeader.Of(Documents.Of("郏县政府信息公开工作年度报告" + Preface + Body)).Year);
    }

    [Theory]
    [InlineData("发布日期：2025-01-20")]
    [InlineData("发布时间： 2025-01-20 10:33:05　来源：县政府办　浏览次数：12")]
    [InlineData("【发布时间】2025/1/20")]
    [InlineData("发布时间：2025-01-20 10:30")]
    [InlineData("2025-1-20")]
    [InlineData("【 2025年01月20日 】")]
    [InlineData("日期：2025/01/20 来源：郏县人民政府")]
    [InlineData("发布日期：2025-01-20 —— 来源：郏县人民政府")]
    [InlineData("索引号：001　成文日期：2025年01月18日　发布日期：2025年1月20日")]
    [InlineData("成文日期：2025年1月18日\n公开日期：2025.01.20")]
    [InlineData("公文生成日期：2025-01-18\n时间：2025-01-20 11:18")]
    [InlineData("发文日期：2025年 1 月 20 日")]
    [InlineData("成文日期：二〇二五年一月二十日")]
    [InlineData("日期：２０２５年１月２０日")]
    [InlineData("发布日期：\n2025-01-20")]
    [InlineData("| 发布机构 | 王集乡 | 发布日期 | 2025-01-20 |")]
    [InlineData("（2025年1月20日）")]
    [InlineData("生成日期：2025-01-20\n日期：2026-11-27 星期五")]
    [InlineData("日期：2026-11-27 星期五\n成文日期：2025-01-20")]
    [InlineData("生成日期：2025-01-20 时间：2023-05-01")]
    [InlineData("发布时间：2025-01-20\n10:33:05")]
    [InlineData("发布时间：2025-01-20\n1523次浏览")]
    [InlineData("发布时间：2025-01-20\n5")]
    [InlineData("| 发布日期 | 2025-01-20 |\n| 001 | 索引号 |")]
    public void The_day_of_publication_is_read_from_the_head(string head) =>
        Assert.Equal(new DateOnly(2025, 1, 20), ReportHeader.Of(Documents.Of("郏县2024年政府信息公开工作年度报告\n" + head + Body)).Published);

    [Fact]
    public void A_bare_day_in_a_list_behind_the_text_goes_not_before_the_day_of_writing() =>
        Assert.Equal(new DateOnly(2025, 1, 20), ReportHeader.Of(Documents.Of("郏县2024年政府信息公开工作年度报告\n生成日期：2025-01-20" + Body + "\n时间：2025-05-01 王集乡开展培训")).Published);

    [Theory]
    [InlineData("pubdate", "2025-01-20 10:33")]
    [InlineData("publishdate", "2025-01-20")]
    [InlineData("article:published_time", "2025-01-20T10:33:00+08:00")]
    public void The_day_of_publication_is_read_from_the_page_s_metadata(string name, string value) =>
        Assert.Equal(new DateOnly(2025, 1, 20), ReportHeader.Of(Documents.Of("郏县2024年政府信息公开工作年度报告" + Body, (name, value))).Published);

    [Fact]
    public void The_day_on_which_LibreOffice_s_file_was_made_is_not_that_of_publication() =>
        Assert.Null(ReportHeader.Of(Documents.Of(
            "郏县2024年政府信息公开工作年度报告" + Body, ("dcterms.source", "http://xml.openoffice.org/odf2xhtml"), ("dcterms.issued", "2013-12-23T23:15:00"))).Published);

    [Theory]
    [InlineData("统计期限自2024年1月1日至2024年12月31日。", "")]
    [InlineData("统计期限自⏎2024年1月1日⏎起至⏎2024年12月31日⏎止。", "")]
    [InlineData("统计期限：\n2024年1月1日\n—2024年12月31日", "")]
    [InlineData("时间：2024年1月1日至12月31日", "")]
    [InlineData("公开时间：二〇二四年一月二十一日起至十二月三十一日", "")]
    [InlineData("根据《政府信息公开条例》⏎（2019年5月15日⏎起施行）编制。", "")]
    [InlineData("", "《政府信息公开条例》自\n2019年5月15日\n施行。")]
    [InlineData("", "今天是2026年11月25日 星期三")]
    [InlineData("", "版权所有 郏县人民政府 更新日期：2026-11-25 豫ICP备1号")]
    [InlineData("发布日期：2025-02-30", "")]
    [InlineData("索引号：001　发布日期：2025-01-2\n0　文号：无", "")]
    public void Other_days_are_no_day_of_publication(string preface, string foot) =>
        Assert.Null(ReportHeader.Of(Documents.Of("郏县2024年政府信息公开工作年度报告\n" + preface + Body + "\n" + foot)).Published);

    [Fact]
    public void A_file_s_properties_are_no_day_of_publication() =>
        Assert.Null(ReportHeader.Of(Documents.Of(FileKind.Docx, "郏县2024年政府信息公开工作年度报告" + Body, ("created", "2025-01-20"), ("dc.date", "2025-01-20"))).Published);

    [Theory]
    [InlineData("郏县发布2024年政府信息公开工作年度报告\n近日，郏县人民政府公布了2024年政府信息公开工作年度报告。")]
    [InlineData("郏县政府信息公开指南\n一、公开范围\n二、依申请公开")]
    [InlineData("政府信息公开工作年度报告制度\n第一条 为了规范年度报告，制定本制度。")]
    [InlineData("政府信息公开年报\n郏县2024年政府信息公开工作年度报告\n2025-01-20\n郏县2023年政府信息公开工作年度报告\n2024-01-20")]
    [InlineData("政府信息公开年报\n郏县2024年政府信息公开工作年度报告\n2025-01-20")]
    [InlineData("# 政府信息公开年报\n郏县2024年政府信息公开工作年度报告\n2025-01-20\n建议使用新版浏览器访问本站。")]
    [InlineData("郏县2024年国民经济和社会发展统计公报\n一、综合")]
    [InlineData("")]
    public void A_page_about_reports_is_none(string page) => Assert.False(ReportHeader.Of(Documents.Of(page)).LooksLikeReport);

    [Theory]
    [InlineData("郏县2015年政府信息公开工作年度报告\n2015年，全县主动公开政府信息300条。")]
    [InlineData("一、总体情况\n甲\n二、主动公开政府信息情况\n乙\n五、存在的主要问题及改进情况\n丙")]
    public void A_title_or_three_sections_make_a_report(string page) => Assert.True(ReportHeader.Of(Documents.Of(page)).LooksLikeReport);

    [Fact]
    public void Links_to_other_reports_below_a_report_without_sections_are_not_its_title() =>
        Assert.Equal(2015, ReportHeader.Of(Documents.Of("# 郏县2015年政府信息公开工作年度报告\n全年公开300条。\n郏县2014年政府信息公开工作年度报告")).Year);

    [Fact]
    public void A_line_of_megabytes_is_read_in_one_go()
    {
        var line = string.Concat(Enumerable.Repeat("一、政府信息公开工作2024年1月", 300_000));
        Assert.Null(ReportHeader.Of(Documents.Of(line)).Title);
    }
}
