using System.Collections.Immutable;

namespace ReportIngest.Reports;

/// <summary>A title and the line of the document it ends in.</summary>
internal sealed record FoundTitle(ReportTitle Title, int Line, bool IsHeading);

/// <summary>Finds the titles in the lines before a report's text, also those broken over lines.</summary>
internal static class TitleSearch
{
    /// <summary>A title in large type is broken into up to four lines (unit · rest of the unit · 年政府信息公开 · 年度报告).</summary>
    private const int LinesOfTitle = 4;

    public static ImmutableArray<FoundTitle> In(ImmutableArray<Line> lines, int end) =>
        [.. Enumerable.Range(0, end).Select(last => EndingAt(lines, last)).OfType<FoundTitle>()];

    /// <summary>
    /// The report's own: the nearest above its sections, since menus with reports of other years stand further up; without sections the first, since links to others follow it.
    /// </summary>
    public static FoundTitle? Own(ImmutableArray<FoundTitle> titles, bool hasSections)
    {
        var dated = titles.Where(found => found.Title.Year is not null).DefaultIfEmpty(titles.LastOrDefault());
        return hasSections ? dated.Last() : dated.First();
    }

    /// <summary>A second title of the same year that names the unit says more (the page's headline above a bare 「2024年政府信息公开工作年度报告」).</summary>
    public static ReportTitle? Fullest(FoundTitle? own, ImmutableArray<FoundTitle> titles) =>
        own is null || own.Title.Unit is not null
            ? own?.Title
            : titles.LastOrDefault(found => found.Title.Unit is not null && (own.Title.Year is null || found.Title.Year == own.Title.Year))?.Title ?? own.Title;

    /// <summary>The shortest run of lines that says most: unit and year, else one of them.</summary>
    private static FoundTitle? EndingAt(ImmutableArray<Line> lines, int last)
    {
        var best = lines[last].IsShort ? ReportTitle.ReadPart(lines[last].Compact) : null;
        var joined = lines[last].Compact;
        for (var first = last - 1; first >= 0 && last - first < LinesOfTitle && best is not { Says: 2 }; first--)
        {
            if (lines[first].Kind == LineKind.Cell || !lines[first].IsShort) break;
            joined = lines[first].Compact + joined;
            // A line above that is no unit's name is a menu's (首页) or the site's, not a part of the title.
            if (ReportTitle.Read(joined) is { } title && title.Says > (best?.Says ?? -1) && (title.Unit is null || UnitName.IsOne(title.Unit))) best = title;
        }

        return best is null ? null : new FoundTitle(best, last, lines[last].Kind == LineKind.Heading);
    }
}
