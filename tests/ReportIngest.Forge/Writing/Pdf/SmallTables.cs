namespace ReportIngest.Forge.Writing.Pdf;

/// <summary>Two tables of the office's own side by side: where information was published, and by what means it was explained.</summary>
internal static class SmallTables
{
    // Between the two: wider than any gap between columns of one table.
    private const double Gap = 40;

    public static void Draw(Pages pages, PdfStyle style)
    {
        var width = (style.Body - Gap) / 2;
        var top = pages.Y;
        PdfTable.Draw(pages, Of("发布渠道", "条数", ("门户网站", "214"), ("政务新媒体", "96")), style, PdfStyle.Margin, width);
        // The second begins as high as the first, or, where that went to a new page, below it.
        if (pages.Y > top) pages.Y = top;
        PdfTable.Draw(pages, Of("解读形式", "篇数", ("文字", "12"), ("图表", "5")), style, PdfStyle.Margin + width + Gap, width);
    }

    private static Sheet Of(string left, string right, params (string Label, string Number)[] rows) => new(1, 1 + rows.Length, 2, 1,
    [
        new SheetCell(0, 0, 1, 1, left, CellRole.Header), new SheetCell(0, 1, 1, 1, right, CellRole.Header),
        .. rows.SelectMany((row, i) => new[]
        {
            new SheetCell(1 + i, 0, 1, 1, row.Label, CellRole.RowLabel), new SheetCell(1 + i, 1, 1, 1, row.Number, CellRole.Value),
        }),
    ]);
}
