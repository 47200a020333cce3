using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReportIngest.Reading.Text;

/// <summary>Keeps running text with tabs, pipes or wide blanks in it from being taken for a table.</summary>
internal static partial class Prose
{
    /// <summary>Rows that are mostly clauses of sentences, or all items of a list behind their markers.</summary>
    public static bool Is(IReadOnlyCollection<ImmutableArray<string>> rows) =>
        rows.Count(row => row.Any(IsClause)) * 2 > rows.Count || rows.All(IsListItem);

    /// <summary>Labels and values have no full stop and end in no comma, but for a long label that was broken: so it takes most rows.</summary>
    private static bool IsClause(string piece) => piece.Contains('。') || piece is [.., '，' or '；'];

    /// <summary>An indented line, or a marker with its text. A marker with a number behind it is a row: <c>3.</c> ⇥ <c>0</c>.</summary>
    private static bool IsListItem(ImmutableArray<string> row)
    {
        var pieces = row.Where(piece => piece.Length > 0).ToList();
        return pieces.Count < 2 || (pieces.Count == 2 && Marker().IsMatch(pieces[0]) && !pieces[1].All(char.IsDigit));
    }

    /// <summary>What stands before the text of a list item: a bullet, <c>1.</c>, <c>（一）</c>, <c>三、</c>.</summary>
    [GeneratedRegex("^(?:[-*+•·●○■□◆▪➢]|[（(]?[0-9０-９一二三四五六七八九十]{1,3}[)）.．、]?|[①-⑳])$")]
    private static partial Regex Marker();
}
