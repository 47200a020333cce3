using System.Text;
using ReportIngest.Documents;
using ReportIngest.Reading;
using TextReader = ReportIngest.Reading.TextReader;

namespace ReportIngest.Tests.Reading;

/// <summary>Reads strings, and shows what was read in a form that a raw string can hold.</summary>
internal static class Show
{
    public static Document Markdown(string text) => Markdown(Encoding.UTF8.GetBytes(text), Limits.Default);

    public static Document Markdown(byte[] bytes, Limits limits) => MarkdownReader.Read(bytes, Source.Of("a.md", bytes), limits);

    public static Document Text(string text) => Text(Encoding.UTF8.GetBytes(text), Limits.Default);

    public static Document Text(byte[] bytes, Limits limits) => TextReader.Read(bytes, Source.Of("a.txt", bytes), limits);

    /// <summary>A line a block: <c># heading</c>, <c>[rows×columns]</c> for a table, <c>(picture)</c>, else the paragraph.</summary>
    public static string Blocks(Document document) => string.Join('\n', document.Blocks.Select(block => block switch
    {
        Heading heading => $"{new string('#', heading.Level)} {heading.Text}",
        Paragraph paragraph => paragraph.Text.Replace("\n", "⏎", StringComparison.Ordinal),
        Picture => "(picture)",
        Table table => $"[{table.Rows}×{table.Columns}]",
        _ => throw new InvalidOperationException(block.GetType().Name),
    }));

    /// <summary>
    /// A line a row, <c>|</c> between cells; an empty cell is <c>∅</c>, a position without cell nothing at all, a span follows its text as <c>{rows×columns}</c>.
    /// </summary>
    public static string Grid(Table table)
    {
        var rows = Enumerable.Range(0, table.Rows).Select(row => string.Join('|', table.Cells.Where(cell => cell.Row == row).Select(Cell)));
        return string.Join('\n', rows);
    }

    private static string Cell(Cell cell)
    {
        var text = cell.Text.Length == 0 ? "∅" : cell.Text.Replace("\n", "⏎", StringComparison.Ordinal);
        return cell is { RowSpan: 1, ColumnSpan: 1 } ? text : $"{text}{{{cell.RowSpan}×{cell.ColumnSpan}}}";
    }
}
