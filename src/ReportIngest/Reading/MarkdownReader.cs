using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reading.Markdown;
using ReportIngest.Reading.Text;

namespace ReportIngest.Reading;

/// <summary>
/// Markdown → headings, paragraphs and tables. Tables are lifted out first: those of HTML, then those written with characters
/// (<see cref="PipeTables"/> says why not by Markdig). Their lines are blanked for Markdig, which reads all the rest,
/// so that every other line keeps its number and its surroundings.
/// </summary>
public static class MarkdownReader
{
    /// <exception cref="UnreadableException">
    /// The file is larger, or its tables have more cells, than <paramref name="limits"/> allow; or it nests deeper than Markdown is read.
    /// </exception>
    public static Document Read(ReadOnlyMemory<byte> bytes, Source source, Limits limits) => Read(bytes, decoded: null, limits);

    /// <param name="decoded">The file's text where it is decoded already.</param>
    internal static Document Read(ReadOnlyMemory<byte> bytes, DecodedText? decoded, Limits limits)
    {
        TextLines.CheckSize(bytes, limits);
        decoded ??= TextDecoder.Decode(bytes.Span);
        var html = HtmlTables.LiftedFrom(decoded.Text.ReplaceLineEndings("\n"));
        var lines = TextLines.Of(html.Rest).ToBuilder();
        var front = FrontMatter.Of(lines.ToImmutable());
        Blank(lines, 0, front.Lines);
        var runs = TextTables.Find(lines.ToImmutable(), limits);
        foreach (var run in runs) Blank(lines, run.Start, run.End);
        var source = string.Join('\n', lines);
        CheckLinks(source, limits);

        try
        {
            IEnumerable<PlacedBlock> blocks =
            [
                .. MarkdownBlocks.Of(source, limits),
                .. html.Tables.SelectMany(table => HtmlReader.Blocks(table.Html, limits).Select(block => new PlacedBlock(table.Line, block))),
                .. runs.SelectMany(run => run.Tables.Select(table => new PlacedBlock(run.Start, Inlined(table)))),
            ];
            var document = new Document(FileKind.Markdown, decoded.Encoding, [.. blocks.OrderBy(placed => placed.Line).Select(placed => placed.Block)], front.Metadata, decoded.Notes) { Ending = Endings.OfText(decoded.Text) };
            TextTables.CheckCells(document.Tables.Sum(table => (long)table.Cells.Length), limits);
            return document;
        }
        catch (ArgumentException tooDeep)
        {
            // Markdig's one error.
            throw new UnreadableException(UnreadableReason.Damaged, new Message(
                $"Markdown 的嵌套超过上限 {limits.MarkdownNesting} 层，无法读取；请检查文件是否损坏。",
                $"The Markdown nests deeper than the limit of {limits.MarkdownNesting} levels; check whether the file is damaged."), tooDeep);
        }
    }

    /// <exception cref="UnreadableException">There are more than <paramref name="limits"/> allow.</exception>
    private static void CheckLinks(ReadOnlySpan<char> source, Limits limits)
    {
        var links = source.Count("](") + source.Count("]:");
        if (links > limits.MarkdownLinks)
        {
            throw new UnreadableException(UnreadableReason.TooLarge, new Message(
                $"Markdown 文件中有 {links} 个链接，超过上限 {limits.MarkdownLinks}，未读取；请提供单份报告。",
                $"The Markdown file has {links} links, over the limit of {limits.MarkdownLinks}, so it was not read; provide a single report."));
        }
    }

    private static void Blank(ImmutableArray<string>.Builder lines, int start, int end)
    {
        for (var at = start; at < end; at++) lines[at] = "";
    }

    private static Table Inlined(Table table)
    {
        var areRounded = MarkdownInlines.AreRounded(table.Cells.Select(cell => cell.Text));
        return table with { Cells = [.. table.Cells.Select(cell => cell with { Text = MarkdownInlines.OfCell(cell.Text, areRounded) })] };
    }
}
