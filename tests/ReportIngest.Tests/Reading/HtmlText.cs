using System.Text;
using ReportIngest.Documents;
using ReportIngest.Reading;

namespace ReportIngest.Tests.Reading;

/// <summary>Reads HTML and writes what came of it as short lines.</summary>
internal static class HtmlText
{
    public static Document Read(string html)
    {
        var bytes = Encoding.UTF8.GetBytes(html);
        return HtmlReader.Read(bytes, Source.Of("a.html", bytes), Limits.Default);
    }

    public static IEnumerable<string> Outline(string html) => Outline(Read(html));

    public static IEnumerable<string> Outline(Document document) => document.Blocks.Select(block => block switch
    {
        Heading heading => $"h{heading.Level} {heading.Text}",
        Paragraph paragraph => $"p {paragraph.Text}",
        Table table => $"table {string.Join('|', table.Cells.Select(cell => cell.Text))}",
        _ => "?",
    });

    /// <summary>One line a cell: <c>row,column text</c>, with its spans where it has any, behind the size of the grid.</summary>
    public static IEnumerable<string> Cells(string html)
    {
        var table = Assert.Single(Read(html).Tables);
        return [$"{table.Rows}x{table.Columns}", .. table.Cells.Select(Cell)];
    }

    private static string Cell(Cell cell) =>
        $"{cell.Row},{cell.Column}" + (cell is { RowSpan: 1, ColumnSpan: 1 } ? "" : $" {cell.RowSpan}x{cell.ColumnSpan}") + $" {cell.Text}";
}
