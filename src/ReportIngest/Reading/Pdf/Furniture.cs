using System.Collections.Immutable;

namespace ReportIngest.Reading.Pdf;

/// <summary>What stands on pages and not in the text: page numbers, running headers and footers.</summary>
internal static class Furniture
{
    /// <summary>Headers and footers stand in the margins: official pages (GB/T 9704) have 37 mm above and 35 mm below the text, an eighth of A4.</summary>
    private const double Margin = 0.125;

    /// <summary>The lines of all pages without the furniture.</summary>
    public static ImmutableArray<PageLine> Remove(ImmutableArray<PageLine> lines, ImmutableArray<PageInk> pages)
    {
        var heights = pages.ToDictionary(page => page.Number, page => page.Height);
        var repeated = lines
            .Where(line => IsInMargin(line, heights[line.Page]))
            .GroupBy(line => (WithoutDigits(line.Line.Text), Math.Round(line.Line.Box.Top / 4)))
            .Where(group => group.Count() > 1 && group.Count() * 2 >= pages.Length)
            .Select(group => group.Key).ToHashSet();
        return lines.RemoveAll(line => IsInMargin(line, heights[line.Page])
            && (IsPageNumber(line.Line.Text) || repeated.Contains((WithoutDigits(line.Line.Text), Math.Round(line.Line.Box.Top / 4)))));
    }

    private static bool IsInMargin(PageLine line, double height) =>
        line.Line.Box.Bottom < height * Margin || line.Line.Box.Top > height * (1 - Margin);

    private static string WithoutDigits(string text) => string.Concat(text.Where(c => !char.IsDigit(c)));

    /// <summary><c>3</c>, <c>- 3 -</c>, <c>第3页 共6页</c>, <c>3/6</c>: digits and what is set around them.</summary>
    private static bool IsPageNumber(string text) =>
        text.Any(char.IsDigit) && text.Count(char.IsDigit) <= 8 && text.All(c => char.IsDigit(c) || " -–—―─－·•~第页頁共/／,，".Contains(c));
}
