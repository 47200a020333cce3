using System.Collections.Immutable;
using ReportIngest.Documents;

namespace ReportIngest.Reading.Pdf;

/// <summary>Pages whose text runs over their left or right edge: what stands beyond it a program may have left out (LibreOffice, of a layout table wider than the page).</summary>
internal static class CutPages
{
    public static IEnumerable<ReadingNote> Notes(ImmutableArray<PageLine> text, ImmutableArray<PageInk> pages)
    {
        var widths = pages.ToDictionary(page => page.Number, page => page.Width);
        var cut = text.Where(line => IsCut(line.Line, widths[line.Page])).Select(line => line.Page).Distinct().Order().ToList();
        if (cut.Count == 0) yield break;
        yield return new ReadingNote(
            "RI901",
            new Message(
                $"第 {string.Join('、', cut)} 页的文字超出页面边缘，超出的部分可能不在文件中；读不到的内容不算报告的问题。请用页面较宽的版本。",
                $"The text of page {string.Join(", ", cut)} runs over the edge of the page, and what stands beyond it may not be in the file; what is not read is not held against the report. Use a version with a wider page."),
            new Place(cut[0]));
    }

    /// <summary>By two letters at least, and part of it stands on the page: what lies outside of it as a whole are a printer's marks.</summary>
    private static bool IsCut(Line line, double width) =>
        (line.Box.Left < -2 * line.Size && line.Box.Right > 0) || (line.Box.Right > width + (2 * line.Size) && line.Box.Left < width);
}
