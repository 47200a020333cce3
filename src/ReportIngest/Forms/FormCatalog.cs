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

    public static Form? Find(string edition) => All.FirstOrDefault(form => form.Edition == edition);

    private static Form Load(string edition)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"editions/{edition}.json")!;
        var data = JsonSerializer.Deserialize(stream, EditionJson.Default.EditionData)!;
        var grids = data.Grids.Select(ToGrid).ToImmutableArray();
        return new Form(
            data.Edition, data.Instrument, grids, [.. grids.SelectMany(IndicatorsOf)], [.. grids.SelectMany(IdentitiesOf)]);
    }

    private static Grid ToGrid(GridData data) => new(
        data.Key,
        data.Section,
        data.Caption,
        [.. data.Columns.Select(column => new Column(column.Key, [.. column.Label], Enum.Parse<IndicatorKind>(column.Kind, ignoreCase: true), column.Unit, [.. column.Variants ?? []], column.Outer))],
        [.. data.Rows.Select(row => new Row(row.Key, [.. row.Label], row.Anchor, [.. row.Variants ?? []], row.Article))],
        [.. (data.Equations ?? []).Select(equation => new Equation(equation.Rule, Enum.Parse<Axis>(equation.Per, ignoreCase: true), equation.Text))]);

    private static IEnumerable<Indicator> IndicatorsOf(Grid grid) =>
        from row in grid.Rows from column in grid.Columns select IndicatorOf(grid, row, column);

    private static Indicator IndicatorOf(Grid grid, Row row, Column column) =>
        new(row.Key.Length == 0 ? column.Key : $"{row.Key}.{column.Key}", grid, row, column);

    private static IEnumerable<Identity> IdentitiesOf(Grid grid)
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
            [.. keys.Select(key => IndicatorOf(grid, grid.Rows.Single(row => row.Key == key), column))];

        ImmutableArray<Indicator> Columns(string[] keys, Row row) =>
            [.. keys.Select(key => IndicatorOf(grid, row, grid.Columns.Single(column => column.Key == key)))];
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
