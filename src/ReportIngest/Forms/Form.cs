using System.Collections.Immutable;
using System.Runtime.CompilerServices;

namespace ReportIngest.Forms;

/// <summary>One edition of the official form: its grids, and what follows from them. Built from <c>Editions/*.json</c> by <see cref="FormCatalog"/>.</summary>
/// <param name="Edition"><c>2021</c> or <c>2019</c>.</param>
/// <param name="Instrument">The notice that prescribes the form.</param>
/// <param name="Indicators">Every value cell in the order of the schema.</param>
/// <param name="Identities">Every equation of every grid, written out for each row or column it holds for.</param>
public sealed record Form(
    string Edition,
    string Instrument,
    ImmutableArray<Grid> Grids,
    ImmutableArray<Indicator> Indicators,
    ImmutableArray<Identity> Identities)
{
    private readonly Dictionary<string, Indicator> _byCode = Indicators.ToDictionary(indicator => indicator.Code);

    /// <summary>Null for a code that the edition does not have.</summary>
    public Indicator? Find(string code) => _byCode.GetValueOrDefault(code);
}

/// <summary>
/// A block of value cells that share columns. Table two is a grid for each clause of article 20, tables three and four are one each.
/// A grid whose only row has no label (table four) has one <see cref="Row"/> with an empty key.
/// </summary>
/// <param name="Section">The section of the report the grid stands in: 2, 3 or 4; also the number of its table.</param>
/// <param name="Caption">The full-width caption row above the grid, or null.</param>
public sealed record Grid(
    string Key,
    int Section,
    string? Caption,
    ImmutableArray<Column> Columns,
    ImmutableArray<Row> Rows,
    ImmutableArray<Equation> Equations)
{
    /// <summary>A part of a form is made once, with it: two are equal when they are one. So are columns, rows and indicators.</summary>
    public bool Equals(Grid? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <param name="Label">Header path from the outermost header to the leaf.</param>
/// <param name="Variants">Other ways the leaf is printed.</param>
/// <param name="Outer">A header printed above the path that the schema leaves out (申请人情况), or null.</param>
public sealed record Column(
    string Key, ImmutableArray<string> Label, IndicatorKind Kind, string Unit, ImmutableArray<string> Variants, string? Outer)
{
    public bool Equals(Column? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <param name="Label">Label path from the outermost row label to the leaf; empty where the form prints none.</param>
/// <param name="Anchor">A part of the leaf label that no other label of the form contains, or null where there is none (总计, 其他).</param>
/// <param name="Variants">Other ways the leaf is printed.</param>
/// <param name="Article">The article of the 条例 the row goes back to, where it does.</param>
public sealed record Row(string Key, ImmutableArray<string> Label, string? Anchor, ImmutableArray<string> Variants, string? Article)
{
    public bool Equals(Row? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);
}

/// <summary>A sum the form prescribes, such as <c>new + carried_in = result.total + carried_out</c>, and the rule that judges it.</summary>
/// <param name="Text">Keys of rows (<see cref="Axis.Column"/>: one identity a column) or of columns (<see cref="Axis.Row"/>: one a row).</param>
public sealed record Equation(string Rule, Axis Per, string Text);

public enum Axis { Row, Column }

public enum IndicatorKind
{
    /// <summary>A whole number, not negative.</summary>
    Count,

    /// <summary>A whole number of either sign (本年增/减).</summary>
    Change,

    /// <summary>Money, in 万元.</summary>
    Amount,
}

public static class IndicatorKinds
{
    public static bool MayBeNegative(this IndicatorKind kind) => kind == IndicatorKind.Change;

    public static bool MayHaveFraction(this IndicatorKind kind) => kind == IndicatorKind.Amount;

    /// <summary>Whether a cell of this kind may hold <paramref name="number"/>.</summary>
    public static bool Allows(this IndicatorKind kind, decimal number) =>
        (number >= 0 || kind.MayBeNegative()) && (decimal.IsInteger(number) || kind.MayHaveFraction());
}

/// <summary>One value cell of the form. Code, row, column, kind and unit are the common schema's.</summary>
/// <param name="Number">Its place, from 0, in <see cref="Form.Indicators"/>.</param>
public sealed record Indicator(int Number, string Code, Grid Grid, Row Row, Column Column)
{
    public bool Equals(Indicator? other) => ReferenceEquals(this, other);

    public override int GetHashCode() => RuntimeHelpers.GetHashCode(this);

    public int Section => Grid.Section;

    public IndicatorKind Kind => Column.Kind;

    public string Unit => Column.Unit;

    /// <summary>The row's label path as the schema prints it: the grid's caption first; for a row without labels, the headers above the leaf.</summary>
    public string RowLabel => string.Join(" > ", Row.Label.IsEmpty ? Column.Label[..^1] : Grid.Caption is null ? Row.Label : [Grid.Caption, .. Row.Label]);

    public string ColumnLabel => string.Join(" > ", Row.Label.IsEmpty ? Column.Label[^1..] : Column.Label);
}

/// <summary>An equation written out over indicators: Σ <paramref name="Left"/> = Σ <paramref name="Right"/>.</summary>
public sealed record Identity(Equation Equation, ImmutableArray<Indicator> Left, ImmutableArray<Indicator> Right)
{
    public string Rule => Equation.Rule;

    public IEnumerable<Indicator> Indicators => Left.Concat(Right);
}
