using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Forge.Habits;
using ReportIngest.Forge.Writing;

namespace ReportIngest.Forge;

/// <summary>What offices do with the form, each in the formats that office programs and editors write.</summary>
internal static class HabitLayouts
{
    public static ImmutableArray<Layout> All { get; } =
    [
        .. Each("full-width-digits", PrintedValues.FullWidthDigits),
        .. Each("thousands", PrintedValues.Thousands),
        .. Each("wide-thousands", PrintedValues.WideThousands),
        .. Each("units-in-cells", PrintedValues.Units),
        .. Each("notes-in-cells", PrintedValues.Notes),
        .. Each("every-placeholder", PrintedValues.EveryPlaceholder),
        .. Each("extra-row", LocalRows.Added),
        .. Each("extra-column", LocalRows.RemarksAdded),
        .. Each("row-left-out", LocalRows.LeftOut),
        .. Each("total-first", ColumnOrder.TotalFirst),
        .. Each("columns-exchanged", ColumnOrder.Exchanged),
        .. Each("typos", Typos.Made),
        .. Each("traditional", Mirror.InTraditional),
        .. Each("clauses-under-lines", TablePieces.ClausesUnderLines),
        .. Each("clauses-under-rows", TablePieces.ClausesUnderRows),
        .. Each("reviews-and-suits", TablePieces.ReviewsAndSuits),
        .. Each("broken-table-three", TablePieces.BrokenTableThree).Where(layout => layout.Format != FileKind.Markdown),
        .. Each("cut-labels", CutLabels.Cut),
        .. Each("mixed-editions", Mixture.Of),
        .. Each("title-on-three-lines", TitleForms.OnThreeLines),
        .. Each("title-in-numerals", TitleForms.InNumerals),
        .. Each("title-about", TitleForms.AboutTheWork),
        .. Each("headings-numbered-otherwise", Headings.NumberedOtherwise),
        .. Each("headings-reworded", Headings.RewordedTitles),
        // A heading with text behind it is a paragraph: formats that mark headings would mark it whole.
        new(FileKind.Html, "headings-run-in", Recoverable.Always, Plain: true, WordHtmlWriter.Write, Headings.RunIn),
        new(FileKind.Docx, "headings-run-in", Recoverable.Always, Plain: true, report => DocxWriter.Write(report, DocxStyle.Plain), Headings.RunIn),
        new(FileKind.Text, "headings-run-in", Recoverable.Always, Plain: true, report => PlainTextWriter.Write(report, TextStyle.Tabs), Headings.RunIn),
    ];

    private static IEnumerable<Layout> Each(string name, Func<ForgedReport, ForgedReport> habit) =>
    [
        new(FileKind.Html, name, Recoverable.Always, Plain: true, report => HtmlWriter.Write(report, HtmlStyle.Plain), habit),
        new(FileKind.Docx, name, Recoverable.Always, Plain: true, report => DocxWriter.Write(report, DocxStyle.Plain), habit),
        new(FileKind.Markdown, name, Recoverable.Always, Plain: true, report => MarkdownWriter.Write(report, MarkdownStyle.Grid), habit),
    ];
}
