using System.Collections.Immutable;
using System.Text;
using ReportIngest.Documents;

namespace ReportIngest.Reading.Text;

/// <summary>The finest grid of a drawing: its columns between joints, its bands of lines between rules.</summary>
internal sealed class DrawnGrid
{
    /// <summary>The rules of a table with one below its header and none between its rows (as databases print): top, header, bottom.</summary>
    private const int RulesWithoutRowRules = 3;

    private readonly ImmutableArray<DrawnLine> _lines;
    private readonly ImmutableArray<int> _columns;
    private readonly ImmutableArray<Band> _bands;

    private DrawnGrid(ImmutableArray<DrawnLine> lines, ImmutableArray<int> columns, ImmutableArray<Band> bands) =>
        (_lines, _columns, _bands) = (lines, columns, bands);

    /// <summary>Lines of text from <paramref name="First"/> to before <paramref name="End"/>; above them the line of a rule, or none (null) where rows follow without one.</summary>
    private readonly record struct Band(int First, int End, int? Rule);

    private int Rows => _bands.Length;

    private int Columns => _columns.Length - 1;

    /// <summary>Null where the lines draw no grid of at least two columns: a box around prose is none.</summary>
    public static DrawnGrid? Of(ImmutableArray<DrawnLine> lines, Limits limits)
    {
        ImmutableArray<int> columns = [.. lines.SelectMany(line => line.Joints).Distinct().Order()];
        var bands = Bands(lines);
        if (columns.Length < 3 || bands.IsEmpty) return null;
        TextTables.CheckCells((long)(columns.Length - 1) * bands.Length, limits);
        return new DrawnGrid(lines, columns, bands);
    }

    /// <summary>Null where the strokes do not meet, so that a character would be in no cell or a stroke in a cell.</summary>
    public Table? Table()
    {
        if (!Enumerable.Range(0, _lines.Length).All(at => _lines[at].IsRule || IsStraight(_lines[at]))) return null;

        var cells = ImmutableArray.CreateBuilder<Cell>();
        var taken = new bool[Rows, Columns];
        for (var row = 0; row < Rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                if (!taken[row, column]) cells.Add(Cell(row, column, taken));
            }
        }

        return IsComplete(cells) ? new Table(Rows, Columns, cells.DrainToImmutable(), SpanFidelity.Ruled, default) : null;
    }

    private static ImmutableArray<Band> Bands(ImmutableArray<DrawnLine> lines)
    {
        var bands = ImmutableArray.CreateBuilder<Band>();
        int? rule = null;
        for (var at = 0; at < lines.Length;)
        {
            if (lines[at].IsRule)
            {
                rule = at++;
                continue;
            }

            var first = at;
            while (at < lines.Length && !lines[at].IsRule) at++;
            bands.Add(new Band(first, at, rule));
        }

        if (bands.Count == 0 || lines.Count(line => line.IsRule) > RulesWithoutRowRules) return bands.ToImmutable();
        var last = bands[^1];
        bands.RemoveAt(bands.Count - 1);
        bands.AddRange(Enumerable.Range(last.First, last.End - last.First).Select(at => new Band(at, at + 1, at == last.First ? last.Rule : null)));
        return bands.ToImmutable();
    }

    /// <summary>A pipe beside the columns is text where all the columns have theirs too; else the line is out of step with the rules.</summary>
    private bool IsStraight(DrawnLine line) =>
        line.StrokeAt(_columns[0]) == Stroke.Vertical
        && line.StrokeAt(_columns[^1]) == Stroke.Vertical
        && (_columns.All(column => line.StrokeAt(column) == Stroke.Vertical) || line.Marks.All(mark => mark.Stroke != Stroke.Vertical || _columns.BinarySearch(mark.Column) >= 0))
        && line.Marks.All(mark => Rune.IsWhiteSpace(mark.Rune) || (mark.Column >= _columns[0] && mark.Column <= _columns[^1]));

    private Cell Cell(int row, int column, bool[,] taken)
    {
        var right = column + 1;
        while (right < Columns && !taken[row, right] && !HasLeftEdge(row, right)) right++;
        var bottom = row + 1;
        while (bottom < Rows && Continues(bottom, column, right)) bottom++;

        for (var r = row; r < bottom; r++)
        {
            for (var c = column; c < right; c++) taken[r, c] = true;
        }

        return new Cell(row, column, bottom - row, right - column, Text(row, bottom, column, right), default);
    }

    /// <summary>The band has no rule above, and the same edges as the one above it.</summary>
    private bool Continues(int row, int column, int right)
    {
        if (!HasLeftEdge(row, column) || (right < Columns && !HasLeftEdge(row, right))) return false;
        for (var c = column; c < right; c++)
        {
            if (HasTopEdge(row, c) || (c > column && HasLeftEdge(row, c))) return false;
        }

        return true;
    }

    private bool HasLeftEdge(int row, int column)
    {
        for (var at = _bands[row].First; at < _bands[row].End; at++)
        {
            if (_lines[at].StrokeAt(_columns[column]) != Stroke.Vertical) return false;
        }

        return true;
    }

    private bool HasTopEdge(int row, int column)
    {
        if (_bands[row].Rule is not { } rule) return true;
        var piece = _lines[rule].Between(_columns[column], _columns[column + 1]);
        foreach (var mark in piece)
        {
            if (mark.Stroke != Stroke.Horizontal) return false;
        }

        return !piece.IsEmpty;
    }

    /// <summary>Also the text beside a rule that ends at the cell: a merged cell's text is often centred, and stands there.</summary>
    private string Text(int row, int bottom, int column, int right)
    {
        var lines = new List<string>();
        for (var at = _bands[row].First; at < _bands[bottom - 1].End; at++)
        {
            var text = new StringBuilder();
            foreach (var mark in _lines[at].Between(_columns[column], _columns[right])) text.Append(mark.Rune);
            if (text.ToString().Trim() is { Length: > 0 } line) lines.Add(line);
        }

        return string.Join('\n', lines);
    }

    /// <summary>Beside a rule that is no straight one, text may stand where no cell reaches. Strokes that are text are left out of both counts.</summary>
    private bool IsComplete(IEnumerable<Cell> cells)
    {
        var signs = _lines.SelectMany(line => line.Marks).Where(mark => mark.Stroke != Stroke.None).Select(mark => mark.Rune).ToHashSet();
        bool IsText(Rune rune) => !Rune.IsWhiteSpace(rune) && !signs.Contains(rune);
        return _lines.Sum(line => line.Marks.Count(mark => IsText(mark.Rune))) == cells.Sum(cell => cell.Text.EnumerateRunes().Count(IsText));
    }
}
