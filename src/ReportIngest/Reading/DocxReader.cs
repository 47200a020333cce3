using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using ReportIngest.Documents;
using ReportIngest.Reading.Docx;

namespace ReportIngest.Reading;

/// <summary>
/// Reads a Word document (transitional or strict OOXML): headings, paragraphs with the numbers of their lists, and tables with their spans,
/// as Word shows them with all tracked changes accepted and hidden text hidden. Places have neither page nor box.
/// </summary>
public static class DocxReader
{
    /// <exception cref="UnreadableException">The file is damaged, has no main part, or passes one of the <paramref name="limits"/>.</exception>
    public static Document Read(ReadOnlyMemory<byte> bytes, Source source, Limits limits)
    {
        try
        {
            using var package = WordPackage.Open(bytes, limits);
            var styles = Styles.Of(package.Styles);
            var lists = new ListCounters(Numbering.Of(package.Numbering));
            using var main = package.Main;
            var reader = new StoryReader(main, styles, lists, limits);
            var flow = new Flow();
            reader.Story(flow);
            return new Document(FileKind.Docx, null, [.. flow.Close()], Properties.Of(package), [.. reader.Notes]);
        }
        catch (Exception broken) when (broken is XmlException or InvalidDataException or OpenXmlPackageException or FileFormatException or IOException)
        {
            throw Refusal.Damaged(broken);
        }
    }
}
