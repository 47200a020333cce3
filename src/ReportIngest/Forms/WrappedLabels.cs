using ReportIngest.Documents;

namespace ReportIngest.Forms;

/// <summary>
/// Labels that stand in several lines where a table was written one cell a line: the form itself sets 商业 and 企业, 结果 and 维持 in two paragraphs of a cell.
/// Lines are one label where they are, put together, what the form prints, and not labels each.
/// </summary>
internal static class WrappedLabels
{
    private const int MostLines = 4;

    internal readonly record struct TextLine(string Text, Place Place, string Whole);

    /// <param name="kindOf">What a text is.</param>
    public static IEnumerable<TextLine> Joined(List<(string Text, Place Place)> lines, Func<string, CellKind> kindOf)
    {
        for (var at = 0; at < lines.Count;)
        {
            var count = LinesOfLabel(lines, at, kindOf);
            yield return new TextLine(Text(lines, at, count), lines[at].Place, count == 1 ? lines[at].Text : string.Join('\n', lines.GetRange(at, count).Select(line => line.Text)));
            at += count;
        }
    }

    private static int LinesOfLabel(List<(string Text, Place Place)> lines, int at, Func<string, CellKind> kindOf)
    {
        var length = 0;
        for (var count = 1; count <= MostLines && at + count <= lines.Count; count++)
        {
            var text = lines[at + count - 1].Text;
            length += text.Length;
            if (length > LineTables.LongestLabel || text.Length == 0 || char.IsAsciiDigit(text[^1]) || (count > 1 && text[0] == '|')) break;
            if (count > 1 && Meanings.IsPrinted(LabelText.Of(Text(lines, at, count))) && lines.GetRange(at, count).Exists(line => kindOf(line.Text) == CellKind.Other)) return count;
            if (text[^1] == '|') break; // the bound of a cell
        }

        return 1;
    }

    private static string Text(List<(string Text, Place Place)> lines, int at, int count) => count == 1 ? lines[at].Text : string.Concat(lines.GetRange(at, count).Select(line => line.Text));
}
