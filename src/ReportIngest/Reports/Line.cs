using System.Collections.Immutable;
using ReportIngest.Documents;

namespace ReportIngest.Reports;

internal enum LineKind
{
    Heading,
    Paragraph,
    Cell,

    /// <summary>A cell with nothing beside it in its row.</summary>
    Alone,

    /// <summary>A cell across the whole table: the title of a section may stand in one.</summary>
    Banner,
}

/// <summary>One printed line of a document that is not empty.</summary>
/// <param name="text">As printed, trimmed, without <see cref="LongBlanks"/>.</param>
/// <param name="block">Index of the block it is printed in.</param>
internal sealed class Line(string text, LineKind kind, int block)
{
    public string Text { get; } = text;

    public LineKind Kind { get; } = kind;

    public int Block { get; } = block;

    /// <summary>All of it is a link.</summary>
    public bool IsLink { get; init; }

    // Made when it is asked for: nobody asks for that of most cells.
    private string? _compact;

    /// <summary><see cref="CompactText"/> of its beginning: a title, a unit, a date or a heading is short.</summary>
    public string Compact => _compact ??= CompactText.Of(Text.AsSpan(0, Math.Min(Text.Length, CompactedCharacters)));

    /// <summary>The longest title in use (a bureau's full name with its district's and city's) has under 80 characters; the rest leaves room for a site's name behind it.</summary>
    public const int CompactedCharacters = 240;

    /// <summary>The whole text is in <see cref="Compact"/>.</summary>
    public bool IsShort => Text.Length <= CompactedCharacters;

    public bool IsInTable => Kind is LineKind.Cell or LineKind.Alone or LineKind.Banner;

    /// <summary>The lines of a document in reading order, each cell of a table one of its own; a heading of the form begins a line even where it is printed behind a sentence.</summary>
    public static ImmutableArray<Line> Of(Document document)
    {
        var lines = ImmutableArray.CreateBuilder<Line>(document.Blocks.Sum(block => block is Table table ? table.Cells.Length : 1));
        for (var block = 0; block < document.Blocks.Length; block++)
        {
            switch (document.Blocks[block])
            {
                case Heading heading: Add(heading.Text, LineKind.Heading, block); break;
                case Paragraph paragraph: Add(paragraph.Text, LineKind.Paragraph, block, paragraph.IsLink); break;
                case Table table: AddCells(table, block); break;
            }
        }

        return SheetText.Opened(lines.DrainToImmutable());

        void AddCells(Table table, int block)
        {
            // Where nobody drew borders, a heading above a table may have become its first row: what stands alone in its row is as good as across it.
            var filled = new int[table.Rows];
            foreach (var cell in table.Cells)
                filled[cell.Row] += cell.Text.Length > 0 ? 1 : 0;
            foreach (var cell in table.Cells)
            {
                var isAlone = filled[cell.Row] == 1 && cell.Text.Length > 0;
                var isBanner = table.Columns > 1 && (cell.ColumnSpan == table.Columns || (isAlone && table.Spans == SpanFidelity.Inferred));
                lines.Add(new Line(cell.Text.Trim(), isBanner ? LineKind.Banner : isAlone ? LineKind.Alone : LineKind.Cell, block));
            }
        }

        void Add(string text, LineKind kind, int block, bool isLink = false)
        {
            foreach (var range in text.AsSpan().SplitAny('\n', '\r'))
            {
                var printed = text[range];
                if (!GluedHeading.MayHold(printed)) AddPart(printed, kind, block, isLink);
                else
                {
                    foreach (var part in GluedHeading.Parts(printed)) AddPart(part, kind, block, isLink);
                }
            }
        }

        void AddPart(string part, LineKind kind, int block, bool isLink)
        {
            var line = LongBlanks.Shortened(part.Trim());
            if (line.Length > 0) lines.Add(new Line(line, kind, block) { IsLink = isLink });
        }
    }
}
