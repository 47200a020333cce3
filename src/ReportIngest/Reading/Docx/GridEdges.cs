namespace ReportIngest.Reading.Docx;

/// <summary>
/// Edges of a table's grid that nobody sees apart: a border dragged by hand stops a few twips beside the one it was meant to meet,
/// and the file then has a column between them.
/// </summary>
internal static class GridEdges
{
    /// <summary>
    /// Twips. A digit is half an em wide, in 六号 (7.5 pt, the smallest size that tables of the form are set in) 75 twips:
    /// what is narrower holds nothing that can be read.
    /// </summary>
    private const int DigitWidth = 75;

    /// <summary>
    /// For each edge that coincides with one on its left, that one. No cell is lost and none overlaps another: the order of the edges stays,
    /// and none are joined where a cell is that narrow itself. Such a cell says that the widths are not those shown (some programs write ones).
    /// </summary>
    /// <param name="cells">Where the cells of all rows start and end.</param>
    /// <param name="widths">Of the columns as far as they are known, in twips; 0 where one is not.</param>
    public static Dictionary<int, int> Coinciding(IReadOnlyCollection<(int Start, int End)> cells, IReadOnlyList<int> widths)
    {
        var coinciding = new Dictionary<int, int>();
        if (cells.Any(cell => AreClose(cell.Start, cell.End, widths))) return coinciding;
        int? left = null;
        foreach (var edge in new SortedSet<int>(cells.SelectMany(cell => (int[])[cell.Start, cell.End])))
        {
            if (left is { } known && AreClose(known, edge, widths)) coinciding[edge] = known;
            else left = edge;
        }

        return coinciding;
    }

    private static bool AreClose(int left, int right, IReadOnlyList<int> widths)
    {
        var distance = 0;
        for (var column = left; column < right; column++)
        {
            if (column >= widths.Count || widths[column] <= 0 || widths[column] >= DigitWidth - distance) return false;
            distance += widths[column];
        }

        return true;
    }
}
