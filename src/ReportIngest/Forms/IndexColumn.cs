using System.Globalization;
using ReportIngest.Documents;

namespace ReportIngest.Forms;

/// <summary>A first column that counts the rows (序号, 行次): it is none of the form's, and its numbers are no values.</summary>
internal static class IndexColumn
{
    /// <summary>Without a name, fewer numbers may be values that follow one another by chance.</summary>
    private const int FewestUnnamed = 5;

    /// <summary>
    /// Whether the numbers of the first column count: each is one more than the last; where a name says what they are, they may begin anywhere (they count on from table two) and again with 1.
    /// A wider cell (a caption) stands over it, and so may a label that lost its span; without a name no text does. Programs count from 0.
    /// </summary>
    public static bool IsFirst(Table table)
    {
        var (named, last, numbers) = (FirstRowCounts(table), 0, 0);
        foreach (var cell in table.Cells)
        {
            if (cell.Column != 0 || cell.ColumnSpan > 1 || string.IsNullOrWhiteSpace(cell.Text)) continue;
            if (int.TryParse(cell.Text.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            {
                if (number != last + 1 && !(numbers == 0 && (named || number == 0)) && !(named && number == 1)) return false;
                last = number;
                numbers++;
            }
            else if (!named && !(named = numbers == 0 && SideColumns.NamesCodes(LabelText.Of(cell.Text))))
            {
                return false;
            }
        }

        return numbers >= (named ? 1 : FewestUnnamed);
    }

    /// <summary>Whether the first row counts the other columns from 0, as programs print a table that they have read.</summary>
    private static bool FirstRowCounts(Table table)
    {
        var columns = 0;
        foreach (var cell in table.Cells)
        {
            if (cell.Row > 0) break;
            if (cell.Column == 0 ? !string.IsNullOrWhiteSpace(cell.Text) : cell.Text.Trim() != (cell.Column - 1).ToString(CultureInfo.InvariantCulture)) return false;
            columns += cell.ColumnSpan;
        }

        return columns > 1 && columns == table.Columns;
    }

    /// <summary>Whether a cell of such a column is part of it: its name or a number.</summary>
    public static bool Holds(Cell cell) =>
        cell is { Column: 0, ColumnSpan: 1 } && (int.TryParse(cell.Text.AsSpan().Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out _) || SideColumns.NamesCodes(LabelText.Of(cell.Text)));
}
