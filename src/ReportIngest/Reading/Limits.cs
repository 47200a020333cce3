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
}
