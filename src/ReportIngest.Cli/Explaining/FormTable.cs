using System.Collections.Immutable;
using ReportIngest.Forms;
using ReportIngest.Reports;
using Spectre.Console;
using Console = Spectre.Console;
using Grid = ReportIngest.Forms.Grid;

namespace ReportIngest.Cli.Explaining;

/// <summary>A grid of the form with a report's values in it, to be read on a terminal.</summary>
internal sealed class FormTable(Marks marks)
{
    /// <summary>Characters of a row label; with it, and cells padded on one side, table three fits into 110 columns.</summary>
    private const int LabelLength = 16;

    public Console.Table Of(Grid grid, IReadOnlyDictionary<string, Field> fields) =>
        grid.Rows is [{ Label.IsEmpty: true }] ? ByHeader(grid, fields) : ByRow(grid, fields);

    private Console.Table ByRow(Grid grid, IReadOnlyDictionary<string, Field> fields)
    {
        var table = Start(grid.Columns.Select(column => column.Label[^1]), grid.Caption ?? "");
        var above = ImmutableArray<string>.Empty;
        // Of another edition's grid, a mixed report has a few rows only.
        var present = fields.Values.Select(field => field.Indicator.Row.Key).ToHashSet();
        foreach (var row in grid.Rows.Where(row => present.Contains(row.Key)))
        {
            foreach (var (depth, label) in row.Label[..^1].Index().Where(level => !above.Take(level.Index + 1).SequenceEqual(row.Label.Take(level.Index + 1))))
                table.AddRow([new Console.Text(Indent(depth) + Short(label, null), new Style(decoration: Decoration.Dim))]);
            above = row.Label;
            table.AddRow([
                new Console.Text(Indent(row.Label.Length - 1) + Short(row.Label[^1], row.Anchor)),
                .. Cells(grid, indicator => indicator.Row.Key == row.Key, fields)]);
        }
        return table;
    }

    /// <summary>Table four: its one row is folded, a line for each header above the leaves.</summary>
    private Console.Table ByHeader(Grid grid, IReadOnlyDictionary<string, Field> fields)
    {
        var blocks = grid.Columns.GroupBy(column => string.Join(" · ", column.Label[..^1])).ToList();
        var table = Start(blocks[0].Select(column => column.Label[^1]), "");
        foreach (var block in blocks)
        {
            var keys = block.Select(column => column.Key).ToHashSet();
            table.AddRow([new Console.Text(block.Key), .. Cells(grid, indicator => keys.Contains(indicator.Column.Key), fields)]);
        }
        return table;
    }

    private static Console.Table Start(IEnumerable<string> columns, string caption)
    {
        var table = new Console.Table().Border(TableBorder.Simple);
        table.AddColumn(new TableColumn(new Console.Text(caption)).NoWrap());
        foreach (var column in columns)
            table.AddColumn(new TableColumn(new Console.Text(WithoutNote(column))).RightAligned().PadLeft(0));
        return table;
    }

    private IEnumerable<Console.Text> Cells(Grid grid, Func<Indicator, bool> isInLine, IReadOnlyDictionary<string, Field> fields) =>
        from indicator in FormCatalog.All.SelectMany(form => form.Indicators)
        where indicator.Grid == grid && isInLine(indicator)
        select Cell(indicator, fields.GetValueOrDefault(indicator.Code));

    private Console.Text Cell(Indicator indicator, Field? field)
    {
        var text = field is null ? "?" : Content(field.Value);
        if (marks.Suggested(indicator) is { } value) return new Console.Text($"!{text}→{Spelling.Number(value)}", new Style(Color.Red, decoration: Decoration.Bold));
        if (marks.IsFaulty(indicator)) return new Console.Text("!" + text, new Style(Color.Red));
        return field?.Value.State is CellState.Reported ? new Console.Text(text) : new Console.Text(text, new Style(Color.Yellow));
    }

    private static string Content(CellValue value) => value.State switch
    {
        CellState.Reported => Spelling.Number(value.Number!.Value),
        CellState.Blank => "·",
        CellState.Missing => "?",
        CellState.Unreadable => $"“{value.Raw}”",
        _ => value.Raw ?? "",
    };

    private static string Indent(int depth) => new(' ', depth * 2);

    /// <summary>A long label is cut to the part that tells it from the others (<paramref name="anchor"/>), with its numbering.</summary>
    private static string Short(string label, string? anchor)
    {
        var plain = WithoutNote(label);
        if (plain.Length <= LabelLength) return plain;
        if (anchor is null || plain.IndexOf(anchor, StringComparison.Ordinal) + anchor.Length < LabelLength) return plain[..(LabelLength - 1)] + "…";
        return $"{plain[..(plain.IndexOf('.', StringComparison.Ordinal) + 1)]}…{anchor}…";
    }

    /// <summary>（区分处理的，…）, （单位：万元）: a filling note at the end of a label.</summary>
    private static string WithoutNote(string label) =>
        label.EndsWith('）') && label.LastIndexOf('（') is var note and > 0 ? label[..note] : label;
}
