using System.Collections.Immutable;
using System.Runtime.InteropServices;
using ReportIngest.Documents;

namespace ReportIngest.Reading.Pdf;

/// <summary>A cell of a table that is not finished: its lines are still lines, because a cell that a page break cut has more of them on the next page.</summary>
internal sealed record CellInk(Span Span, ImmutableArray<Line> Lines, double Width, Place Place)
{
    public string Text => IsUnclear ? Cell.Unclear : Wrapping.Join(Lines, Width);

    public bool IsEmpty => Lines.IsEmpty;

    /// <summary>What stands in it is not known.</summary>
    public bool IsUnclear { get; init; }
}

/// <summary>A table, or a part of one that a page break cut, with the letters in its cells.</summary>
/// <param name="Xs">The column borders on the page where the table begins.</param>
internal sealed record TableInk(ImmutableArray<double> Xs, int Rows, ImmutableArray<CellInk> Cells, SpanFidelity Spans, Place Place)
{
    public int Columns => Xs.Length - 1;

    /// <summary>Puts each letter into the cell that holds its centre.</summary>
    public static TableInk Of(Lattice lattice, IEnumerable<Glyph> glyphs, int page)
    {
        var letters = new List<Glyph>?[lattice.Cells.Length];
        foreach (var glyph in glyphs)
            if (lattice.At(glyph.X, glyph.Y) is var cell and >= 0)
                (letters[cell] ??= []).Add(glyph);
        return new TableInk(
            lattice.Xs, lattice.Rows,
            [.. lattice.Cells.Select((cell, i) => ToInk(cell, lattice.BoxOf(cell), letters[i] ?? [], page))],
            SpanFidelity.Ruled, new Place(page, lattice.Box));
    }

    private static CellInk ToInk(Span cell, Box box, List<Glyph> letters, int page)
    {
        var turned = letters.Count > 0 && letters.TrueForAll(letter => letter.Turn % 2 == 1);
        return new CellInk(cell, Pdf.Lines.Of(CollectionsMarshal.AsSpan(letters)), turned ? box.Height : box.Width, new Place(page, box));
    }

    public Table ToTable() => new(Rows, Columns, [.. Cells.OrderBy(cell => (cell.Span.Row, cell.Span.Column)).Select(ToCell)], Spans, Place);

    private static Cell ToCell(CellInk cell) => new(
        cell.Span.Row, cell.Span.Column, cell.Span.EndRow - cell.Span.Row, cell.Span.EndColumn - cell.Span.Column, cell.Text, cell.Place);
}
