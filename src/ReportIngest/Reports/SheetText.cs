using System.Collections.Immutable;

namespace ReportIngest.Reports;

/// <summary>A worksheet saved as a page, or written as text, is one table that holds the whole report: what stands across it, or has nothing beside it, is a line of the report's text.</summary>
internal static class SheetText
{
    /// <summary>A table with its own heading in its first row has one; the form's three in one table have three, and a report has six.</summary>
    private const int EnoughHeadings = 3;

    /// <summary>The lines, those of a sheet's text as paragraphs.</summary>
    public static ImmutableArray<Line> Opened(ImmutableArray<Line> lines)
    {
        var headings = new Dictionary<int, FormSection>();
        for (var i = 0; i < lines.Length; i++)
        {
            if (lines[i].IsInTable && SectionHeading.At(lines, i, inSheet: true) is { Fit: HeadingFit.Exact } heading) headings[i] = heading.Section;
        }

        var sheets = headings.Keys.GroupBy(i => lines[i].Block).Where(found => found.DistinctBy(i => headings[i].Number).Count() >= EnoughHeadings).Select(found => found.Key).ToHashSet();
        if (sheets.Count == 0) return lines;
        var opened = ImmutableArray.CreateBuilder<Line>(lines.Length);
        var isTable = false;
        for (var i = 0; i < lines.Length; i++)
        {
            if (headings.TryGetValue(i, out var section)) isTable = section.Number is 2 or 3 or 4;
            // In the sections that are tables a cell with nothing beside it is the label of a blank row.
            var isText = lines[i].Kind == LineKind.Banner || headings.ContainsKey(i) || (lines[i].Kind == LineKind.Alone && !isTable);
            if (!sheets.Contains(lines[i].Block)) opened.Add(lines[i]);
            else if (isText) opened.AddRange(Paragraphs(lines[i]));
            else if (lines[i].Text.Length > 0) opened.Add(lines[i]); // a blank cell would part the signature from its day
        }

        return opened.ToImmutable();
    }

    private static IEnumerable<Line> Paragraphs(Line cell) =>
        cell.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text => new Line(text, LineKind.Paragraph, cell.Block));
}
