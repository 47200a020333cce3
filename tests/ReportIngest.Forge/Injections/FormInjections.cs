using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Forge.Injections;

/// <summary>Departures from the official form.</summary>
internal static partial class FormInjections
{
    private static readonly string[][] Reworded =
    [
        ["工作总体情况", "概述", "政府信息公开工作总体情况"],
        ["主动公开政府信息的情况", "政府信息主动公开情况"],
        ["收到和处理政府信息公开申请的情况", "政府信息公开申请收到和处理情况"],
        ["因政府信息公开工作被申请行政复议、提起行政诉讼情况", "政府信息公开行政复议、行政诉讼的情况"],
        ["政府信息公开工作存在的主要问题及改进情况", "存在的主要问题和改进措施"],
        ["其他需要报告事项", "需要报告的其他事项"],
    ];

    public static ImmutableArray<Injection> All { get; } =
    [
        new("RI501", OldEdition),
        new("RI502", OldNotice),
        new("RI503", seed => Finished("RI503", seed, StructureFaults.SectionMissing)),
        new("RI504", MatterMissing),
        new("RI505", Disordered),
        new("RI506", TitleAltered),
        new("RI507", TableMissing),
        new("RI508", TablePictured),
        new("RI509", GridAltered),
        new("RI510", CornerNoteMissing),
        new("RI511", ProblemsEmpty),
        new("RI512", FeeUnsaid),
        new("RI513", PartsMiscounted),
        new("RI514", AppraisalMissing),
    ];

    private static Trial Finished(string rule, int seed, Func<ForgedReport, Random, ForgedReport> change) =>
        Trials.Of(rule, Sound.Draw(seed), report => change(report, new Random(seed)));

    private static Trial OldEdition(int seed) =>
        Trials.Of("RI501", Sound.Draw(seed, new Wish(Edition: "2019", Year: 2021 + new Random(seed).Next(5))));

    private static Trial OldNotice(int seed)
    {
        var random = new Random(seed);
        var sound = Sound.Draw(seed, new Wish(Edition: "2021"));
        var cited = random.Pick(["国办公开办函〔2019〕60号", "国办公开办函[2019]60号", "国务院令第492号", "国办公开办函（2019）60号"]);
        var story = random.Next(2) == 0
            ? sound.Story with { Preface = sound.Story.Preface.Replace("，", $"和有关文件（{cited}），", StringComparison.Ordinal) }
            : sound.Story with { Opening = [.. sound.Story.Opening, $"按照《条例》和{cited}的要求，{sound.Unit.Self}规范编制年度报告。"] };
        return Trials.Of("RI502", sound with { Story = story });
    }

    /// <summary>Section one says nothing of one matter, by heading or in a sentence of another.</summary>
    private static Trial? MatterMissing(int seed)
    {
        var (sound, random) = (Sound.Draw(seed), new Random(seed));
        var story = sound.Story;
        var (words, left) = random.Next(5) switch
        {
            0 => (Disclosure(), story with { Proactive = [] }),
            1 => (Requests(), story with { Requests = [] }),
            2 => (Management(), story with { Management = [] }),
            3 => (Platform(), story with { Platform = [] }),
            _ => (Supervision(), story with { Supervision = [] }),
        };
        ImmutableArray<string> Silent(ImmutableArray<string> sentences) => [.. sentences.Where(sentence => !words.IsMatch(sentence))];
        left = left with
        {
            Opening = Silent(left.Opening), Proactive = Silent(left.Proactive), Requests = Silent(left.Requests), Management = Silent(left.Management), Platform = Silent(left.Platform), Supervision = Silent(left.Supervision),
        };
        var told = left.In(sound.Report).Sections[0].Paragraphs;
        // The other matters' headings may say the word (监督保障).
        return left.Opening.IsEmpty || told.Any(words.IsMatch) ? null : Trials.Of("RI504", sound with { Story = left });
    }

    private static Trial? Disordered(int seed)
    {
        var random = new Random(seed);
        // Where Word counts, its numbers are in order.
        var sound = Sound.Draw(seed, new Wish(Layout: layout => layout.Name != "numbered-headings"));
        return Trials.Of("RI505", sound, report => random.Next(4) switch
        {
            0 => report.WithParagraphs(1, lines => lines.Select(line => line.StartsWith("（四）", StringComparison.Ordinal) ? "（三）" + line[3..] : line)),
            1 => report.WithParagraphs(1, lines => lines.Select(line => line.StartsWith("（二）", StringComparison.Ordinal) ? "（三）" + line[3..] : line)),
            2 => report.WithHeading(4, heading => "三" + heading[1..]),
            _ => report.WithHeading(1, heading => random.Pick(["—", "-"]) + heading[1..]),
        });
    }

    private static Trial TitleAltered(int seed)
    {
        var (sound, random) = (Sound.Draw(seed, new Wish(Edition: "2021")), new Random(seed));
        var section = random.Next(1, 7);
        return Trials.Of("RI506", sound, report => report.WithHeading(section, heading => heading[..2] + random.Pick(Reworded[section - 1])));
    }

    private static Trial TableMissing(int seed)
    {
        var sound = Sound.Draw(seed);
        return Trials.Of("RI507", sound, report => StructureFaults.TableMissing(report, Trials.FormOf(sound), new Random(seed)));
    }

    private static Trial TablePictured(int seed)
    {
        var random = new Random(seed);
        // A text file shows no pictures.
        var sound = Sound.Draw(seed, new Wish(Layout: layout => layout.Format != Documents.FileKind.Text));
        var section = random.Next(2, 5);
        return Trials.Of("RI508", sound, report => report with
        {
            Sections = [.. report.Sections.Select(one => one.Number == section ? one with { Sheets = [], HasPicture = true } : one)],
        });
    }

    private static Trial GridAltered(int seed)
    {
        var random = new Random(seed);
        // 60号 only encouraged its form for 2019.
        var sound = Sound.Draw(seed, new Wish(Year: 2020 + random.Next(6)));
        return Trials.Of("RI509", sound, report => random.Next(3) switch
        {
            0 => StructureFaults.RowMissing(report, Trials.FormOf(sound), random),
            1 => StructureFaults.RowAdded(report, random),
            _ => report.WithSheets(sheet => sheet.Section == 3 ? sheet.WithColumn("备注", () => random.Next(3) == 0 ? "1" : "0") : sheet),
        });
    }

    private static Trial CornerNoteMissing(int seed) =>
        Trials.Of("RI510", Sound.Draw(seed, new Wish(Year: 2020 + new Random(seed).Next(6))), report => report.WithSheets(sheet => sheet.WithTexts(cell => cell.Text.Contains("勾稽", StringComparison.Ordinal) ? "" : cell.Text)));

    private static Trial ProblemsEmpty(int seed)
    {
        var random = new Random(seed);
        // Reports on earlier years are not held to the form.
        var sound = Sound.Draw(seed);
        ImmutableArray<string> empty = random.Next(5) switch
        {
            0 => [],
            1 => [random.Pick(["无。", "无", "暂无。", "本年度无。"])],
            2 => ["本年度工作平稳有序。"],
            3 => ["一年来各项工作运行平稳，群众反映良好，公开内容全面、及时、准确，得到上级肯定和社会认可。"],
            _ => ["存在的主要问题是解读形式单一，群众参与度不高，个别栏目更新不及时，信息发布时效不强。"],
        };
        return Trials.Of("RI511", sound, report => report.WithParagraphs(5, _ => empty));
    }

    private static Trial FeeUnsaid(int seed)
    {
        var (sound, random) = (Sound.Draw(seed, new Wish(Edition: "2021")), new Random(seed));
        return Trials.Of("RI512", sound with { Story = sound.Story with { Remaining = [random.Pick(["无其他需要报告的事项。", "无。", "本年度没有其他需要报告的事项。", "本机关无需要说明的其他情况。", "本报告电子版可在政府门户网站下载。"])] } });
    }

    private static Trial PartsMiscounted(int seed)
    {
        var (sound, random) = (Sound.Draw(seed), new Random(seed));
        var wrong = random.Pick(["四", "五", "七", "八", "5", "7"]);
        var sentence = random.Pick(["本报告由总体情况、主动公开政府信息情况、收到和处理政府信息公开申请情况等{N}个部分组成。", "全文共{N}个部分。", "报告分为{N}个部分，全面反映本年度情况。", "本报告包括总体情况、主动公开政府信息情况等{N}部分内容。"]).Replace("{N}", wrong);
        return Trials.Of("RI513", sound with { Story = sound.Story with { Preface = Stories.Fill(Wordings.Prefaces[random.Next(2)], sound.Facts, random) + sentence } });
    }

    private static Trial AppraisalMissing(int seed)
    {
        var sound = Sound.Draw(seed, new Wish(Who: unit => unit.Level is not Level.Department));
        return Trials.Of("RI514", sound with { Story = sound.Story.WithSentences(sentence => Appraisal().IsMatch(sentence) ? "" : sentence) with { Supervision = ["明确一名负责人分管，一个科室主抓，专人办理。"] } });
    }

    [GeneratedRegex("主动公开|公开(?:各类|政府)?信息|发布(?:各类|政府|政务)?信息|发布各类")]
    private static partial Regex Disclosure();

    [GeneratedRegex("依申请|公开申请|申请公开|申请人|信息公开的?申请")]
    private static partial Regex Requests();

    [GeneratedRegex("管理|审[查核]|保密|规范性文件|清理|归档|属性|动态调整|目录|机制|制度")]
    private static partial Regex Management();

    [GeneratedRegex("平台|网站|公众号|新媒体|公开栏|专栏|专区|查阅点|渠道")]
    private static partial Regex Platform();

    [GeneratedRegex("监督|保障|考核|评议|培训|责任追究|追究|领导小组|自查|督查|检查")]
    private static partial Regex Supervision();

    [GeneratedRegex("考核|评议|责任追究|追究责任|追责|问责|追究")]
    private static partial Regex Appraisal();
}
