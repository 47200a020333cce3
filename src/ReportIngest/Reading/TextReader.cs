using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reading.Text;

namespace ReportIngest.Reading;

/// <summary>Plain text → paragraphs, and the tables that are drawn or aligned in it.</summary>
public static class TextReader
{
    /// <exception cref="UnreadableException">The file is larger, or its tables have more cells, than <paramref name="limits"/> allow.</exception>
    public static Document Read(ReadOnlyMemory<byte> bytes, Source source, Limits limits) => Read(bytes, decoded: null, limits);

    /// <param name="decoded">The file's text where it is decoded already.</param>
    internal static Document Read(ReadOnlyMemory<byte> bytes, DecodedText? decoded, Limits limits)
    {
        TextLines.CheckSize(bytes, limits);
        decoded ??= TextDecoder.Decode(bytes.Span);
        var lines = TextLines.Plain(TextLines.Of(decoded.Text));
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var at = 0;
        foreach (var run in TextTables.Find(lines, limits))
        {
            AddParagraphs(lines[at..run.Start]);
            blocks.AddRange(run.Tables);
            at = run.End;
        }

        AddParagraphs(lines[at..]);
        return new Document(FileKind.Text, decoded.Encoding, blocks.DrainToImmutable(), [], decoded.Notes) { Ending = Endings.OfText(decoded.Text) };

        // Every line is a paragraph. Reports put a paragraph on a line and crawlers a cell on a line; where lines were wrapped,
        // only one who knows the labels can tell a wrapped line from a cell, and a cell glued to the next is lost.
        void AddParagraphs(ImmutableArray<string> plain) =>
            blocks.AddRange(plain.Select(line => line.Trim()).Where(line => line.Length > 0).Select(line => new Paragraph(line, default)));
    }
}
