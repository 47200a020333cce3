namespace ReportIngest.Forge.Writing.Pdf;

/// <summary>Draws a sheet; where the page ends a row's rule, the rest goes on the next page and merged cells are cut.</summary>
internal sealed class PdfTable
{
    private readonly Pages _pages;
    private readonly Sheet _sheet;
    private readonly PdfStyle _style;
    private readonly double[] _left;
    private readonly double[] _heights;
    private readonly Dictionary<SheetCell, List<string>> _unprinted;

    private PdfTable(Pages pages, Sheet sheet, PdfStyle style, double left, double width)
    {
        (_pages, _sheet, _style) = (pages, sheet, style);
        _left = Lefts(sheet, style, left, width);
        _unprinted = sheet.Cells.ToDictionary(cell => cell, Broken);
        _heights = Heights();
    }

    public static void Draw(Pages pages, Sheet sheet, PdfStyle style, double left, double width) =>
        new PdfTable(pages, sheet, style, left, width).Draw();

    private double LineHeight => _style.CellFont * 1.3;

    private void Draw()
    {
        _pages.Y += LineHeight;
        var head = _style.RepeatedHeader ? _sheet.HeaderRows : 0;
        // A header that is repeated is kept together with the row below it.
        if (_pages.Y + _heights.Take(head + 1).Sum() > _pages.Bottom) _pages.Break();
        for (var row = 0; row < _sheet.Rows;)
        {
            var end = row;
            var height = 0.0;
            while (end < _sheet.Rows && _pages.Y + height + _heights[end] <= _pages.Bottom && (end == row || !BreaksBefore(end))) height += _heights[end++];
            DrawPart(row, end);
            row = end;
            if (row == _sheet.Rows) break;
            _pages.Break();
            if (head > 0) DrawHeaderAgain(head);
        }

        _pages.Y += LineHeight;
    }

    private bool BreaksBefore(int row) =>
        _style.BreakBefore is { } label && _sheet.Row(row).Any(cell => cell.Text.StartsWith(label, StringComparison.Ordinal));

    private void DrawHeaderAgain(int head)
    {
        foreach (var cell in _sheet.Cells.Where(cell => cell.Row < head)) _unprinted[cell] = Broken(cell);
        DrawPart(0, head);
    }

    /// <summary>The rows from <paramref name="from"/> to before <paramref name="to"/>, at the pages' place.</summary>
    private void DrawPart(int from, int to)
    {
        foreach (var cell in _sheet.Cells.Where(cell => cell.Row < to && cell.EndRow > from))
        {
            int first = Math.Max(cell.Row, from), last = Math.Min(cell.EndRow, to);
            var top = _pages.Y + _heights[from..first].Sum();
            var bottom = top + _heights[first..last].Sum();
            DrawBorder(cell, top, bottom, openAbove: first > cell.Row, openBelow: last < cell.EndRow);
            DrawLines(cell, top, bottom, last < cell.EndRow);
        }

        if (!_style.ClosedParts) DrawCutEdge(from, to);
        _pages.Y += _heights[from..to].Sum();
    }

    private void DrawBorder(SheetCell cell, double top, double bottom, bool openAbove, bool openBelow)
    {
        double left = _left[cell.Column], right = _left[cell.EndColumn];
        if (_style.ClosedParts || !openAbove) _pages.Rule(left, top, right, top);
        if (_style.ClosedParts || !openBelow) _pages.Rule(left, bottom, right, bottom);
        if (!_style.OpenSides || cell.Column > 0) _pages.Rule(left, top, left, bottom);
        if (!_style.OpenSides || cell.EndColumn < _sheet.Columns) _pages.Rule(right, top, right, bottom);
    }

    /// <summary>A merged cell that ends exactly with the page has its lower rule all the same; nothing is drawn twice but that rule.</summary>
    private void DrawCutEdge(int from, int to)
    {
        if (to == _sheet.Rows || from == to) return;
        var bottom = _pages.Y + _heights[from..to].Sum();
        _pages.Rule(_left[0], bottom, _left[^1], bottom);
    }

    private void DrawLines(SheetCell cell, double top, double bottom, bool goesOn)
    {
        var lines = _unprinted[cell];
        var room = Math.Max(1, (int)((bottom - top - 2 * PdfStyle.Padding) / LineHeight + 0.001));
        var count = goesOn ? Math.Min(room, lines.Count) : lines.Count;
        var y = top + (bottom - top - count * LineHeight) / 2;
        foreach (var line in lines.Take(count))
        {
            y += LineHeight;
            var width = Fonts.Width(line, _style.CellFont);
            _pages.Text(line, (_left[cell.Column] + _left[cell.EndColumn] - width) / 2, y - LineHeight * 0.25, _style.CellFont);
        }

        _unprinted[cell] = lines[count..];
    }

    private List<string> Broken(SheetCell cell) => cell.Text.Length == 0 ? [] : IsVertical(cell) ? [.. cell.Text.Select(letter => letter.ToString())] :
        Lines.Break(cell.Text, _style.CellFont, _left[cell.EndColumn] - _left[cell.Column] - 2 * PdfStyle.Padding);

    private bool IsVertical(SheetCell cell) => _style.VerticalLabels && cell.ColumnSpan == 1 && (cell.Role == CellRole.Header
        ? _sheet.Section != 2
        : cell.Role == CellRole.RowLabel && _sheet.Section == 3 && cell.EndColumn < _style.Labels.Length);

    /// <summary>Each row as high as its own cells need; what a merged cell needs more goes to its last row.</summary>
    private double[] Heights()
    {
        var heights = new double[_sheet.Rows];
        foreach (var cell in _sheet.Cells.OrderBy(cell => cell.RowSpan))
        {
            var missing = Math.Max(1, _unprinted[cell].Count) * LineHeight + 2 * PdfStyle.Padding - heights[cell.Row..cell.EndRow].Sum();
            if (missing > 0) heights[cell.EndRow - 1] += missing;
        }

        return heights;
    }

    private static double[] Lefts(Sheet sheet, PdfStyle style, double left, double width)
    {
        var labels = sheet.Section == 3 ? style.Labels : [];
        var others = sheet.Columns - labels.Length;
        var lefts = new double[sheet.Columns + 1];
        lefts[0] = left;
        for (var column = 0; column < sheet.Columns; column++)
            lefts[column + 1] = lefts[column] + width * (column < labels.Length ? labels[column] : (1 - labels.Sum()) / others);
        return lefts;
    }
}
