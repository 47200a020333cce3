using System.Text;
using CsCheck;
using ReportIngest.Documents;
using ReportIngest.Reading;
using ReportIngest.Reading.Text;

namespace ReportIngest.Tests.Reading.Text;

/// <summary>Random grids, written in each way that text knows, are read back as they were.</summary>
public sealed class CharacterTablesTests
{
    private static readonly string[] Texts =
    [
        "", "", "0", "12", "-", "/", "+5", "1,234", "规章", "行政规范性文件", "1. 其他", "（三）不予公开", "危及“三安全一稳定”", "a|b", @"c\d", "2:1", "规　章", "1 234", "①",
    ];

    /// <summary>At least two rows and columns, no row wholly blank: a blank line is none.</summary>
    private static readonly Gen<string[][]> Grids =
        from rows in Gen.Int[2, 6]
        from columns in Gen.Int[3, 7]
        from grid in OneOf(Texts).Array[columns].Where(row => row.Count(text => text.Length > 0) > 1).Array[rows]
        select grid;

    private static readonly Gen<DisplayWidth> Widths = OneOf([.. DisplayWidth.Candidates]);

    [Fact]
    public void A_pipe_table_reads_back() => Gen.Select(Grids, Gen.Bool, Gen.Bool).Sample((grid, ruled, trailing) =>
    {
        var lines = grid.Select(row => "| " + string.Join(" | ", row.Select(text => text.Replace(@"\", @"\\", StringComparison.Ordinal).Replace("|", @"\|", StringComparison.Ordinal))) + (trailing ? " |" : " | ")).ToList();
        if (ruled) lines.Insert(1, string.Concat(Enumerable.Repeat("|---", grid[0].Length)) + "|");
        var table = Assert.Single(Show.Markdown(string.Join('\n', lines)).Tables);
        Assert.Equal(Written(grid), Show.Grid(table));
    });

    [Fact]
    public void Tab_separated_lines_read_back() => Grids.Where(grid => grid.Any(row => row.Count(text => text.Length > 0) > 2)).Sample(grid =>
        Assert.Equal(Written(grid), Show.Grid(Assert.Single(Show.Text(string.Join('\n', grid.Select(row => string.Join('\t', row)))).Tables))));

    [Fact]
    public void A_drawn_table_reads_back_under_every_width_of_characters() => Gen.Select(Grids, Widths, Gen.Bool).Sample((grid, width, box) =>
    {
        // A double-width stroke needs cells of an even width, as people who draw with it make them.
        var table = Assert.Single(Show.Text(Drawn(grid, width, box)).Tables);
        Assert.Equal(Written(grid), Show.Grid(table));
        Assert.Equal(SpanFidelity.Ruled, table.Spans);
    });

    [Fact]
    public void A_drawn_table_out_of_step_with_its_rules_has_a_row_between_two_rules() =>
        Assert.Equal(
            [["行\n政", "", "总\n计"], ["3", "0", "12"]],
            Rows(Assert.Single(Show.Text("+---+---+---+\n| 行 |  | 总 |\n| 政 |   | 计 |\n+===+===+===+\n| 3 | 0 | 12 |\n+---+---+---+").Tables)));

    [Fact]
    public void A_drawn_table_out_of_step_that_rules_off_its_header_alone_has_a_row_a_line() =>
        Assert.Equal(
            [["信息内容", "数量", "废止"], ["规章", "0", "1"], ["规范性文件", "4", "5"]],
            Rows(Assert.Single(Show.Text("+---+---+---+\n| 信息内容 | 数量 | 废止 |\n+---+---+---+\n| 规章 | 0 | 1 |\n| 规范性文件 | 4 | 5 |\n+---+---+---+").Tables)));

    private static string[][] Rows(Table table) => [.. table.Cells.GroupBy(cell => cell.Row).Select(row => row.Select(cell => cell.Text).ToArray())];

    [Fact]
    public void Every_character_of_a_row_of_pipes_is_in_one_cell() => Gen.Char["|\\ -:0一，。`~x"].Array[1, 40].Select(chars => "|x" + new string(chars) + " |").Sample(line =>
    {
        var table = Assert.Single(Show.Text($"{line}\n|0|").Tables);
        Assert.Equal(Content(line + "|0|"), Content(string.Concat(table.Cells.Select(cell => cell.Text))));
    });

    [Fact]
    public void Bytes_of_any_kind_are_read_or_refused() => Gen.OneOf(
        Gen.Byte.Array[0, 400],
        OneOf("|", "+", "-", "--", "---", "│", "├──┤", "┌─┐", "\t", "  ", "\n", "\r\n", "\n\n", "一", "0", "<table>", "</table>", "<td>", "<", "&nbsp;", "> ", "# ", "1. ", "- ", "`", "```\n", "*", "_", "[", "](", "\\", "\0", "=", ":", "\uD83D\uDE00")
            .Array[0, 60].Select(parts => Encoding.UTF8.GetBytes(string.Concat(parts)))).Sample(bytes =>
    {
        foreach (var read in (Func<byte[], Limits, Document>[])[Show.Markdown, Show.Text])
        {
            try
            {
                foreach (var table in read(bytes, Limits.Default).Tables) AssertIsGrid(table);
            }
            catch (UnreadableException)
            {
                // The one exception a reader throws.
            }
        }
    }, iter: 2000);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    /// <summary>Cells in order, inside the grid, none over another.</summary>
    private static void AssertIsGrid(Table table)
    {
        var taken = new HashSet<(int, int)>();
        foreach (var cell in table.Cells)
        {
            Assert.True(cell.EndRow <= table.Rows && cell.EndColumn <= table.Columns);
            for (var row = cell.Row; row < cell.EndRow; row++)
            {
                for (var column = cell.Column; column < cell.EndColumn; column++) Assert.True(taken.Add((row, column)));
            }
        }

        Assert.Equal(table.Cells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column), table.Cells);
    }

    private static string Written(string[][] grid) => string.Join('\n', grid.Select(row => string.Join('|', row.Select(text => text.Length == 0 ? "∅" : text))));

    private static string Content(string text) => string.Concat(text.Where(c => !char.IsWhiteSpace(c) && c != '|' && c != '\\').Order());

    private static string Drawn(string[][] grid, DisplayWidth width, bool box)
    {
        var stroke = box ? width.Ambiguous : 1;
        var columns = Enumerable.Range(0, grid[0].Length).Select(column => grid.Max(row => Length(row[column], width)) + 2).Select(length => length + length % stroke).ToList();
        string Rule(string left, string cross, string right, string line) =>
            left + string.Join(cross, columns.Select(length => string.Concat(Enumerable.Repeat(line, length / stroke)))) + right;
        var (top, middle, bottom) = box
            ? (Rule("┌", "┬", "┐", "─"), Rule("├", "┼", "┤", "─"), Rule("└", "┴", "┘", "─"))
            : (Rule("+", "+", "+", "-"), Rule("+", "+", "+", "-"), Rule("+", "+", "+", "-"));
        var bar = box ? "│" : "|";
        var rows = grid.Select(row => bar + string.Join(bar, row.Select((text, column) => $" {text}" + new string(' ', columns[column] - Length(text, width) - 1))) + bar);
        return $"{top}\n{string.Join($"\n{middle}\n", rows)}\n{bottom}";
    }

    private static int Length(string text, DisplayWidth width) => text.EnumerateRunes().Sum(width.Of);
}
