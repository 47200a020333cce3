using System.Collections.Immutable;
using ReportIngest.Reports;
using ReportIngest.Rules;
using Spectre.Console;

namespace ReportIngest.Cli.Explaining;

/// <summary>A finding as lines: what it is, the sentence with its numbers, where it stands, what would mend it.</summary>
internal static class FindingLines
{
    /// <summary>Places in full; the others are counted, and stand in findings.jsonl.</summary>
    private const int PlacesShown = 4;

    public static void Write(IAnsiConsole page, Finding finding, Terminal terminal)
    {
        var severity = Names.Severity(finding.Rule.Severity).In(terminal.Language);
        page.MarkupLine($"[{Colour(finding.Rule.Severity)}]{severity}[/] [bold]{finding.Rule.Id} {Markup.Escape(finding.Rule.Title.In(terminal.Language))}[/]");
        Indented(page, finding.Message.In(terminal.Language));
        if (!finding.At.IsEmpty) Indented(page, Where([.. InOrder(finding)], terminal));
        if (finding.Suggestion is { } suggestion) Indented(page, terminal.Say("建议：", "Suggestion: ") + suggestion.Reason.In(terminal.Language));
        page.WriteLine();
    }

    private static void Indented(IAnsiConsole page, string text) => page.Write(new Padder(new Text(text), new Padding(2, 0, 0, 0)));

    /// <summary>Of an equation the cell to mend first, then the total, which stands last.</summary>
    private static IEnumerable<Location> InOrder(Finding finding) => finding.Expected is null || finding.At.Length != finding.Indicators.Length
        ? finding.At
        : finding.Indicators.Zip(finding.At).Index()
            .OrderBy(one => one.Item.First == finding.Suggestion?.Indicator ? 0 : one.Index == finding.At.Length - 1 ? 1 : 2)
            .Select(one => one.Item.Second);

    private static string Where(ImmutableArray<Location> places, Terminal terminal)
    {
        var shown = string.Join(terminal.Say("；", "; "), places.Take(PlacesShown).Select(place => Names.Place(place).In(terminal.Language)));
        var rest = places.Length - PlacesShown;
        return terminal.Say("位置：", "At: ") + shown + (rest > 0 ? terminal.Say($"；另有 {rest} 处", $"; and {rest} more") : "");
    }

    private static string Colour(Severity severity) => severity switch
    {
        Severity.Error => "red",
        Severity.Warning => "yellow",
        _ => "blue",
    };
}
