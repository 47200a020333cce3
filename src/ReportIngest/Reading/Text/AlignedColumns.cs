namespace ReportIngest.Reading.Text;

/// <summary>A piece of a line and the columns of a terminal that it takes, from <paramref name="Left"/> to before <paramref name="Right"/>.</summary>
internal readonly record struct Piece(string Text, int Left, int Right);

/// <summary>Columns that pieces of lines stand in: intervals that do not touch, from left to right.</summary>
internal sealed class AlignedColumns
{
    private readonly List<int> _lefts = [];
    private readonly List<int> _rights = [];

    public int Count => _lefts.Count;

    /// <summary>
    /// Narrow pieces tell the columns; a wide one that lies over several is a heading or a label across them, and tells nothing.
    /// </summary>
    public static AlignedColumns Of(IEnumerable<Piece> pieces)
    {
        var columns = new AlignedColumns();
        foreach (var piece in pieces.OrderBy(piece => piece.Right - piece.Left).ThenBy(piece => piece.Left))
            columns.Take(piece);
        return columns;
    }

    /// <summary>The place behind a column.</summary>
    public int RightOf(int column) => _rights[column];

    /// <summary>The first and the last column that <paramref name="piece"/> lies over; the last is before the first where it lies over none.</summary>
    public (int First, int Last) Covered(Piece piece)
    {
        var first = _rights.BinarySearch(piece.Left);
        first = first < 0 ? ~first : first + 1;
        var last = _lefts.BinarySearch(piece.Right);
        last = last < 0 ? ~last - 1 : last - 1;
        return (first, last);
    }

    private void Take(Piece piece)
    {
        var (first, last) = Covered(piece);
        if (last < first)
        {
            _lefts.Insert(first, piece.Left);
            _rights.Insert(first, piece.Right);
        }
        else if (last == first)
        {
            _lefts[first] = Math.Min(_lefts[first], piece.Left);
            _rights[first] = Math.Max(_rights[first], piece.Right);
        }
    }
}
