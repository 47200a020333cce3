using System.Collections.Immutable;

namespace ReportIngest.Forms;

/// <summary>Which column of the form stands where, as the header rows of a table say it.</summary>
/// <param name="Order">The form's columns from left to right.</param>
/// <param name="Positions">The range of grid columns of each, in the same order; empty where spans are lost and only the order is known.</param>
/// <param name="Extras">Ranges under a header that the form does not have.</param>
/// <param name="Named">Every column of the grid was found by its label. If not, the order is the form's own and must be confirmed by equations.</param>
/// <param name="Countable">No column that the form lacks stands between its own: a row of as many values as the form has columns can be laid by their order.</param>
/// <param name="Guessed">Columns whose header is only like the form's: the one that was missing stands there under a misprint.</param>
internal sealed record Header(
    ImmutableArray<Column> Order, ImmutableArray<Range> Positions, ImmutableArray<ExtraColumn> Extras, bool Named, bool Countable, ImmutableArray<Column> Guessed)
{
    public bool Positional => !Positions.IsEmpty;

    /// <summary>The same columns for a table with other positions: a continuation whose grid is not the header's.</summary>
    public Header WithoutPositions() => this with { Positions = [], Extras = [] };

    public static Header Assumed(Grid grid) => new(grid.Columns, [], [], Named: false, Countable: true, []);
}

internal sealed record ExtraColumn(Range Columns, string Label);
