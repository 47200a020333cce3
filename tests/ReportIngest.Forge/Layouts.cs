using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Forge.Writing;
using ReportIngest.Forge.Writing.Pdf;

namespace ReportIngest.Forge;

/// <summary>Every layout the forge can write, by format.</summary>
public static class Layouts
{
    public static ImmutableArray<Layout> All { get; } =
    [
        new(FileKind.Html, "plain", Recoverable.Always, Plain: true, report => HtmlWriter.Write(report, HtmlStyle.Plain)),
        new(FileKind.Html, "word", Recoverable.Always, Plain: false, WordHtmlWriter.Write),
        new(FileKind.Html, "cms", Recoverable.Always, Plain: false, CmsHtmlWriter.Write),
        new(FileKind.Html, "site", Recoverable.Always, Plain: false, SiteHtmlWriter.Write),
        new(FileKind.Html, "thead", Recoverable.Always, Plain: false, report => HtmlWriter.Write(report, HtmlStyle.Head)),
        new(FileKind.Html, "nbsp", Recoverable.Always, Plain: false, report => HtmlWriter.Write(report, HtmlStyle.Padded)),
        new(FileKind.Html, "broken-labels", Recoverable.Always, Plain: false, report => HtmlWriter.Write(report, HtmlStyle.BrokenLabels)),
        new(FileKind.Markdown, "grid-plain", Recoverable.Always, Plain: true, report => MarkdownWriter.Write(report, MarkdownStyle.Grid)),
        new(FileKind.Markdown, "repeated", Recoverable.Always, Plain: false, report => MarkdownWriter.Write(report, MarkdownStyle.Repeated)),
        new(FileKind.Markdown, "lost-spans", Recoverable.WithoutBlanks, Plain: false, report => MarkdownWriter.Write(report, MarkdownStyle.LostSpans)),
        new(FileKind.Markdown, "html-tables", Recoverable.Always, Plain: false, report => MarkdownWriter.Write(report, MarkdownStyle.HtmlTables)),
        new(FileKind.Docx, "plain", Recoverable.Always, Plain: true, report => DocxWriter.Write(report, DocxStyle.Plain)),
        new(FileKind.Docx, "split-runs", Recoverable.Always, Plain: false, report => DocxWriter.Write(report, DocxStyle.Split)),
        new(FileKind.Docx, "numbered-headings", Recoverable.Always, Plain: false, report => DocxWriter.Write(report, DocxStyle.NumberedHeadings)),
        new(FileKind.Docx, "nested", Recoverable.Always, Plain: false, report => DocxWriter.Write(report, DocxStyle.Nested)),
        new(FileKind.Text, "tabs-plain", Recoverable.Always, Plain: true, report => PlainTextWriter.Write(report, TextStyle.Tabs)),
        new(FileKind.Text, "pipes", Recoverable.Always, Plain: false, report => PlainTextWriter.Write(report, TextStyle.Pipes)),
        new(FileKind.Text, "aligned", Recoverable.WithoutBlanks, Plain: false, report => PlainTextWriter.Write(report, TextStyle.Aligned)),
        new(FileKind.Text, "box", Recoverable.Always, Plain: false, report => PlainTextWriter.Write(report, TextStyle.Box)),
        new(FileKind.Text, "cell-per-line", Recoverable.WithoutBlanks, Plain: false, report => PlainTextWriter.Write(report, TextStyle.CellPerLine)),
        new(FileKind.Pdf, "lines-plain", Recoverable.Always, Plain: true, report => PdfWriter.Write(report, PdfStyle.Lines)),
        new(FileKind.Pdf, "thin-rectangles", Recoverable.Always, Plain: false, report => PdfWriter.Write(report, PdfStyle.ThinRectangles)),
        new(FileKind.Pdf, "backgrounds", Recoverable.Always, Plain: false, report => PdfWriter.Write(report, PdfStyle.Backgrounded)),
        new(FileKind.Pdf, "split", Recoverable.Always, Plain: false, report => PdfWriter.Write(report, PdfStyle.Split)),
        new(FileKind.Pdf, "split-with-header", Recoverable.Always, Plain: false, report => PdfWriter.Write(report, PdfStyle.SplitWithHeader)),
        new(FileKind.Pdf, "narrow", Recoverable.Always, Plain: false, report => PdfWriter.Write(report, PdfStyle.Narrow)),
        .. HabitLayouts.All,
        .. HandHtmlLayouts.All,
        .. LooseTextLayouts.All,
        .. PdfLayouts.All,
    ];

    public static Layout Find(FileKind format, string name) => All.Single(layout => layout.Format == format && layout.Name == name);
}
