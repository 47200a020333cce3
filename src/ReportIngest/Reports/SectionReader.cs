using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportIngest.Documents;

namespace ReportIngest.Reports;

/// <summary>Finds the six sections of the form by their titles, whatever numbers the report prints before them.</summary>
public static partial class SectionReader
{
    /// <summary>
    /// The sections that are there, in the form's order. Their text is what stands between two headings outside of tables, one line a paragraph;
    /// what has a number of its own but no title of the form (二、工作机制保障) belongs to the section it stands in.
    /// </summary>
    public static ImmutableArray<Section> Of(Document document)
    {
        var lines = Line.Of(document);
        return Of(lines, Headings(lines));
    }

    internal static ImmutableArray<Section> Of(ImmutableArray<Line> lines, ImmutableArray<SectionHeading> headings)
    {
        var end = headings.IsEmpty ? 0 : End(lines, headings[^1]);
        return [.. headings.Select((heading, i) => ToSection(lines, heading, i + 1 < headings.Length ? headings[i + 1].First : end))];
    }

    /// <summary>
    /// The chain of headings, in the form's order, that weighs most. A heading with something under it outweighs any without: those are a table of
    /// contents or a menu. Of equals the later counts, since both stand before the text they list.
    /// </summary>
    internal static ImmutableArray<SectionHeading> Headings(ImmutableArray<Line> lines)
    {
        var candidates = Enumerable.Range(0, lines.Length).Select(i => SectionHeading.At(lines, i)).OfType<SectionHeading>().ToList();
        if (candidates.Exists(candidate => candidate.Fit == HeadingFit.Exact && !candidate.IsArabic)) candidates.RemoveAll(candidate => candidate.IsArabic);
        var best = new Chain?[FormSections.All.Length + 1];
        for (var i = 0; i < candidates.Count; i++)
        {
            var candidate = candidates[i];
            var next = i + 1 < candidates.Count ? candidates[i + 1].First : lines.Length;
            var empty = candidate.Rest.Length == 0 && candidate.First + candidate.Lines >= next;
            var before = best[..candidate.Section.Number].MaxBy(chain => chain?.Weight ?? 0);
            var weight = (before?.Weight ?? 0) + (int)candidate.Fit + (empty ? 0 : (int)HeadingFit.Exact);
            if (weight >= (best[candidate.Section.Number]?.Weight ?? 0)) best[candidate.Section.Number] = new Chain(candidate, before, weight);
        }

        return [.. Unroll(best.MaxBy(chain => chain?.Weight ?? 0)).Reverse()];
    }

    private sealed record Chain(SectionHeading Last, Chain? Before, int Weight);

    private static IEnumerable<SectionHeading> Unroll(Chain? chain)
    {
        for (; chain is not null; chain = chain.Before) yield return chain.Last;
    }

    private static Section ToSection(ImmutableArray<Line> lines, SectionHeading heading, int end)
    {
        var text = lines[(heading.First + heading.Lines)..end].Where(line => line.Kind != LineKind.Cell).Select(line => line.Text);
        return new Section(heading.Section.Number, heading.Section.Title, heading.Heading,
            string.Join('\n', heading.Rest.Length > 0 ? text.Prepend(heading.Rest) : text));
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

        return lines.Length;
    }

    [GeneratedRegex("^(?:上一[篇条页]|下一[篇条页]|版权所有|主办单位|主办[:：]|承办单位|承办[:：]|打印|【?(?:打印|关闭|字体)|关闭窗口|分享到|扫一扫|相关(?:链接|文档|新闻|附件|阅读)|责任编辑|网站地图|友情链接|附件[:：]|Copyright|©|.{0,12}ICP备)", RegexOptions.IgnoreCase)]
    private static partial Regex PageFoot();
}
