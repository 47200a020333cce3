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
            // With something beside it a title is the entry of a list: its page, its score.
            if (lines[i].Kind is LineKind.Alone or LineKind.Banner && SectionHeading.At(lines, i, inSheet: true) is { Fit: HeadingFit.Exact } heading) headings[i] = heading.Section;
        }

        if (headings.Count < EnoughHeadings) return lines;
        var sheets = headings.Keys.GroupBy(i => lines[i].Block).Where(found => AreEnough(found.Select(i => headings[i]))).Select(found => found.Key).ToHashSet();
        sheets.UnionWith(Lists(lines, headings));
        if (sheets.Count > 0) sheets.IntersectWith(lines.Where(IsOfReport).Select(line => line.Block));
        if (sheets.Count == 0 || HasTextOutside(lines)) return lines;
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

    /// <summary>A workbook with a sheet for each table has its text in several sheets between them, of one column each.</summary>
    private static IEnumerable<int> Lists(ImmutableArray<Line> lines, Dictionary<int, FormSection> headings)
    {
        if (!AreEnough(headings.Values)) return [];
        var titled = headings.Keys.ToLookup(i => lines[i].Block, i => headings[i]);
        var wide = lines.Where(line => line.IsInTable && line.Kind != LineKind.Alone && line.Text.Length > 0).Select(line => line.Block).ToHashSet();
        var lists = titled.Where(found => !wide.Contains(found.Key)).ToList();
        return AreEnough(lists.SelectMany(found => found)) ? lists.Select(found => found.Key) : [];
    }

    private static bool AreEnough(IEnumerable<FormSection> sections) => sections.DistinctBy(section => section.Number).Count() >= EnoughHeadings;

    /// <summary>A sentence or a number: a menu has the six titles too, and none.</summary>
    private static bool IsOfReport(Line line) => line.IsInTable && (line.Text.Contains('。') || (line.Kind == LineKind.Cell && line.Text.Length > 0 && char.IsAsciiDigit(line.Text[0])));

    /// <summary>The report stands outside of tables, with something under its headings, so that a table with the titles is a menu or a summary beside it. Its own headings may be worded anew (一、关于总体情况).</summary>
    private static bool HasTextOutside(ImmutableArray<Line> lines)
    {
        var headings = Enumerable.Range(0, lines.Length).Where(i => !lines[i].IsInTable).Select(i => SectionHeading.At(lines, i)).OfType<SectionHeading>().ToList();
        var begin = headings.Select(heading => heading.First).ToHashSet();
        return AreEnough(headings.Where(heading => heading.Rest.Length > 0 || !begin.Contains(heading.First + heading.Lines)).Select(heading => heading.Section));
    }

    private static IEnumerable<Line> Paragraphs(Line cell) =>
        cell.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(text => new Line(text, LineKind.Paragraph, cell.Block));
}
