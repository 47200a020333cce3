using System.Collections.Immutable;

namespace ReportIngest.Forms;

/// <summary>A row of the form in its grid, with what belongs to it. There is one of each row in its <see cref="FormLabels"/>.</summary>
/// <param name="index">Among the rows of the grid.</param>
internal sealed class RowLabel(Form form, Grid grid, Row row, int index)
{
    private readonly ImmutableArray<Indicator> _indicators = [.. form.Indicators.Where(indicator => indicator.Row == row)];

    public Grid Grid => grid;

    public Row Row => row;

    public int Index => index;

    /// <summary>The keys of the labels above its own: 其他处理, 本年度办理结果.</summary>
    public ImmutableArray<string> Groups { get; } = [.. row.Label.SkipLast(1).Select(label => Labels.Key(label))];

    /// <summary>The keys of its own label and of other ways to print it; none where the form prints no label.</summary>
    public ImmutableArray<string> Keys { get; } = row.Label.IsEmpty ? [] : [.. row.Variants.Add(row.Label[^1]).SelectMany(text => new[] { Labels.Key(text), Labels.KeyOutsideBrackets(text) }).Distinct()];

    /// <summary>The identities along the row.</summary>
    public ImmutableArray<Identity> Sums { get; } = [.. form.Identities.Where(identity => identity.Equation.Per == Axis.Row && identity.Left[0].Row == row)];

    /// <summary>The row's indicator in a column of its grid.</summary>
    public Indicator In(Column column)
    {
        foreach (var indicator in _indicators)
        {
            if (indicator.Column == column) return indicator;
        }

        throw new ArgumentException($"{column.Key} is no column of {grid.Key}.", nameof(column));
    }
}

/// <summary>A column of the form in its grid; the same header over two grids (本年处理决定数量) gives two.</summary>
internal sealed record ColumnLabel(Grid Grid, Column Column);
