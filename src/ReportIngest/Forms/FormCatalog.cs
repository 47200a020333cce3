using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReportIngest.Forms;

/// <summary>The editions of the form, newest first. They are data: <c>Editions/*.json</c>.</summary>
public static class FormCatalog
{
    public static Form Edition2021 { get; } = Load("2021");

    public static Form Edition2019 { get; } = Load("2019");

    public static ImmutableArray<Form> All { get; } = [Edition2021, Edition2019];

    public static Form? Find(string edition)
    {
        foreach (var form in All)
        {
            if (form.Edition == edition) return form;
        }

        return null;
    }

    private static Form Load(string edition)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"editions/{edition}.json")!;
        var data = JsonSerializer.Deserialize(stream, EditionJson.Default.EditionData)!;
        var grids = data.Grids.Select(ToGrid).ToImmutableArray();
        ImmutableArray<Indicator> indicators = [.. CellsOf(grids).Select((cell, number) => new Indicator(number, Code(cell.Row, cell.Column), cell.Grid, cell.Row, cell.Column))];
        return new Form(data.Edition, data.Instrument, grids, indicators, [.. grids.SelectMany(grid => IdentitiesOf(grid, indicators))]);
    }

    private static Grid ToGrid(GridData data) => new(
        data.Key,
        data.Section,
        data.Caption,
        [.. data.Columns.Select(column => new Column(column.Key, [.. column.Label], Enum.Parse<IndicatorKind>(column.Kind, ignoreCase: true), column.Unit, [.. column.Variants ?? []], column.Outer))],
        [.. data.Rows.Select(row => new Row(row.Key, [.. row.Label], row.Anchor, [.. row.Variants ?? []], row.Article))],
        [.. (data.Equations ?? []).Select(equation => new Equation(equation.Rule, Enum.Parse<Axis>(equation.Per, ignoreCase: true), equation.Text))]);

    private static IEnumerable<(Grid Grid, Row Row, Column Column)> CellsOf(ImmutableArray<Grid> grids) =>
        from grid in grids from row in grid.Rows from column in grid.Columns select (grid, row, column);

    private static string Code(Row row, Column column) => row.Key.Length == 0 ? column.Key : $"{row.Key}.{column.Key}";

    private static IEnumerable<Identity> IdentitiesOf(Grid grid, ImmutableArray<Indicator> indicators)
    {
        foreach (var equation in grid.Equations)
        {
            var sides = equation.Text.Split(" = ").Select(side => side.Split(" + ")).ToArray();
            if (equation.Per == Axis.Column)
            {
                foreach (var column in grid.Columns)
                    yield return new Identity(equation, Rows(sides[0], column), Rows(sides[1], column));
            }
            else
            {
                foreach (var row in grid.Rows)
                    yield return new Identity(equation, Columns(sides[0], row), Columns(sides[1], row));
            }
        }

        ImmutableArray<Indicator> Rows(string[] keys, Column column) =>
            [.. keys.Select(key => indicators.Single(cell => cell.Column == column && cell.Row.Key == key))];

        ImmutableArray<Indicator> Columns(string[] keys, Row row) =>
            [.. keys.Select(key => indicators.Single(cell => cell.Row == row && cell.Column.Key == key))];
    }
}

internal sealed record EditionData(string Edition, string Instrument, GridData[] Grids);

internal sealed record GridData(string Key, int Section, string? Caption, ColumnData[] Columns, RowData[] Rows, EquationData[]? Equations);

internal sealed record ColumnData(string Key, string[] Label, string Kind, string Unit, string[]? Variants, string? Outer);

internal sealed record RowData(string Key, string[] Label, string? Anchor, string[]? Variants, string? Article);

internal sealed record EquationData(string Rule, string Per, string Text);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(EditionData))]
internal sealed partial class EditionJson : JsonSerializerContext;
