using System.Collections.Immutable;
using ReportIngest.Documents;

namespace ReportIngest.Reading.Pdf;

/// <summary>Scanned pages: a picture, and over it the invisible letters of a recognition program.</summary>
internal static class Scans
{
    // A scan fills its page but for the margins that the scanner cut off.
    private const double SmallestShare = 0.5;

    public static bool IsOne(PageMarks page) =>
        page.Images.Count > 0
        && page.Images.Exists(image => image.Area >= page.Width * page.Height * SmallestShare)
        && AreInvisible(page.Prints.All);

    /// <summary>Whether there are letters, and none of them is seen.</summary>
    private static bool AreInvisible(ReadOnlySpan<Print> prints)
    {
        var any = false;
        foreach (ref readonly var letter in prints)
        {
            if (string.IsNullOrWhiteSpace(letter.Text)) continue;
            if (!letter.IsInvisible) return false;
            any = true;
        }
        return any;
    }

    public static IEnumerable<ReadingNote> Notes(ImmutableArray<PageInk> pages)
    {
        var scans = pages.Where(page => page.IsScan).Select(page => page.Number).ToList();
        if (scans.Count == 0) yield break;
        var numbers = string.Join('、', scans);
        yield return new ReadingNote(
            "RI904",
            new Message(
                $"第 {numbers} 页是扫描图片，文字是识别软件写入的，可能有错。没有等式印证的数值不采用，也不据此指出报告的问题。请提供电子版。",
                $"Scanned: page {string.Join(", ", scans)}. Their text is that of a recognition program and may be wrong: numbers that no sum confirms are not taken, and no fault of the report is found in them. Provide the file they were printed from."),
            new Place(scans[0]));
    }
}
