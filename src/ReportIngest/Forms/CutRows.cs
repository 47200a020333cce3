using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reports;

namespace ReportIngest.Forms;

/// <summary>
/// Rows that the pages of a PDF cut, in Word files and web pages that a converter made of it: a table ends with the beginning of a label, and the next one begins with the rest.
/// Left as it is, the rest would be a row of blanks, and the rest of a number that was wrapped would be lost. Readers of PDF see the page and join such rows themselves.
/// </summary>
internal static class CutRows
{
    /// <summary>Fewer columns have no rows of the form with labels that long.</summary>
    private const int FewestValues = 3;

    public static Document Join(Document document)
    {
        ImmutableArray<Block>.Builder? blocks = null;
        for (var at = 0; document.Kind != FileKind.Pdf && at + 1 < document.Blocks.Length; at++)
        {
            if ((blocks?[at] ?? document.Blocks[at]) is not Table above || document.Blocks[at + 1] is not Table below || Join(above, below) is not var (whole, rest)) continue;
            blocks ??= document.Blocks.ToBuilder();
            (blocks[at], blocks[at + 1]) = (whole, rest);
        }

        return blocks is null ? document : document with { Blocks = blocks.ToImmutable() };
    }

    /// <summary>The first table with its last row whole, and the second with its first row blank; null where no label is cut.</summary>
    private static (Table Above, Table Below)? Join(Table above, Table below)
    {
        var (last, first) = (Row(above, above.Rows - 1), Row(below, 0));
        var (values, others) = (Values(last), Values(first));
        if (values < FewestValues || values != others || values == last.Count || values == first.Count) return null;
        var label = last[^(values + 1)].Text;
        if (Meanings.IsPrinted(LabelText.Of(label)) || !Meanings.IsPrinted(LabelText.Of(label + first[^(values + 1)].Text))) return null;

        var joined = new Dictionary<Cell, Cell>();
        for (var back = 1; back <= values + 1; back++)
            joined[last[^back]] = last[^back] with { Text = back > values ? label + first[^back].Text : string.Join('\n', new[] { last[^back].Text, first[^back].Text }.Where(text => text.Length > 0)) };
        var taken = first.TakeLast(values + 1).ToHashSet();
        return (
            above with { Cells = [.. above.Cells.Select(cell => joined.GetValueOrDefault(cell, cell))] },
            below with { Cells = [.. below.Cells.Select(cell => taken.Contains(cell) ? cell with { Text = "" } : cell)] });
    }

    private static List<Cell> Row(Table table, int row) => [.. table.Cells.Where(cell => cell.Row == row).OrderBy(cell => cell.Column)];

    /// <summary>How many cells at the end of a row are values or blank.</summary>
    private static int Values(List<Cell> row)
    {
        var values = 0;
        while (values < row.Count && row[^(values + 1)].Text is var text && (string.IsNullOrWhiteSpace(text) || CellReader.IsValue(text))) values++;
        return values;
    }
}
