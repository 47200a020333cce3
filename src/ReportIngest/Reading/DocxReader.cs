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
            using var package = new WordPackage(bytes, limits);
            var styles = new Styles();
            var lists = new Dictionary<int, NumberedList>();
            var areStylesRead = package.Read(Relationships.Styles, styles.Read);
            var areListsRead = package.Read(Relationships.Numbering, xml => Numbering.Read(xml, lists));

            using var main = package.Main;
            var reader = new StoryReader(main, styles, new ListCounters(lists), limits);
            if (!areStylesRead || !areListsRead) reader.Note(StoryNotes.LostParts);
            var flow = new Flow();
            reader.Story(flow);
            main.End();
            return new Document(FileKind.Docx, null, [.. flow.Close()], Properties.Of(package), [.. reader.Notes]);
        }
        catch (Exception broken) when (Refusal.IsDamage(broken))
        {
            throw Refusal.Damaged(broken);
        }
    }
}
