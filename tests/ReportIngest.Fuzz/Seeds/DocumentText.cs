using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReportIngest.Documents;

namespace ReportIngest.Fuzz.Seeds;

/// <summary>A document as lines of text, so that the matcher can be fed tables that no reader would make: <c>T rows columns spans</c> and below it <c>C row column rows columns text</c>; else <c>H level text</c> and <c>P text</c>.</summary>
internal static class DocumentText
{
    private const int MostRows = 200, MostColumns = 40;

    public static byte[] Of(Document document)
    {
        var text = new StringBuilder();
        foreach (var block in document.Blocks)
        {
            if (block is Heading heading) Line($"H\t{heading.Level}\t{heading.Text}");
            else if (block is Paragraph paragraph) Line($"P\t{paragraph.Text}");
            else if (block is Table table)
            {
                Line($"T\t{table.Rows}\t{table.Columns}\t{(int)table.Spans}");
                foreach (var cell in table.Cells) Line($"C\t{cell.Row}\t{cell.Column}\t{cell.RowSpan}\t{cell.ColumnSpan}\t{cell.Text}");
            }
        }
        return Encoding.UTF8.GetBytes(text.ToString());

        void Line(FormattableString line) => text.Append(line.ToString(CultureInfo.InvariantCulture).Replace('\n', '\v')).Append('\n');
    }

    /// <summary>What can be made out of the lines; of cells that overlap only the first, since no table has such.</summary>
    public static Document Read(byte[] bytes)
    {
        var blocks = ImmutableArray.CreateBuilder<Block>();
        Grid? grid = null;
        foreach (var line in Encoding.UTF8.GetString(bytes).Split('\n'))
        {
            var parts = line.Split('\t');
            var text = parts[^1].Replace('\v', '\n');
            if (parts[0] == "C") grid?.Add(Number(parts, 1), Number(parts, 2), Number(parts, 3), Number(parts, 4), text);
            else End();
            if (parts[0] == "T") grid = new Grid(Math.Clamp(Number(parts, 1), 1, MostRows), Math.Clamp(Number(parts, 2), 1, MostColumns), (SpanFidelity)(Number(parts, 3) & 3));
            else if (parts[0] == "H") blocks.Add(new Heading(Math.Clamp(Number(parts, 1), 1, 6), text, default));
            else if (parts[0] == "P") blocks.Add(new Paragraph(text, default));
        }
        End();
        return new Document(FileKind.Html, null, blocks.DrainToImmutable(), [], []);

        void End()
        {
            if (grid is not null) blocks.Add(grid.Table());
            grid = null;
        }
    }

    private static int Number(string[] parts, int at) => at < parts.Length && int.TryParse(parts[at], NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private sealed class Grid(int rows, int columns, SpanFidelity spans)
    {
        private readonly List<Cell> _cells = [];
        private readonly bool[,] _taken = new bool[rows, columns];

        public void Add(int row, int column, int rowSpan, int columnSpan, string text)
        {
            if (row < 0 || row >= rows || column < 0 || column >= columns) return;
            var cell = new Cell(row, column, Math.Clamp(rowSpan, 1, rows - row), Math.Clamp(columnSpan, 1, columns - column), text, default);
            var places = (from r in Enumerable.Range(row, cell.RowSpan) from c in Enumerable.Range(column, cell.ColumnSpan) select (r, c)).ToList();
            if (places.Exists(place => _taken[place.r, place.c])) return;
            foreach (var (r, c) in places) _taken[r, c] = true;
            _cells.Add(cell);
        }

        public Table Table() => new(rows, columns, [.. _cells.OrderBy(cell => (cell.Row, cell.Column))], spans, default);
    }
}
