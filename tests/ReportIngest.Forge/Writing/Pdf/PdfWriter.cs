using PdfSharp.Pdf;

namespace ReportIngest.Forge.Writing.Pdf;

/// <summary>A report as pages: wrapped paragraphs with a first-line indent, ruled tables that break over pages.</summary>
internal static class PdfWriter
{
    // PDFsharp's font caches are shared by all documents.
    private static readonly Lock Gate = new();

    public static byte[] Write(ForgedReport report, PdfStyle style)
    {
        lock (Gate)
        {
            using var document = new PdfDocument();
            using (var pages = new Pages(document, style))
            {
                pages.Break();
                foreach (var piece in report.Pieces())
                {
                    if (style.SmallTables && piece.Sheet is { Section: 2 }) SmallTables.Draw(pages, style);
                    if (piece.Kind == PieceKind.Picture) DrawPicture(pages, style);
                    else if (piece.Sheet is { } sheet) PdfTable.Draw(pages, sheet, style, PdfStyle.Margin, style.Body);
                    else DrawText(pages, piece, style);
                }
            }

            return Stable.Save(document);
        }
    }

    private static void DrawPicture(Pages pages, PdfStyle style)
    {
        var height = style.Body * 0.4;
        if (pages.Y + height > pages.Bottom) pages.Break();
        pages.Picture(PdfStyle.Margin, pages.Y + 8, style.Body, height - 16);
        pages.Y += height;
    }

    private static void DrawText(Pages pages, Piece piece, PdfStyle style)
    {
        var size = piece.Kind == PieceKind.Title ? PdfStyle.TextFont + 4 : PdfStyle.TextFont;
        var indent = piece.Kind is PieceKind.Title or PieceKind.Signature ? 0 : 2 * size;
        var lines = Lines.Break(piece.Text, size, style.Body, indent);
        for (var i = 0; i < lines.Count; i++)
        {
            var height = size * PdfStyle.LineSpacing;
            if (pages.Y + height > pages.Bottom) pages.Break();
            pages.Y += height;
            var free = style.Body - Fonts.Width(lines[i], size);
            var x = piece.Kind switch
            {
                PieceKind.Title => free / 2,
                PieceKind.Signature => free,
                _ => i == 0 ? indent : 0,
            };
            pages.Text(lines[i], PdfStyle.Margin + x, pages.Y - size * 0.3, size);
        }
    }
}
