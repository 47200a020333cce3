using ReportIngest.Documents;
using ReportIngest.Forge;
using ReportIngest.Reading;

namespace ReportIngest.Tests.Reading;

/// <summary>Every letter and digit that a file shows stands in one cell or in the text; what is said again on every page may stand there once.</summary>
public sealed class ConservationTests
{
    /// <summary>Printed to be seen twice, or not at all.</summary>
    private static readonly string[] Unseen = ["printed-twice", "white-text", "invisible-text"];

    /// <summary>Headers of tables that pages repeat, and the running header.</summary>
    private const string Repeated = "申请人情况本列数据的勾稽关系为第一项加第二项之和等于第三项加第四项之和自然人法人或其他组织商业企业科研机构社会公益组织法律服务机构其他总计政府信息公开工作年度报告";

    private const int PagesAtMost = 12;

    public static TheoryData<string> Seen() => [.. Layouts.All.Where(layout => !Unseen.Contains(layout.Name)).Select(layout => layout.ToString())];

    [Theory, MemberData(nameof(Seen))]
    public void A_forged_report_loses_no_letter(string name)
    {
        var layout = Layouts.All.Single(layout => layout.ToString() == name);
        Conserves(layout.Write(Forger.Forge(1)), layout.Format);
    }

    [Theory, MemberData(nameof(CorpusTests.Copies), MemberType = typeof(CorpusTests))]
    public void A_report_of_the_corpus_loses_no_letter(string path)
    {
        var bytes = File.ReadAllBytes(Repository.File(path));
        Conserves(bytes, FileKinds.Of(bytes));
    }

    private static void Conserves(byte[] bytes, FileKind format)
    {
        var document = Pipeline.Read(bytes, Source.Of("file", bytes), Limits.Default);
        var (shown, kept) = (Characters.Shown(format, bytes, document), Characters.Kept(document));
        var lost = shown.Where(pair => pair.Value > kept.GetValueOrDefault(pair.Key)).Select(pair => pair.Key).Order().ToList();
        if (format != FileKind.Pdf)
        {
            Assert.Empty(lost);
            return;
        }

        Assert.DoesNotContain(lost.Except(Repeated), letter => !char.IsDigit(letter));
        Assert.InRange(lost.Where(char.IsDigit).Sum(digit => shown[digit] - kept.GetValueOrDefault(digit)), 0, PagesAtMost);
    }
}
