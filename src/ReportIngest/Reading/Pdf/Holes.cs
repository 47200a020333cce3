using System.Collections.Immutable;
using ReportIngest.Documents;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// Empty cells that are not known to be empty: what stands beyond the edge of the page is not in the file, and slanted digits, which
/// are a watermark's, and those that are struck out, painted over or clipped away were left out. Such cells are unclear, since a blank is a statement, and the reader says so.
/// So are cells with the rest of a number of which digits were clipped away: what is slanted, struck or painted over is not meant, what is clipped had no room.
/// </summary>
internal static class Holes
{
    /// <summary>The table with them marked, and what is to be said.</summary>
    public static (TableInk Table, ImmutableArray<ReadingNote> Notes) Find(TableInk table, ImmutableArray<PageInk> pages)
    {
        var page = pages.ToDictionary(page => page.Number);
        var cut = table.Cells.Where(cell => cell.IsEmpty && table.Spans == SpanFidelity.Ruled && IsAtEdge(cell, page[cell.Place.Page!.Value])).ToHashSet();
        var leftOut = table.Cells.Where(cell => cell.IsEmpty && page[cell.Place.Page!.Value].LeftOut.Any(digit => Holds(cell.Place.Box!.Value, digit) || RunsOver(cell, table, digit))).ToHashSet();
        var narrow = TooNarrow(table);
        var rests = table.Cells.Where(cell => page[cell.Place.Page!.Value].Clipped.Any(digit => Holds(cell.Place.Box!.Value, digit)) && cell.Lines.Any(line => line.Text.Any(char.IsDigit))).ToHashSet();
        var notes = ImmutableArray.CreateBuilder<ReadingNote>();
        if (cut.Count > 0)
            notes.Add(Note(table, $"表格超出页面右边缘，边缘处有 {cut.Count} 个单元格的内容不在文件中，未读取；请用页面较宽的版本。",
                $"The table runs over the right edge of the page; {cut.Count} cells at the edge are not in the file and were not read; use a version with a wider page."));
        if (leftOut.Count > 0)
            notes.Add(Note(table, $"表格中有 {leftOut.Count} 个单元格只有斜排、被划去、被遮盖或被裁切的数字，未读取；请核对原文件。",
                $"{leftOut.Count} cells of the table hold nothing but digits that are slanted, struck out, painted over or clipped away and were not read; check the file."));
        if (narrow.Count > 0)
            notes.Add(Note(table, $"表格中有 {narrow.Count} 个空白单元格窄得放不下一个字，其中的数字可能没有印出，未读取；请用列宽足够的版本。",
                $"{narrow.Count} empty cells of the table are too narrow for a letter, so that their numbers may not have been printed, and were not read; use a version with wider columns."));
        if (rests.Count > 0)
            notes.Add(Note(table, $"表格中有 {rests.Count} 个单元格的数字被裁去一部分，未读取；请核对原文件。",
                $"{rests.Count} cells of the table hold numbers of which digits are clipped away and were not read; check the file."));
        if (table.Cells.Any(cell => cell.Lines.Any(line => line.Text.Contains(Glyph.Unknown, StringComparison.Ordinal))))
            notes.Add(Note(table, "表格所用字体未说明字符编码，部分文字无法读取；请用文字可以复制的版本。",
                "The font of the table does not say which characters its letters are, so some could not be read; use a version whose text can be copied."));
        HashSet<CellInk> unclear = [.. cut, .. leftOut, .. narrow, .. rests];
        if (unclear.Count == 0)
            return (table, notes.ToImmutable());
        return (table with { Cells = [.. table.Cells.Select(cell => unclear.Contains(cell) ? cell with { IsUnclear = true } : cell)] }, notes.ToImmutable());
    }

    /// <summary>Programs cut a wide table at the page's edge, within a rule's thickness, and close it there (LibreOffice).</summary>
    private const double Edge = 1;

    /// <summary>The cell ends on the edge. A table that goes on beyond it is in the file as a whole.</summary>
    private static bool IsAtEdge(CellInk cell, PageInk page) => Math.Abs(cell.Place.Box!.Value.Right - page.Width) <= Edge;

    /// <summary>So many beside each other are columns; one is a gap between two borders that were meant to be one.</summary>
    private const int FewestNarrow = 3;

    /// <summary>Empty cells narrower than the letters of their table (LibreOffice squeezes columns that have no width of their own, and prints nothing in them).</summary>
    private static HashSet<CellInk> TooNarrow(TableInk table)
    {
        if (table.Spans != SpanFidelity.Ruled || table.Cells.All(cell => cell.IsEmpty)) return [];
        var size = table.Cells.Where(cell => !cell.IsEmpty).Min(cell => cell.Lines[0].Size);
        return [.. table.Cells.Where(cell => cell.IsEmpty && cell.Place.Box!.Value.Width < size).GroupBy(cell => cell.Span.Row).Where(row => row.Count() >= FewestNarrow).SelectMany(row => row)];
    }

    private static bool Holds(Box cell, Box digit)
    {
        var (x, y) = ((digit.Left + digit.Right) / 2, (digit.Top + digit.Bottom) / 2);
        return x >= cell.Left && x < cell.Right && y >= cell.Top && y < cell.Bottom;
    }

    /// <summary>A page's margin that cuts a table's first column cuts its digits too: most of such a digit stands before the table.</summary>
    private static bool RunsOver(CellInk cell, TableInk table, Box digit) =>
        cell.Span.Column == 0 && cell.Place.Box is { } box && digit.Right > box.Left && (digit.Left + digit.Right) / 2 < box.Left && Holds(box with { Left = digit.Left }, digit) && table.Spans == SpanFidelity.Ruled;

    private static ReadingNote Note(TableInk table, string zh, string en) => new("RI901", new Message(zh, en), table.Place);
}
