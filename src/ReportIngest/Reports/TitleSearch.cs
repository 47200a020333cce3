using System.Collections.Immutable;

namespace ReportIngest.Reports;

/// <summary>A title and the lines of the document that it begins and ends in.</summary>
internal sealed record FoundTitle(ReportTitle Title, int First, int Line, bool IsHeading)
{
    public ReportTitle In(ImmutableArray<Line> lines) => Title.In(string.Concat(lines[First..(Line + 1)].Select(line => line.Text)));
}

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
    public static FoundTitle? Fullest(FoundTitle? own, ImmutableArray<FoundTitle> titles) =>
        own is null || own.Title.Unit is not null
            ? own
            : titles.LastOrDefault(found => found.Title.Unit is not null && (own.Title.Year is null || found.Title.Year == own.Title.Year)) ?? own;

    /// <summary>
    /// The title with the line above it, where that has the head of a unit's name (郏县教育 | 体育局2024年…). A menu's line or the site's name looks alike: the whole name
    /// must be among <paramref name="names"/>, those that the text gives elsewhere, or the lines must be set as one.
    /// </summary>
    public static FoundTitle WithHead(ImmutableArray<Line> lines, FoundTitle own, IEnumerable<string?> names)
    {
        if (own.Title.Unit is not { } tail || own.First == 0) return own;
        var (above, first) = (lines[own.First - 1], lines[own.First]);
        if (above.IsInTable || !above.IsShort) return own;
        var joined = ReportTitle.Read(string.Concat(lines[(own.First - 1)..(own.Line + 1)].Select(line => line.Compact)));
        if (joined is not { Unit: { } unit } || joined.Year != own.Title.Year || !UnitName.IsOne(unit)) return own;
        var together = above.Block == first.Block
            || (UnitName.IsHead(above.Compact) && (own.First == 1 || (above.Kind == LineKind.Heading && first.Kind == LineKind.Heading)));
        return names.Contains(unit) || (together && !UnitName.HasPlace(tail) && UnitName.HasPlace(unit)) ? own with { Title = joined, First = own.First - 1 } : own;
    }

    /// <summary>The shortest run of lines that says most: unit and year, else one of them.</summary>
    private static FoundTitle? EndingAt(ImmutableArray<Line> lines, int last)
    {
        var best = lines[last].IsShort ? ReportTitle.ReadPart(lines[last].Compact) : null;
        var (length, begin) = (lines[last].Compact.Length, last);
        var opens = MayBeOfTitle(lines[last]);
        for (var first = last - 1; first >= 0 && last - first < LinesOfTitle && best is not { Says: 2 }; first--)
        {
            if (lines[first].IsInTable || lines[first].Text.Length + length > Line.CompactedCharacters) break;
            length += lines[first].Compact.Length;
            opens = opens || MayBeOfTitle(lines[first]);
            if (!opens) continue;
            var joined = string.Concat(lines[first..(last + 1)].Select(line => line.Compact));
            // A line above that is no unit's name is a menu's (首页) or the site's, not a part of the title.
            if (ReportTitle.Read(joined) is { } title && title.Says > (best?.Says ?? -1) && (title.Unit is null || UnitName.IsOne(title.Unit))) (best, begin) = (title, first);
        }

        return best is null ? null : new FoundTitle(best, begin, last, lines[last].Kind == LineKind.Heading);
    }

    /// <summary>Every title has 公开, which a line break may cut.</summary>
    private static bool MayBeOfTitle(Line line) => line.Compact.Contains('开');
}
