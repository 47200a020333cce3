using System.Collections.Immutable;
using ReportIngest.Documents;

namespace ReportIngest.Reading;

/// <summary>
/// PDFs that Chromium prints, and what is copied out of them, hold radicals (⼀、⾏政, 人⺠) where one and the same sign was typed as an ideograph: a document has the ideographs.
/// </summary>
internal static class Ideographs
{
    public static Document Unified(Document document) => document with { Blocks = ImmutableArray.CreateRange(document.Blocks, Unified) };

    private static Block Unified(Block block) => block switch
    {
        Heading heading when Folding.Ideographs(heading.Text) is var text => ReferenceEquals(text, heading.Text) ? heading : heading with { Text = text },
        Paragraph paragraph when Folding.Ideographs(paragraph.Text) is var text => ReferenceEquals(text, paragraph.Text) ? paragraph : paragraph with { Text = text },
        Table table when table.Cells.Any(cell => !ReferenceEquals(Folding.Ideographs(cell.Text), cell.Text)) => table with { Cells = [.. table.Cells.Select(cell => cell with { Text = Folding.Ideographs(cell.Text) })] },
        _ => block,
    };
}
