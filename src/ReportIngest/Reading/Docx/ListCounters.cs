namespace ReportIngest.Reading.Docx;

/// <summary>
/// Counts the paragraphs of lists in document order and gives the number that Word prints before each:
/// <c>一、</c>, <c>（一）</c>, <c>1.</c> are not in the text of an automatically numbered paragraph.
/// </summary>
internal sealed class ListCounters(Dictionary<int, NumberedList> lists)
{
    private const int Levels = 9;

    // Lists of one definition go on counting where the other left off, unless one says that it starts anew.
    private readonly Dictionary<string, int?[]> _counters = [];
    private readonly HashSet<(int List, int Level)> _started = [];

    /// <summary>The printed number and what parts it from the text; empty for a bullet and for a paragraph in no list.</summary>
    public string Next(ParagraphProperties paragraph, Style style)
    {
        var number = paragraph.Numbering ?? style.Numbering ?? 0;
        if (!lists.TryGetValue(number, out var list)) return "";
        var level = paragraph.NumberingLevel ?? style.NumberingLevel ?? BoundLevel(list, style) ?? 0;
        if (level is < 0 or >= Levels || !list.Levels.TryGetValue(level, out var shown)) return "";

        Count(number, list, level);
        var text = Text(list, level, shown);
        return text.Length == 0 ? "" : text + Separator(text, shown.Suffix);
    }

    private static int? BoundLevel(NumberedList list, Style style)
    {
        foreach (var (level, definition) in list.Levels)
        {
            if (definition.Style is not null && definition.Style == style.NumberingStyle) return level;
        }

        return null;
    }

    private void Count(int number, NumberedList list, int level)
    {
        var counters = Counters(list);
        if (_started.Add((number, level)) && list.Starts.TryGetValue(level, out var start)) counters[level] = start;
        else counters[level] = counters[level] is { } last ? unchecked(last + 1) : Start(list, level);

        for (var deeper = level + 1; deeper < Levels; deeper++)
        {
            var restartAfter = list.Levels.GetValueOrDefault(deeper)?.RestartAfter ?? deeper;
            if (level < restartAfter) counters[deeper] = null;
        }
    }

    private string Text(NumberedList list, int level, ListLevel shown)
    {
        if (shown.Format == "bullet") return "";
        var counters = Counters(list);
        var text = shown.Text;
        for (var above = 0; above <= level; above++)
        {
            var format = shown.Legal ? "decimal" : list.Levels.GetValueOrDefault(above)?.Format ?? "decimal";
            text = text.Replace($"%{above + 1}", NumberText.Of(counters[above] ?? Start(list, above), format), StringComparison.Ordinal);
        }

        return text;
    }

    /// <summary>A tab is a distance, not a text: a full-width sign (、 ） ．) brings its own.</summary>
    private static string Separator(string number, string suffix) =>
        suffix == "space" || (suffix == "tab" && char.IsAscii(number[^1])) ? " " : "";

    private static int Start(NumberedList list, int level) => list.Levels.GetValueOrDefault(level)?.Start ?? 1;

    private int?[] Counters(NumberedList list)
    {
        if (!_counters.TryGetValue(list.Definition, out var counters)) _counters[list.Definition] = counters = new int?[Levels];
        return counters;
    }
}
