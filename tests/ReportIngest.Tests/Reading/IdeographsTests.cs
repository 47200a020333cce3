using System.Text;
using ReportIngest.Documents;
using ReportIngest.Reading;

namespace ReportIngest.Tests.Reading;

public sealed class IdeographsTests
{
    [Fact]
    public void Radicals_that_a_printing_program_wrote_are_the_ideographs_they_look_like() =>
        Assert.Equal(
            new Document(FileKind.Text, "utf-8", [new Paragraph("一、石桥乡人民政府行政许可", default), new Paragraph("（二）１２；", default)], [], []).Blocks,
            Read("⼀、⽯桥乡⼈⺠政府⾏政许可\n（⼆）１２；\n").Document!.Blocks);

    [Fact]
    public void A_report_with_radicals_for_its_numbers_has_all_its_sections_under_their_titles()
    {
        var plain = File.ReadAllText(Repository.File("corpus/2024-wangji/source.md"));
        var printed = plain.Replace('一', '⼀').Replace('二', '⼆').Replace('行', '⾏').Replace('民', '⺠');
        Assert.Equal(Read(plain).Findings.Select(finding => (finding.Rule.Id, finding.Message)), Read(printed).Findings.Select(finding => (finding.Rule.Id, finding.Message)));
    }

    private static Ingested Read(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        return Pipeline.Ingest(bytes, Source.Of("x", bytes), Limits.Default);
    }
}
