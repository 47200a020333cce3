using System.Collections.Immutable;
using System.Globalization;

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
        var counted = lines
            .Where(line => IsInMargin(line, heights[line.Page]) && Ahead(line) is not null)
            .GroupBy(line => Ahead(line)!.Value)
            .Where(group => group.DistinctBy(line => line.Page).Count() > 1)
            .Select(group => group.Key).ToHashSet();
        return lines.RemoveAll(line => IsInMargin(line, heights[line.Page])
            && (IsDecoratedNumber(line.Line.Text) || (Ahead(line) is { } ahead && counted.Contains(ahead)) || repeated.Contains((WithoutDigits(line.Line.Text), Math.Round(line.Line.Box.Top / 4)))));
    }

    private static bool IsInMargin(PageLine line, double height) =>
        line.Line.Box.Bottom < height * Margin || line.Line.Box.Top > height * (1 - Margin);

    private static string WithoutDigits(string text) => string.Concat(text.Where(c => !char.IsDigit(c)));

    /// <summary><c>- 3 -</c>, <c>第3页 共6页</c>, <c>3/6</c>: digits and what is set around them.</summary>
    private static bool IsDecoratedNumber(string text) =>
        text.Any(char.IsDigit) && !text.All(char.IsDigit) && text.Count(char.IsDigit) <= 8 && text.All(c => char.IsDigit(c) || " -–—―─－·•~第页頁共/／,，".Contains(c));

    /// <summary>
    /// How far a bare number runs ahead of the count of pages, or null for other lines. It is a page number when another page's does so too: alone it may be the last
    /// digits of a number that wraps.
    /// </summary>
    private static int? Ahead(PageLine line) =>
        line.Line.Text.Length <= 4 && int.TryParse(line.Line.Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number - line.Page : null;
}
