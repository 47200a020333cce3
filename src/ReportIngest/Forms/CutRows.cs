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

        label += first[^(values + 1)].Text;
        var pairs = last.TakeLast(values).Zip(first.TakeLast(values), (upper, lower) => (Upper: upper.Text, Lower: lower.Text)).ToList();
        // A number leads to the cell it was read from: the whole row stands where its numbers do.
        if (pairs.TrueForAll(pair => string.IsNullOrWhiteSpace(pair.Upper)) && !pairs.TrueForAll(pair => string.IsNullOrWhiteSpace(pair.Lower)))
            return (With(above, last, ["", .. pairs.Select(_ => "")]), With(below, first, [label, .. pairs.Select(pair => pair.Lower)]));
        // Some programs fill both parts: with the same values, or the second with one sign for nothing.
        var isFilled = pairs.TrueForAll(pair => !string.IsNullOrWhiteSpace(pair.Lower) && pair.Lower.Trim() == pair.Upper.Trim()) || pairs.TrueForAll(pair => IsNothing(pair.Lower) && pair.Lower == pairs[0].Lower);
        return (With(above, last, [label, .. pairs.Select(pair => isFilled ? pair.Upper : Whole(pair.Upper, pair.Lower))]), With(below, first, ["", .. pairs.Select(_ => "")]));
    }

    /// <summary>The number whose lines the page parted. No number begins with a sign for nothing, so one that stands in both parts is one.</summary>
    private static string Whole(string upper, string lower) =>
        string.IsNullOrWhiteSpace(lower) || (upper.Trim() == lower.Trim() && IsNothing(upper)) ? upper : string.IsNullOrWhiteSpace(upper) ? lower : $"{upper}\n{lower}";

    /// <summary>0, or a sign that offices write for it.</summary>
    private static bool IsNothing(string value) => (CellReader.IsValue(value) && !value.Any(char.IsDigit)) || value.Trim() == "0";

    /// <summary>The table with other texts in the last cells of one of its rows.</summary>
    private static Table With(Table table, List<Cell> row, List<string> texts)
    {
        var changed = row.TakeLast(texts.Count).Zip(texts).ToDictionary(pair => pair.First, pair => pair.First with { Text = pair.Second });
        return table with { Cells = [.. table.Cells.Select(cell => changed.GetValueOrDefault(cell, cell))] };
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
