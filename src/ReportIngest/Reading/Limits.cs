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

    /// <summary>Pages of a PDF. The longest report seen has 40.</summary>
    public int Pages { get; init; } = 500;

    /// <summary>Cells of all tables of a document. The three tables of the form have fewer than 400.</summary>
    public int Cells { get; init; } = 200_000;

    /// <summary>Depth of nested elements (HTML, Markdown, XML). The parsers take time quadratic in it.</summary>
    public int Nesting { get; init; } = 512;

    /// <summary>Seconds that a worker may spend on one file; the slowest report seen takes less than one.</summary>
    public int Seconds { get; init; } = 60;

    /// <summary>Bytes of managed memory of a worker; a file of 64 MB takes less than half of it.</summary>
    public long MemoryBytes { get; init; } = 1L << 30;

    /// <summary>The document itself, unless a table's grid is larger than <see cref="Cells"/>: spans make a large grid of few cells.</summary>
    /// <exception cref="UnreadableException">A table has too many positions.</exception>
    public Document Checked(Document document) =>
        document.Blocks.OfType<Table>().All(table => (long)table.Rows * table.Columns <= Cells) ? document : throw new UnreadableException(
            UnreadableReason.TooLarge,
            new Message(
                $"文件中有一张表格超过 {Cells} 个格位，未读取；请提供单份报告。",
                $"A table of the file has more than {Cells} positions, so it was not read; provide a single report."));
}
