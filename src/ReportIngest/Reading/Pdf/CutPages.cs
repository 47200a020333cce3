using System.Collections.Immutable;
using ReportIngest.Documents;

namespace ReportIngest.Reading.Pdf;

/// <summary>Pages whose text runs over their left or right edge: what stands beyond it a program may have left out (LibreOffice, of a layout table wider than the page).</summary>
internal static class CutPages
{
    /// <summary>Of the page's height, where its text does not stand: a printer's footer (打印时间) may run over the edge.</summary>
    private const double Margin = 0.05;

    /// <summary>In sizes, beyond the edge: two letters at least.</summary>
    private const double Beyond = 2;

    public static IEnumerable<ReadingNote> Notes(ImmutableArray<PageLine> text, ImmutableArray<PageInk> pages)
    {
        var byNumber = pages.ToDictionary(page => page.Number);
        var lines = text.Where(line => IsWithin(line.Line, byNumber[line.Page].Height)).ToList();
        // A layout table that is wider than the page begins every line beyond the left edge; a single one there is a mark for whoever cuts the paper.
        var left = lines.FindAll(line => line.Line.Box.Left < -Beyond * line.Line.Size && line.Line.Box.Right > 0);
        var right = lines.Where(line => line.Line.Box.Left < byNumber[line.Page].Width && line.Line.Box.Right > byNumber[line.Page].Width + (Beyond * line.Line.Size));
        var cut = right.Concat(left.Count > 1 ? left : []).Select(line => line.Page).Distinct().Order().ToList();
        if (cut.Count == 0) yield break;
        yield return new ReadingNote(
            "RI901",
            new Message(
                $"第 {string.Join('、', cut)} 页的文字超出页面边缘，超出的部分可能不在文件中；读不到的内容不算报告的问题。请用页面较宽的版本。",
                $"The text of page {string.Join(", ", cut)} runs over the edge of the page, and what stands beyond it may not be in the file; what is not read is not held against the report. Use a version with a wider page."),
            new Place(cut[0]));
    }

    private static bool IsWithin(Line line, double height) => line.Box.Top < height * (1 - Margin) && line.Box.Bottom > height * Margin;
}
