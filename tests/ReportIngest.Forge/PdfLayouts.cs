using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Forge.Writing.Pdf;

namespace ReportIngest.Forge;

/// <summary>PDFs whose rules, pages or letters are drawn in a way that readers stumble over.</summary>
internal static class PdfLayouts
{
    // The second row of （四）: a page that ends before it cuts that merged cell.
    private const string InsideUnavailable = "2.没有现成信息";

    public static ImmutableArray<Layout> All { get; } =
    [
        Page("unruled", PdfStyle.Lines with { Rules = RuleStyle.None }, Recoverable.WithoutBlanks),
        Page("unruled-split", PdfStyle.ThinRectangles with { Rules = RuleStyle.None }, Recoverable.WithoutBlanks),
        Page("dotted", PdfStyle.ThinRectangles with { Rules = RuleStyle.Dotted }),
        Page("dashed", PdfStyle.Lines with { Rules = RuleStyle.Dashed }),
        Page("gapped", PdfStyle.Split with { Rules = RuleStyle.Gapped }),
        Page("open-sides", PdfStyle.Backgrounded with { OpenSides = true }),
        Page("rotated", PdfStyle.Lines with { Rotated = true }),
        Page("vertical-labels", PdfStyle.ThinRectangles with { VerticalLabels = true }),
        Page("break-in-merged", PdfStyle.ThinRectangles with { BreakBefore = InsideUnavailable, ClosedParts = false }),
        Page("break-in-label", PdfStyle.Narrow with { BreakBefore = InsideUnavailable }),
        Page("numbers-in-flow", PdfStyle.Split with { NumbersInFlow = true }),
        Page("small-tables", PdfStyle.Lines with { SmallTables = true }),
        Page("white-text", PdfStyle.ThinRectangles with { Overprint = Overprint.White }),
        Page("invisible-text", PdfStyle.ThinRectangles with { Overprint = Overprint.Invisible }),
        Page("printed-twice", PdfStyle.Split with { Overprint = Overprint.Twice }),
    ];

    /// <remarks>Columns of words leave no trace of a column without any.</remarks>
    private static Layout Page(string name, PdfStyle style, Recoverable recoverable = Recoverable.Always) =>
        new(FileKind.Pdf, name, recoverable, Plain: true, report => PdfWriter.Write(report, style));
}
