using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reading.Markdown;
using ReportIngest.Reading.Text;

namespace ReportIngest.Reading;

/// <summary>
/// Markdown → headings, paragraphs and tables. Tables are found by our own scanner (<see cref="TextTables"/>), and Markdig reads all the rest:
/// the lines of a table are blanked for it, so that every other line keeps its number and its surroundings.
/// </summary>
public static class MarkdownReader
{
    /// <exception cref="UnreadableException">
    /// The file is larger, or its tables have more cells, than <paramref name="limits"/> allow; or it nests deeper than Markdown is read.
    /// </exception>
    public static Document Read(ReadOnlyMemory<byte> bytes, Source source, Limits limits)
    {
        TextLines.CheckSize(bytes, limits);
        var decoded = TextDecoder.Decode(bytes.Span);
        var lines = TextLines.Of(decoded.Text);
        var runs = TextTables.Find(lines, limits);

        var rest = lines.ToBuilder();
        foreach (var run in runs)
        {
            for (var at = run.Start; at < run.End; at++) rest[at] = "";
        }

        try
        {
            var body = MarkdownBlocks.Of(string.Join('\n', rest));
            var tables = runs.SelectMany(run => run.Tables.Select(table => new PlacedBlock(run.Start, Inlined(table))));
            var blocks = body.Blocks.Concat(tables).OrderBy(placed => placed.Line).Select(placed => placed.Block);
            return new Document(FileKind.Markdown, decoded.Encoding, [.. blocks], body.Metadata, decoded.Notes);
        }
        catch (ArgumentException tooDeep)
        {
            // Markdig's one error. Its ceiling of 128 levels stays: no report nests deeper than a list in a list.
            throw new UnreadableException(UnreadableReason.Damaged, new Message(
                "Markdown 的嵌套层次过深，无法读取；请检查文件是否损坏。",
                "The Markdown nests too deeply to be read; check whether the file is damaged."), tooDeep);
        }
    }

    private static Table Inlined(Table table) =>
        table with { Cells = [.. table.Cells.Select(cell => cell with { Text = MarkdownInlines.OfCell(cell.Text) })] };
}
