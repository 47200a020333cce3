using System.IO.Compression;
using System.Runtime.InteropServices;
using Ooxml = DocumentFormat.OpenXml.Packaging;

namespace ReportIngest.Reading.Docx;

/// <summary>The container of a DOCX; the only place that knows the library it is opened with. Parts are inflated one by one when asked for, against one budget; pictures and the like never.</summary>
internal sealed class WordPackage : IDisposable
{
    /// <summary>
    /// Bytes of content types and relationships. Opening a package makes an object of each entry, so that 256 MB of them
    /// would take gigabytes; the largest seen has 10 KB.
    /// </summary>
    private const long DirectoryBytes = 4L << 20;

    private readonly Ooxml.WordprocessingDocument _document;
    private readonly Ooxml.MainDocumentPart _main;
    private readonly Budget _budget;
    private readonly Limits _limits;

    private WordPackage(Ooxml.WordprocessingDocument document, Ooxml.MainDocumentPart main, Limits limits) =>
        (_document, _main, _limits, _budget) = (document, main, limits, new Budget(limits.InflatedBytes));

    public static WordPackage Open(ReadOnlyMemory<byte> bytes, Limits limits)
    {
        CheckDirectory(bytes, limits);
        var document = Ooxml.WordprocessingDocument.Open(AsStream(bytes), isEditable: false);
        try
        {
            var main = document.MainDocumentPart ?? throw Refusal.NoMainPart();
            _ = main.Parts.Count(); // resolves every relationship, here and not later
            return new WordPackage(document, main, limits);
        }
        catch (Exception broken)
        {
            document.Dispose();
            // The library's words for a relationship to a part that is not there, or to none that can be.
            if (broken is InvalidOperationException or ArgumentException or FormatException) throw Refusal.Damaged(broken);
            throw;
        }
    }

    public WordXml Main => Xml(_main) is { Name: "document" } main ? main : throw Refusal.NoMainPart();

    public WordXml? Styles => Xml(_main.StyleDefinitionsPart);

    public WordXml? Numbering => Xml(_main.NumberingDefinitionsPart);

    public WordXml? CoreProperties => Xml(_document.CoreFilePropertiesPart);

    public WordXml? ExtendedProperties => Xml(_document.ExtendedFilePropertiesPart);

    public void Dispose() => _document.Dispose();

    private WordXml? Xml(Ooxml.OpenXmlPart? part) =>
        part is null ? null : new WordXml(new BudgetStream(part.GetStream(FileMode.Open, FileAccess.Read), _budget), _limits);

    /// <summary>The library inflates the package's directory by itself when it opens it, so that is counted before.</summary>
    private static void CheckDirectory(ReadOnlyMemory<byte> bytes, Limits limits)
    {
        using var zip = new ZipArchive(AsStream(bytes), ZipArchiveMode.Read);
        if (zip.Entries.Count > limits.ZipEntries) throw Refusal.TooManyEntries(zip.Entries.Count, limits.ZipEntries);

        var budget = new Budget(Math.Min(DirectoryBytes, limits.InflatedBytes));
        foreach (var entry in zip.Entries.Where(IsDirectory))
        {
            using var stream = new BudgetStream(entry.Open(), budget);
            stream.CopyTo(Stream.Null);
        }
    }

    /// <summary>A part may be stored in pieces (<c>.rels/[0].piece</c>).</summary>
    private static bool IsDirectory(ZipArchiveEntry entry) =>
        entry.FullName.StartsWith("[Content_Types].xml", StringComparison.OrdinalIgnoreCase)
        || entry.FullName.Contains(".rels", StringComparison.OrdinalIgnoreCase);

    private static MemoryStream AsStream(ReadOnlyMemory<byte> bytes) =>
        MemoryMarshal.TryGetArray(bytes, out var array)
            ? new MemoryStream(array.Array!, array.Offset, array.Count, writable: false)
            : new MemoryStream(bytes.ToArray(), writable: false);
}
