using System.Collections.Immutable;

namespace ReportIngest.Reading.Text;

/// <summary>A line cut at its pipes; outer pipes bound cells and make none. An escaped pipe (<c>\|</c>) is text.</summary>
/// <param name="Segments">All that the pipes part, with what stands outside of outer ones: in a table without outer pipes a row may begin or end with an empty cell.</param>
/// <param name="Closed">It begins with a pipe and has a second: a row by itself, whatever stands around it.</param>
internal sealed record PipeRow(ImmutableArray<string> Cells, ImmutableArray<string> Segments, bool Closed)
{
    /// <summary>Only dashes, with or without colons for the alignment.</summary>
    public bool IsDashes { get; } = Cells.All(IsDashed);

    /// <summary>A line that can be nothing but a rule. One or two dashes are also how offices write "none".</summary>
    public bool IsRule => IsDashes && Cells.Any(cell => cell.Contains("---", StringComparison.Ordinal));

    /// <summary>A pipe stands behind its last cell.</summary>
    public bool Ends => Segments.Length > Cells.Length && Segments[^1].Length == 0;

    /// <summary>Null for a line without pipes. OCR and editors for Chinese also write <c>│</c> and <c>｜</c>: they count where they enclose the line.</summary>
    public static PipeRow? Of(string line)
    {
        var text = Unquoted(line).Trim();
        if (text.Length == 0) return null;

        // Org mode and databases cross the strokes of a rule: |---+---|
        if (text.Contains("-+-", StringComparison.Ordinal) && text.AsSpan().Trim("|-+").IsEmpty) text = text.Replace('+', '|');
        var pipe = text[0] is '│' or '┃' or '｜' ? text[0] : '|';
        var bounds = Bounds(text, pipe);
        if (bounds.Count == 0) return null;

        var leading = bounds[0] == 0;
        var trailing = bounds[^1] == text.Length - 1 && (bounds.Count > 1 || !leading);
        if (pipe != '|' && !trailing) return null;

        List<int> ends = [-1, .. bounds, text.Length];
        var segments = ends.Zip(ends.Skip(1), (from, to) => Unescaped(text[(from + 1)..to], pipe).Trim()).ToImmutableArray();
        var cells = segments[(leading ? 1 : 0)..^(trailing ? 1 : 0)];
        return new PipeRow(cells, segments, leading && (trailing || cells.Length > 1));
    }

    /// <summary>The cells of the row in the table of <paramref name="rule"/>: where that has no outer pipes and as many cells as the row has segments, its pipes part cells.</summary>
    public ImmutableArray<string> Under(PipeRow? rule) =>
        rule is not null && rule.Segments.Length == rule.Cells.Length && Segments.Length == rule.Cells.Length ? Segments : Cells;

    /// <summary>A row inside a quotation (<c>&gt; | a | b |</c>) is a row.</summary>
    private static string Unquoted(string line)
    {
        var inner = line.AsSpan().TrimStart();
        while (inner.StartsWith(">", StringComparison.Ordinal)) inner = inner[1..].TrimStart();
        return inner.StartsWith("|", StringComparison.Ordinal) ? inner.ToString() : line;
    }

    /// <summary>As GFM scans: a backslash takes the character behind it along, so <c>\\|</c> is a backslash and a bound.</summary>
    private static List<int> Bounds(string text, char pipe)
    {
        var bounds = new List<int>();
        for (var at = 0; at < text.Length; at++)
        {
            if (text[at] == '\\') at++;
            else if (text[at] == pipe) bounds.Add(at);
        }

        return bounds;
    }

    private static string Unescaped(string text, char pipe) => text.Replace($"\\{pipe}", pipe.ToString(), StringComparison.Ordinal);

    private static bool IsDashed(string cell)
    {
        var dashes = cell.AsSpan();
        if (dashes.StartsWith(":")) dashes = dashes[1..];
        if (dashes.EndsWith(":")) dashes = dashes[..^1];
        return dashes.Length > 0 && dashes.Trim('-').IsEmpty;
    }
}
