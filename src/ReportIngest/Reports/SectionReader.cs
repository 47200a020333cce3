using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportIngest.Documents;

namespace ReportIngest.Reports;

/// <summary>Finds the six sections of the form by their titles, whatever numbers the report prints before them.</summary>
public static partial class SectionReader
{
    /// <summary>
    /// The sections that are there, in the order of the document. Their text is what stands between two headings outside of tables, without page numbers;
    /// what has a number of its own but no title of the form (二、工作机制保障) belongs to the section it stands in.
    /// </summary>
    public static ImmutableArray<Section> Of(Document document)
    {
        var lines = Line.Of(document);
        return Of(document, lines, Headings(lines));
    }

    internal static ImmutableArray<Section> Of(Document document, ImmutableArray<Line> lines, ImmutableArray<SectionHeading> headings)
    {
        var end = headings.IsEmpty ? 0 : End(lines, headings[^1]);
        List<int> pictures = [.. Enumerable.Range(0, document.Blocks.Length).Where(block => document.Blocks[block] is Picture)];
        return [.. headings.Select((heading, i) => ToSection(lines, heading, i + 1 < headings.Length ? headings[i + 1].First : end) with { HasPicture = Holds(i) })];

        // What stands in no section below the last heading is the page's.
        bool Holds(int i) => i + 1 < headings.Length && pictures.Exists(block => block > lines[headings[i].First].Block && block < lines[headings[i + 1].First].Block);
    }

    /// <summary>The headings that are there, one a section, in the order of the document.</summary>
    internal static ImmutableArray<SectionHeading> Headings(ImmutableArray<Line> lines)
    {
        var candidates = new List<SectionHeading>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (SectionHeading.At(lines, i) is { } candidate) candidates.Add(candidate);
        }

        if (candidates.Exists(candidate => candidate.Fit == HeadingFit.Exact && !candidate.IsArabic)) candidates.RemoveAll(candidate => candidate.IsArabic);
        return HeadingChain.Of(candidates, lines.Length);
    }

    private static Section ToSection(ImmutableArray<Line> lines, SectionHeading heading, int end)
    {
        List<string> text = heading.Rest.Length > 0 ? [heading.Rest] : [];
        for (var i = heading.First + heading.Lines; i < end; i++)
        {
            if (!lines[i].IsInTable && !PageNumber().IsMatch(lines[i].Compact)) text.Add(lines[i].Text);
        }

        return new Section(heading.Section.Number, heading.Section.Title, heading.Heading, string.Join('\n', text));
    }

    /// <summary>Where the last section ends: at the signature, at what a web page prints below an article, or with the document.</summary>
    private static int End(ImmutableArray<Line> lines, SectionHeading last)
    {
        var from = last.First + last.Lines;
        if (Signature.Find(lines, from) is { } signature) return signature.First;
        for (var i = from; i < lines.Length; i++)
        {
            if (PageFoot().IsMatch(lines[i].Compact)) return i;
        }

        // A link that is a unit's name leads to a neighbour's page; who signs is no link.
        var end = lines.Length;
        while (end > from && lines[end - 1] is { IsLink: true } link && UnitName.IsOne(link.Compact)) end--;
        return end;
    }

    // -5-, — 3 —, 第3页共8页, 3/8页; a bare number may be a value.
    [GeneratedRegex("^(?:[-—–－─_·~]+第?[0-9]{1,3}页?[-—–－─_·~]+|第[0-9]{1,3}页[,，/]?(?:共[0-9]{1,3}页)?|[0-9]{1,3}/[0-9]{1,3}页)$")]
    private static partial Regex PageNumber();

    [GeneratedRegex("^(?:上一[篇条页]|下一[篇条页]|版权所有|主办单位|主办[:：]|承办单位|承办[:：]|打印|【?(?:打印|关闭|字体)|关闭窗口|分享到|扫一扫|相关(?:链接|文档|新闻|附件|阅读)|责任编辑|网站地图|友情链接|附件[:：]|Copyright|©|.{0,12}ICP备)", RegexOptions.IgnoreCase)]
    private static partial Regex PageFoot();
}
