using ReportIngest.Documents;
using ReportIngest.Forge.Habits;
using ReportIngest.Forge.Writing;

namespace ReportIngest.Forge;

/// <summary>Files by programs that the machine may have: their tables, rules, fonts and page breaks are not ours.</summary>
public static class ProgramLayouts
{
    private const string PrintedPage = "--headless --no-sandbox --disable-gpu --user-data-dir={folder}/profile --print-to-pdf={out} file://{in}";
    private const string Office = "-env:UserInstallation=file://{folder}/profile --headless --convert-to";

    private static readonly Producer[] All =
    [
        new(FileKind.Pdf, "chromium", Bordered, [new("chromium", $"--no-pdf-header-footer {PrintedPage}", "pdf")]),
        new(FileKind.Pdf, "chromium-with-header", Bordered, [new("chromium", PrintedPage, "pdf")]),
        new(FileKind.Pdf, "chromium-word", Word, [new("chromium", $"--no-pdf-header-footer {PrintedPage}", "pdf")]),
        new(FileKind.Pdf, "wkhtmltopdf", Bordered, [new("wkhtmltopdf", "-q {in} {out}", "pdf")]),
        new(FileKind.Pdf, "weasyprint", Bordered, [new("weasyprint", "{in} {out}", "pdf")]),
        new(FileKind.Pdf, "libreoffice", Docx, [new("soffice", $"{Office} pdf --outdir {{folder}} {{in}}", "pdf")]),
        new(FileKind.Pdf, "libreoffice-ghostscript", Docx, [new("soffice", $"{Office} pdf --outdir {{folder}} {{in}}", "pdf"), new("gs", "-q -sDEVICE=pdfwrite -o {out} {in}", "pdf")]),
        new(FileKind.Pdf, "libreoffice-qpdf", Docx, [new("soffice", $"{Office} pdf --outdir {{folder}} {{in}}", "pdf"), new("qpdf", "--object-streams=generate {in} {out}", "pdf")]),
        new(FileKind.Pdf, "chromium-mutool", Bordered, [new("chromium", $"--no-pdf-header-footer {PrintedPage}", "pdf"), new("mutool", "clean -gggg {in} {out}", "pdf")]),
        new(FileKind.Pdf, "abiword", Docx, [new("abiword", "--to=pdf --to-name={out} {in}", "pdf")]),
        new(FileKind.Html, "libreoffice", Docx, [new("soffice", $"{Office} html --outdir {{folder}} {{in}}", "html")]),
        new(FileKind.Html, "pandoc", Docx, [new("pandoc", "-s -f docx -t html -o {out} {in}", "html")]),
        new(FileKind.Html, "abiword", Docx, [new("abiword", "--to=html --to-name={out} {in}", "html")]),
        new(FileKind.Docx, "libreoffice", Docx, [new("soffice", $"{Office} odt --outdir {{folder}} {{in}}", "odt"), new("soffice", $"{Office} docx --outdir {{folder}} {{in}}", "docx")]),
        new(FileKind.Docx, "pandoc", Page, [new("pandoc", "-f html -t docx -o {out} {in}", "docx")]),
        new(FileKind.Markdown, "pandoc-gfm", Page, [new("pandoc", "-f html -t gfm -o {out} {in}", "md")]),
        new(FileKind.Markdown, "pandoc-pipes", Page, [new("pandoc", "-f html -t gfm-raw_html -o {out} {in}", "md")]),
        new(FileKind.Markdown, "pandoc-grids", Docx, [new("pandoc", "-f docx -t markdown -o {out} {in}", "md")]),
        new(FileKind.Text, "pandoc-plain", Docx, [new("pandoc", "-f docx -t plain -o {out} {in}", "txt")]),
        new(FileKind.Text, "w3m", Bordered, [new("w3m", "-dump -cols 200 -O utf-8 {in}", "txt")]),
        new(FileKind.Text, "lynx", Bordered, [new("lynx", "-dump -width=250 -display_charset=utf-8 {in}", "txt")]),
        new(FileKind.Text, "libreoffice", Docx, [new("soffice", $"{Office} txt:Text --outdir {{folder}} {{in}}", "txt")]),
        new(FileKind.Text, "pdftotext", Docx, [new("soffice", $"{Office} pdf --outdir {{folder}} {{in}}", "pdf"), new("pdftotext", "{in} {out}", "txt")]),
        new(FileKind.Text, "pdftotext-layout", Docx, [new("soffice", $"{Office} pdf --outdir {{folder}} {{in}}", "pdf"), new("pdftotext", "-layout {in} {out}", "txt")]),
    ];

    /// <summary>Of these, printers whose pages vary with the seed, for tables changed at random.</summary>
    private static readonly Producer[] Printers =
    [
        new(FileKind.Pdf, "chromium-changed", Printed, [new("chromium", $"--no-pdf-header-footer {PrintedPage}", "pdf")]),
        new(FileKind.Pdf, "chromium-with-header-changed", Printed, [new("chromium", PrintedPage, "pdf")]),
        new(FileKind.Pdf, "wkhtmltopdf-changed", Printed, [new("wkhtmltopdf", "-q {in} {out}", "pdf")]),
        new(FileKind.Pdf, "weasyprint-changed", Printed, [new("weasyprint", "{in} {out}", "pdf")]),
        new(FileKind.Pdf, "libreoffice-changed", Docx, [new("soffice", $"{Office} pdf --outdir {{folder}} {{in}}", "pdf")]),
        new(FileKind.Pdf, "libreoffice-page-changed", Printed, [new("soffice", $"{Office} pdf:writer_web_pdf_Export --outdir {{folder}} {{in}}", "pdf")]),
        new(FileKind.Pdf, "chromium-ghostscript-changed", Printed, [new("chromium", $"--no-pdf-header-footer {PrintedPage}", "pdf"), new("gs", "-q -sDEVICE=pdfwrite -o {out} {in}", "pdf")]),
    ];

    /// <summary>The layouts whose programs are on the PATH; <paramref name="missing"/> hears the name of each layout whose are not.</summary>
    /// <param name="changed">Tables are changed at random before they are printed.</param>
    public static IEnumerable<Layout> Found(bool changed, Action<string> missing)
    {
        foreach (var producer in changed ? Printers : All)
        {
            if (producer.Layout() is { } layout) yield return changed ? layout with { Habit = report => RandomChanges.Made(report, fillsUp: false) } : layout;
            else missing(producer.Name);
        }
    }

    private static (string Extension, byte[] Bytes) Page(ForgedReport report) => ("html", HtmlWriter.Write(report, HtmlStyle.Plain));

    private static (string Extension, byte[] Bytes) Bordered(ForgedReport report) => ("html", HtmlWriter.Write(report, HtmlStyle.Bordered));

    private static (string Extension, byte[] Bytes) Printed(ForgedReport report) => ("html", HtmlWriter.Write(report, HtmlStyle.Printed));

    private static (string Extension, byte[] Bytes) Word(ForgedReport report) => ("html", WordHtmlWriter.Write(report));

    private static (string Extension, byte[] Bytes) Docx(ForgedReport report) => ("docx", DocxWriter.Write(report, DocxStyle.Plain));
}
