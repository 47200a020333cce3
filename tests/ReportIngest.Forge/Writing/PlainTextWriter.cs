using System.Text;

namespace ReportIngest.Forge.Writing;

internal enum TextStyle
{
    /// <summary>Every position of the grid, separated by tabs.</summary>
    Tabs,

    /// <summary>Rows between pipes, without the rule line that would make them Markdown.</summary>
    Pipes,

    /// <summary>Columns aligned by blanks, as a terminal shows them.</summary>
    Aligned,

    /// <summary>Box-drawing characters around every position.</summary>
    Box,

    /// <summary>One cell a line, blank cells left out: rows and columns are gone.</summary>
    CellPerLine,

    /// <summary>As <see cref="CellPerLine"/>, without blank lines between.</summary>
    CellPerTightLine,
}

/// <summary>Plain text in UTF-8.</summary>
internal static class PlainTextWriter
{
    public static byte[] Write(ForgedReport report, TextStyle style)
    {
        var text = new StringBuilder();
        foreach (var piece in report.Pieces())
        {
            if (piece.Sheet is { } sheet)
            {
                foreach (var line in Lines(sheet, style)) text.Append(line).Append('\n');
                text.Append('\n');
            }
            else
            {
                text.Append(piece.Text).Append(piece.Kind == PieceKind.Title ? "\n" : "\n\n");
            }
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static IEnumerable<string> Lines(Sheet sheet, TextStyle style)
    {
        var rows = Grids.Rows(sheet, repeat: false);
        return style switch
        {
            TextStyle.Tabs => rows.Select(row => string.Join('\t', row)),
            TextStyle.Pipes => rows.Select(row => $"| {string.Join(" | ", row)} |"),
            TextStyle.Aligned => Aligned(rows).Select(row => string.Join("  ", row).TrimEnd()),
            TextStyle.Box => Box(Aligned(rows)),
            _ => sheet.Cells.Where(cell => cell.Text.Length > 0).Select(cell => style == TextStyle.CellPerLine ? cell.Text + "\n" : cell.Text),
        };
    }

    private static List<string[]> Aligned(List<string[]> rows)
    {
        var widths = Enumerable.Range(0, rows[0].Length).Select(column => Math.Max(2, rows.Max(row => Width(row[column])))).ToArray();
        return [.. rows.Select(row => row.Select((text, column) => text + new string(' ', widths[column] - Width(text))).ToArray())];
    }

    private static IEnumerable<string> Box(List<string[]> rows)
    {
        yield return Rule('┌', '┬', '┐');
        for (var i = 0; i < rows.Count; i++)
        {
            if (i > 0) yield return Rule('├', '┼', '┤');
            yield return $"│{string.Join('│', rows[i])}│";
        }

        yield return Rule('└', '┴', '┘');

        // A box-drawing rule is as wide as a narrow letter in the fonts that text is read in.
        string Rule(char left, char middle, char right) =>
            left + string.Join(middle, rows[0].Select(cell => new string('─', Width(cell)))) + right;
    }

    /// <summary>Columns of a fixed-width font: Chinese letters and full-width forms take two.</summary>
    private static int Width(string text) => text.Sum(letter => letter >= 0x2E80 || letter is '“' or '”' or '—' ? 2 : 1);
}
