using System.Collections.Immutable;

namespace ReportIngest.Documents;

/// <summary>What every reader produces: the blocks of a document in reading order. It knows no form.</summary>
/// <param name="Blocks">Headings, paragraphs, pictures and tables in reading order. A layout table is not a block: its contents are.</param>
/// <param name="Metadata">Name and value pairs that the file itself carries (HTML <c>meta</c>, DOCX and PDF properties), names in lower case.</param>
/// <param name="Notes">What the reader could not do or is not sure of.</param>
public sealed record Document(
    FileKind Kind,
    string? Encoding,
    ImmutableArray<Block> Blocks,
    ImmutableArray<KeyValuePair<string, string>> Metadata,
    ImmutableArray<ReadingNote> Notes)
{
    /// <summary>Pages that are scans, whose text a recognition program wrote.</summary>
    public ImmutableHashSet<int> RecognisedPages { get; init; } = [];

    public Ending Ending { get; init; }

    /// <summary>The tables in reading order; a table's index here is the <c>table</c> of a location.</summary>
    public ImmutableArray<Table> Tables => [.. Blocks.OfType<Table>()];
}

/// <summary>A format we read. It is told from the bytes (<see cref="Reading.FileKinds"/>), never from a file's name.</summary>
public enum FileKind { Html, Docx, Pdf, Markdown, Text }

/// <summary>How a file ends: what stands last may be half of what it was, and what is missing may have stood behind it.</summary>
public enum Ending
{
    /// <summary>With an end of its own.</summary>
    Whole,

    /// <summary>The last line of a text has no line end. Many programs write none, so that alone says nothing.</summary>
    Open,

    /// <summary>Within a character, or within what was opened: the download broke off.</summary>
    Cut,
}

/// <summary>A reader's own doubt; <paramref name="Rule"/> is the finding it becomes (RI901, RI906).</summary>
public sealed record ReadingNote(string Rule, Message Message, Place Place);

public abstract record Block(Place Place);

/// <summary>A heading that the format marks as one; <paramref name="Level"/> from 1.</summary>
public sealed record Heading(int Level, string Text, Place Place) : Block(Place);

/// <summary>A paragraph. Lines inside it are joined the way the format joins them; a hard line break is <c>\n</c>.</summary>
public sealed record Paragraph(string Text, Place Place) : Block(Place)
{
    /// <summary>All of it is a link of a web page.</summary>
    public bool IsLink { get; init; }
}

/// <summary>A picture that may show a table: not one so small that it is a sign or a line. What it shows is not looked at.</summary>
public sealed record Picture(Place Place) : Block(Place);

/// <summary>
/// A grid of <paramref name="Rows"/> × <paramref name="Columns"/> positions, each covered by at most one cell.
/// A position that no cell covers does not exist in the source (a row with fewer cells).
/// </summary>
/// <param name="Cells">In row order, then column order; none overlaps another and none leaves the grid.</param>
public sealed record Table(int Rows, int Columns, ImmutableArray<Cell> Cells, SpanFidelity Spans, Place Place) : Block(Place);

/// <summary>One cell with its upper left position (from 0), its spans (from 1) and its text; the lines of a cell are joined with <c>\n</c>.</summary>
public sealed record Cell(int Row, int Column, int RowSpan, int ColumnSpan, string Text, Place Place)
{
    /// <summary>Stands in a text for what is there and could not be read, or may not be seen: a picture, a letter without a name, digits in the colour of the page.</summary>
    public const string Unclear = "\uFFFD";

    public int EndRow => Row + RowSpan;
    public int EndColumn => Column + ColumnSpan;
}

/// <summary>How far the spans of a table can be trusted.</summary>
public enum SpanFidelity
{
    /// <summary>The source says them (HTML, DOCX).</summary>
    Stated,

    /// <summary>They follow from ruling lines (PDF).</summary>
    Ruled,

    /// <summary>They follow from the columns of words (PDF without rules, aligned text).</summary>
    Inferred,

    /// <summary>The format has none (Markdown, tab-separated text): merged cells look like empty or absent ones.</summary>
    Lost,
}
