using System.Collections.Immutable;
using CsCheck;
using ReportIngest.Reading;
using ReportIngest.Reading.Pdf;

namespace ReportIngest.Tests.Reading.Pdf;

public class RuledTablesTests
{
    private static Rule R(double at, double from, double to) => new(at, from, to);

    /// <summary>Letters of 10 pt, one after another, the first centred on x.</summary>
    internal static IEnumerable<Glyph> Letters(string text, double x, double y) =>
        text.Select((c, i) => new Glyph(c.ToString(), new Box(x - 5 + i * 10, y - 5, x + 5 + i * 10, y + 5), 10));

    private static Lattice Single(Rulings rulings, params IEnumerable<Glyph> glyphs) =>
        Assert.Single(RuledTables.Find(rulings, [.. glyphs], 1000));

    [Fact]
    public void A_missing_piece_of_rule_merges_two_cells()
    {
        var lattice = Single(new Rulings([R(0, 0, 100), R(20, 0, 100), R(40, 0, 100)], [R(0, 0, 40), R(50, 20, 40), R(100, 0, 40)]));

        Assert.Equal([new Span(0, 0, 1, 2), new Span(1, 0, 2, 1), new Span(1, 1, 2, 2)], lattice.Cells);
    }

    [Fact]
    public void A_side_that_no_rule_touches_bounds_a_merged_cell_that_goes_on_over_both_ends_of_the_page()
    {
        var lattice = Single(new Rulings([R(0, 50, 100), R(20, 50, 100), R(40, 50, 100)], [R(10, 0, 40), R(50, 0, 40), R(100, 0, 40)]));

        Assert.Equal([new Span(0, 0, 2, 1), new Span(0, 1, 1, 2), new Span(1, 1, 2, 2)], lattice.Cells);
        Assert.Equal(1, Single(new Rulings([R(0, 50, 100), R(20, 50, 100), R(40, 50, 100)], [R(10, 0, 30), R(50, 0, 40), R(100, 0, 40)])).Columns);
    }

    [Fact]
    public void Rules_that_miss_their_crossing_by_two_points_still_cross()
    {
        var lattice = Single(new Rulings([R(0, 2, 98), R(20, 2, 98)], [R(0, 2, 18), R(50, 2, 18), R(100, 2, 18)]));

        Assert.Equal((1, 2), (lattice.Rows, lattice.Columns));
    }

    [Fact]
    public void A_stub_that_reaches_no_second_rule_bounds_nothing()
    {
        var lattice = Single(new Rulings([R(0, 0, 100), R(20, 0, 100), R(40, 0, 100)], [R(0, 0, 40), R(30, 0, 6), R(50, 0, 40), R(100, 0, 40)]));

        Assert.Equal(2, lattice.Columns);
    }

    [Fact]
    public void A_rule_through_a_word_bounds_nothing()
    {
        var rulings = new Rulings([R(0, 0, 100), R(20, 0, 100), R(40, 0, 100)], [R(0, 0, 40), R(50, 0, 40), R(100, 0, 40)]);

        Assert.Contains(new Span(0, 0, 1, 2), Single(rulings, Letters("总计", 48, 10)).Cells);
        Assert.Contains(new Span(0, 0, 1, 1), Single(rulings, Letters("12", 48, 10)).Cells);
    }

    [Fact]
    public void A_letter_that_runs_over_a_rule_leaves_the_number_beyond_it_in_its_own_cell()
    {
        var rulings = new Rulings([R(0, 0, 100), R(20, 0, 100), R(40, 0, 100)], [R(0, 0, 40), R(50, 0, 40), R(100, 0, 40)]);

        Assert.Contains(new Span(0, 0, 1, 1), Single(rulings, [.. Letters("情形）", 28, 10), .. Letters("0", 75, 10)]).Cells);
    }

    [Fact]
    public void A_column_without_text_on_a_page_stays_a_column_of_a_table_with_open_sides()
    {
        var rulings = new Rulings([R(0, 0, 90), R(20, 0, 90), R(40, 0, 90)], [R(30, 0, 20), R(60, 0, 20)]);
        var lattice = Single(rulings, [.. Letters("a", 10, 10), .. Letters("b", 40, 10), .. Letters("一二三四五六", 20, 30)]);

        Assert.Contains(new Span(0, 2, 1, 3), lattice.Cells);
    }

    [Fact]
    public void Borders_a_few_points_apart_that_hold_no_cell_are_one()
    {
        var lattice = Single(new Rulings([R(0, 0, 100), R(20, 0, 100), R(40, 0, 100)], [R(0, 0, 40), R(50, 0, 20), R(55, 20, 40), R(100, 0, 40)]));

        Assert.Equal((2, 2), (lattice.Rows, lattice.Columns));
    }

    [Fact]
    public void A_table_without_side_borders_has_its_outer_columns()
    {
        var rulings = new Rulings([R(0, 0, 90), R(20, 0, 90), R(40, 0, 90)], [R(30, 0, 40), R(60, 0, 40)]);

        Assert.Equal(3, Single(rulings, [.. Letters("a", 10, 10), .. Letters("b", 75, 10)]).Columns);
    }

    [Fact]
    public void Full_width_rows_of_a_table_without_side_borders_belong_to_it()
    {
        Rule[] across = [R(0, 0, 90), R(20, 0, 90), R(40, 0, 90), R(60, 0, 90), R(80, 0, 90)];
        var rulings = new Rulings([.. across], [R(30, 20, 40), R(60, 20, 40), R(30, 60, 80), R(60, 60, 80)]);
        var lattice = Single(rulings, [.. Letters("a", 10, 10), .. Letters("b", 10, 30), .. Letters("c", 75, 30), .. Letters("d", 10, 50)]);

        Assert.Equal((4, 3), (lattice.Rows, lattice.Columns));
        Assert.Contains(new Span(2, 0, 3, 3), lattice.Cells);
    }

    [Fact]
    public void A_part_that_ends_without_a_rule_keeps_its_last_row()
    {
        var rulings = new Rulings([R(0, 0, 100), R(20, 0, 100)], [R(0, 0, 38), R(50, 0, 38), R(100, 0, 38)]);

        Assert.Equal(2, Single(rulings, Letters("x", 20, 30)).Rows);
        Assert.Equal(1, Single(rulings).Rows);
    }

    [Fact]
    public void Tables_side_by_side_are_two()
    {
        var rulings = new Rulings(
            [R(0, 0, 100), R(20, 0, 100), R(0, 120, 220), R(20, 120, 220)],
            [R(0, 0, 20), R(50, 0, 20), R(100, 0, 20), R(120, 0, 20), R(170, 0, 20), R(220, 0, 20)]);

        Assert.Equal(2, RuledTables.Find(rulings, [], 1000).Length);
    }

    [Fact]
    public void A_grid_larger_than_the_limit_is_refused()
    {
        var rules = Enumerable.Range(0, 12).Select(i => R(i * 10, 0, 110)).ToImmutableArray();

        var refused = Assert.Throws<UnreadableException>(() => RuledTables.Find(new Rulings(rules, rules), [], 100));
        Assert.Equal(UnreadableReason.TooLarge, refused.Reason);
    }

    /// <summary>Any way to tile a grid with cells, drawn as rules piece by piece, is read back as the same cells.</summary>
    [Fact]
    public void Rules_drawn_around_merged_cells_give_the_same_cells()
    {
        Grids.Sample(cells =>
        {
            var lattice = Single(Draw(cells));
            Assert.Equal(Compact(cells), lattice.Cells.Order(Comparer<Span>.Create((a, b) => (a.Row, a.Column).CompareTo((b.Row, b.Column)))));
        });
    }

    private const int Size = 5;

    private static readonly Gen<ImmutableArray<Span>> Grids =
        Gen.Select(Gen.Int[1, 3], Gen.Int[1, 3]).Array[Size * Size].Select(wishes => Tile(wishes));

    private static ImmutableArray<Span> Tile((int Rows, int Columns)[] wishes)
    {
        var taken = new bool[Size, Size];
        var cells = ImmutableArray.CreateBuilder<Span>();
        for (var i = 0; i < Size * Size; i++)
        {
            var (row, column) = (i / Size, i % Size);
            if (taken[row, column])
                continue;
            var endColumn = column + 1;
            while (endColumn < Math.Min(Size, column + wishes[i].Columns) && !taken[row, endColumn])
                endColumn++;
            var endRow = Math.Min(Size, row + wishes[i].Rows);
            for (var r = row; r < endRow; r++)
                for (var c = column; c < endColumn; c++)
                    taken[r, c] = true;
            cells.Add(new Span(row, column, endRow, endColumn));
        }
        return cells.ToImmutable();
    }

    private static Rulings Draw(ImmutableArray<Span> cells) => Rulings.Of([.. cells.SelectMany(cell =>
    {
        var (left, top, right, bottom) = (cell.Column * 30.0, cell.Row * 20.0, cell.EndColumn * 30.0, cell.EndRow * 20.0);
        return new[] { new Box(left, top, right, top), new Box(left, bottom, right, bottom), new Box(left, top, left, bottom), new Box(right, top, right, bottom) };
    })]);

    /// <summary>A border at which no cell ends cannot be seen: grid positions without one are not there.</summary>
    private static List<Span> Compact(ImmutableArray<Span> cells)
    {
        var rows = cells.Select(cell => cell.EndRow).Append(0).Distinct().Order().ToList();
        var columns = cells.Select(cell => cell.EndColumn).Append(0).Distinct().Order().ToList();
        return [.. cells.Select(cell => new Span(rows.IndexOf(cell.Row), columns.IndexOf(cell.Column), rows.IndexOf(cell.EndRow), columns.IndexOf(cell.EndColumn)))
            .OrderBy(cell => (cell.Row, cell.Column))];
    }
}
