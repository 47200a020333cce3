using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ReportIngest.Forge.Writing;

internal enum DocxStyle
{
    /// <summary>One run a paragraph, one paragraph a cell.</summary>
    Plain,

    /// <summary>Runs are split anywhere and content controls stand around runs, paragraphs, cells and rows.</summary>
    Split,

    /// <summary>The numbers of the section headings are automatic and so not in the text.</summary>
    NumberedHeadings,

    /// <summary>Everything stands in one cell of a layout table.</summary>
    Nested,
}

/// <summary>A Word document with gridSpan and vMerge.</summary>
internal static class DocxWriter
{
    private const string Main = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

    public static byte[] Write(ForgedReport report, DocxStyle style)
    {
        using var stream = new MemoryStream();
        using (var package = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = package.AddNewPart<MainDocumentPart>(Main, "rId1");
            if (style == DocxStyle.NumberedHeadings) DocxNumbering.Add(main);
            var blocks = Blocks(report, style);
            main.Document = new Document(style == DocxStyle.Nested ? new Body(InLayoutTable(blocks), new Paragraph()) : new Body(blocks));
        }

        return Zips.WithoutTimes(stream.ToArray());
    }

    private static IEnumerable<OpenXmlElement> Blocks(ForgedReport report, DocxStyle style)
    {
        foreach (var piece in report.Pieces())
        {
            if (piece.Kind == PieceKind.Picture)
            {
                yield return new Paragraph(new Run(DocxPictures.Drawing(report.Seed)));
            }
            else if (piece.Sheet is { } sheet)
            {
                yield return DocxTables.Table(sheet, style == DocxStyle.Split ? new Random(report.Seed) : null);
                // Word joins tables that touch.
                yield return new Paragraph();
            }
            else
            {
                yield return Line(piece, report, style);
            }
        }
    }

    private static OpenXmlElement Line(Piece piece, ForgedReport report, DocxStyle style)
    {
        if (piece.Kind == PieceKind.Heading && style == DocxStyle.NumberedHeadings)
            return new Paragraph(DocxNumbering.Properties(), DocxTables.Run(piece.Text[2..]));
        if (style != DocxStyle.Split) return new Paragraph(DocxTables.Run(piece.Text));
        var random = new Random(HashCode(report.Seed, piece.Text));
        var paragraph = new Paragraph(DocxTables.SplitRuns(piece.Text, random));
        return random.Next(5) == 0 ? new SdtBlock(new SdtContentBlock(paragraph)) : paragraph;
    }

    private static int HashCode(int seed, string text) => text.Aggregate(seed, (hash, letter) => unchecked(hash * 31 + letter));

    private static Table InLayoutTable(IEnumerable<OpenXmlElement> blocks)
    {
        // A cell must end with a paragraph.
        var cell = new TableCell(blocks);
        cell.Append(new Paragraph());
        return new Table(new TableProperties(), new TableGrid(new GridColumn { Width = "9000" }), new TableRow(cell));
    }
}
