using System.Collections.Immutable;
using ReportIngest.Reports;

namespace ReportIngest.Forms;

/// <summary>
/// Lines that hold a row, its cells set with single blanks, as recognition programs and simple converters write them. They are cut only where every piece is a label of the form or a value;
/// a blank cell has left no trace, so such a row has too few values.
/// </summary>
internal static class RowLines
{
    /// <summary>The row of table four has no label; fewer values on a line, as <c>— 3 —</c>, may be the number of a page.</summary>
    private const int FewestUnlabelled = 7;

    /// <summary>Labels have blanks within themselves: (六) 其他处理, 法人 或 其他 组织.</summary>
    private const int LongestLabel = 5;

    private static readonly char[] Blanks = [' ', '\t', '\u3000', '\u00A0'];

    /// <summary>The values that a line ends in, behind a blank.</summary>
    public static int Values(ReadOnlySpan<char> line)
    {
        var values = 0;
        for (line = line.TrimEnd(); line.LastIndexOfAny(Blanks) is >= 0 and var blank && CellReader.IsValue(line[(blank + 1)..]); line = line[..blank].TrimEnd()) values++;
        return values;
    }

    /// <summary>The pieces of a line; empty where it is none of such a row, nor of headers beside each other.</summary>
    /// <param name="isLabel">Of the form.</param>
    /// <param name="isHeader">Of its columns.</param>
    public static ImmutableArray<string> Pieces(string text, Func<string, bool> isLabel, Func<string, bool> isHeader)
    {
        if (!text.AsSpan().Trim().ContainsAny(Blanks)) return [];
        var words = text.Split(Blanks, StringSplitOptions.RemoveEmptyEntries);
        var pieces = ImmutableArray.CreateBuilder<string>();
        var values = 0;
        for (var at = 0; at < words.Length;)
        {
            if (values == 0 && Label(words, at, isLabel) is { } length)
            {
                pieces.Add(string.Join(' ', words[at..(at + length)]));
                at += length;
            }
            else if (values == 0 && pieces.Count > 0 && SideColumns.IsUnit(words[at]))
            {
                pieces.Add(words[at++]);
            }
            else if (CellReader.IsValue(words[at]))
            {
                pieces.Add(words[at++]);
                values++;
            }
            else
            {
                return [];
            }
        }

        var labels = pieces.Count - values;
        var isRow = values > 0 ? labels > 0 || values >= FewestUnlabelled : labels > 1 && pieces.All(isHeader);
        return isRow ? pieces.ToImmutable() : [];
    }

    /// <summary>How many words make a label, as many as can; the last of them is no value, nor a part of one (10. 39).</summary>
    private static int? Label(string[] words, int at, Func<string, bool> isLabel)
    {
        for (var length = Math.Min(LongestLabel, words.Length - at); length > 0; length--)
        {
            var last = words[at + length - 1];
            if (!CellReader.IsValue(last) && !(last.Any(char.IsDigit) && !last.Any(char.IsLetter)) && isLabel(string.Join(' ', words[at..(at + length)]))) return length;
        }

        return null;
    }
}
