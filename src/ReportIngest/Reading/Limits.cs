using ReportIngest.Documents;

namespace ReportIngest.Reading;

/// <summary>Ceilings for one file. A file that passes one is refused whole (RI905): half a report is worse than none.</summary>
public sealed record Limits
{
    public static Limits Default { get; } = new();

    /// <summary>Bytes of the file itself. The largest report seen is below 20 MB, nearly all of it pictures.</summary>
    public long InputBytes { get; init; } = 64L << 20;

    /// <summary>Bytes that compressed parts may grow to, counted while inflating and summed over a document.</summary>
    public long InflatedBytes { get; init; } = 256L << 20;

    /// <summary>Entries of a ZIP container.</summary>
    public int ZipEntries { get; init; } = 4096;

    /// <summary>How many bytes may come of one in a DOCX, looked at from <see cref="RatioFrom"/> on. Word's XML shrinks to a tenth, drawn-out tables to a hundredth, a bomb to a thousandth.</summary>
    public int ZipRatio { get; init; } = 200;

    /// <summary>Characters of one part of a DOCX.</summary>
    public long XmlCharacters { get; init; } = 64L << 20;

    /// <summary>Pages of a PDF. The longest report seen has 40.</summary>
    public int Pages { get; init; } = 500;

    /// <summary>Letters of one page of a PDF. A page full of the smallest print has about 10 000.</summary>
    public int PageLetters { get; init; } = 100_000;

    /// <summary>Painted paths of one page of a PDF. LibreOffice draws a table in about 2 000 pieces.</summary>
    public int PagePaths { get; init; } = 100_000;

    /// <summary>Lines and curves that all paths of a page are made of, each of which takes memory, seen or not. Drawings of maps have some ten thousand.</summary>
    public int PagePieces { get; init; } = 1_000_000;

    /// <summary>Tables of a document. A web page with its navigation has some dozens.</summary>
    public int Tables { get; init; } = 2000;

    /// <summary>Cells of all tables of a document. The three tables of the form have fewer than 400.</summary>
    public int Cells { get; init; } = 200_000;

    /// <summary>Depth of nested elements (HTML, XML). The parsers take time quadratic in it.</summary>
    public int Nesting { get; init; } = 512;

    /// <summary>Depth of nested quotations and lists of Markdown, for which its parser allows 128 at most. A report has a list in a list.</summary>
    public int MarkdownNesting { get; init; } = 128;

    /// <summary>Links and addresses of links of a Markdown file. A page with its navigation has some hundred, a report a dozen; the parser looks for the end of each, and takes time quadratic in those without one.</summary>
    public int MarkdownLinks { get; init; } = 10_000;

    /// <summary>Files of an archive of reports. A county has some hundred, a province some ten thousand.</summary>
    public int ArchiveEntries { get; init; } = 100_000;

    /// <summary>Bytes that an archive of reports may grow to, on disk: some ten thousand ordinary reports.</summary>
    public long ArchiveBytes { get; init; } = 8L << 30;

    /// <summary>Seconds that a worker may spend on one file; the slowest report seen takes less than one.</summary>
    public int Seconds { get; init; } = 60;

    /// <summary>Bytes of managed memory of a worker; a file of 64 MB takes less than half of it.</summary>
    public long MemoryBytes { get; init; } = 1L << 30;

    /// <summary>A small part may well be all blanks: below this the ratio tells nothing, and nothing is harmed.</summary>
    internal const long RatioFrom = 16L << 20;

    /// <summary>The document itself, unless it has too many <see cref="Tables"/> or a table's grid is larger than <see cref="Cells"/>: spans make a large grid of few cells.</summary>
    /// <exception cref="UnreadableException">It is too large.</exception>
    public Document Checked(Document document)
    {
        if (document.Tables.Length > Tables)
        {
            throw new UnreadableException(UnreadableReason.TooLarge, new Message(
                $"文件中有 {document.Tables.Length} 张表格，超过上限 {Tables}，未读取；请提供单份报告。",
                $"The file has {document.Tables.Length} tables, over the limit of {Tables}, so it was not read; provide a single report."));
        }
        return document.Tables.All(table => (long)table.Rows * table.Columns <= Cells) ? document : throw new UnreadableException(
            UnreadableReason.TooLarge,
            new Message(
                $"文件中有一张表格超过 {Cells} 个格位，未读取；请提供单份报告。",
                $"A table of the file has more than {Cells} positions, so it was not read; provide a single report."));
    }
}
