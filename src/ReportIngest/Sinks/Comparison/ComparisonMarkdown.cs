using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Reports;

namespace ReportIngest.Sinks.Comparison;

/// <summary>A comparison of two outputs for a person, in one language.</summary>
public static class ComparisonMarkdown
{
    /// <param name="language"><c>en</c>, or Chinese for anything else.</param>
    public static void Write(TextWriter text, OutputComparison comparison, string language)
    {
        string Say(string zh, string en) => new Message(zh, en).In(language);

        text.WriteLine($"# {Say("两次输出的差别", "Two outputs compared")}");
        text.WriteLine();
        if (comparison.IsEmpty)
        {
            text.WriteLine(Say("没有差别。", "They are the same."));
            return;
        }
        var moved = comparison.Changed.Where(HasMovedOnly).ToList();
        var cells = comparison.Changed.Sum(change => change.Cells.Length);
        text.WriteLine(Say(
            $"报告：新增 {comparison.Added.Length} 份，不再有 {comparison.Gone.Length} 份，变化 {comparison.Changed.Length - moved.Count} 份（{cells} 格），仅路径不同 {moved.Count} 份。核查结果：新增 {comparison.Came.Length} 条，消失 {comparison.Left.Length} 条。",
            $"Reports: {comparison.Added.Length} added, {comparison.Gone.Length} gone, {comparison.Changed.Length - moved.Count} changed ({cells} cells), {moved.Count} only moved to another path. Findings: {comparison.Came.Length} came, {comparison.Left.Length} went."));
        WriteEntries(text, Say("新增的报告", "Reports added"), comparison.Added);
        WriteEntries(text, Say("不再有的报告", "Reports gone"), comparison.Gone);
        foreach (var change in comparison.Changed.Except(moved)) Write(text, change, language);
        WriteFindings(text, Say("新增的核查结果", "Findings that came"), comparison.Came, language);
        WriteFindings(text, Say("消失的核查结果", "Findings that went"), comparison.Left, language);
        if (moved.Count == 0) return;
        text.WriteLine();
        text.WriteLine($"## {Say("仅路径不同的报告", "Reports that only moved")}");
        text.WriteLine();
        foreach (var change in moved) text.WriteLine($"- `{change.Before.Source.Path}` → `{change.After.Source.Path}`");
    }

    /// <summary>Two runs over copies of a folder: hundreds of reports that lie elsewhere would hide the one whose numbers are others.</summary>
    private static bool HasMovedOnly(ReportChange change) => change is { Cells.IsEmpty: true, Sections.IsEmpty: true, Facts: [{ Name: "path" }] };

    private static void WriteEntries(TextWriter text, string title, ImmutableArray<IndexEntry> entries)
    {
        if (entries.IsEmpty) return;
        text.WriteLine();
        text.WriteLine($"## {title}");
        text.WriteLine();
        foreach (var entry in entries) text.WriteLine($"- `{entry.Path}` {entry.Organization} {Spelling.Spelt((long?)entry.Year)}");
    }

    private static void Write(TextWriter text, ReportChange change, string language)
    {
        string Say(string zh, string en) => new Message(zh, en).In(language);

        text.WriteLine();
        text.WriteLine($"## `{change.After.Source.Path}` {change.After.Organization} {Spelling.Spelt((long?)change.After.Year)}");
        text.WriteLine();
        foreach (var fact in change.Facts) text.WriteLine($"- `{fact.Name}`: {Cell(Spelling.Spelt(fact.Before))} → {Cell(Spelling.Spelt(fact.After))}");
        if (!change.Sections.IsEmpty) text.WriteLine($"- {Say("正文不同的部分", "Sections whose text differs")}: {string.Join(", ", change.Sections)}");
        if (change.Cells.IsEmpty) return;
        text.WriteLine();
        text.WriteLine($"| {Say("指标", "Indicator")} | {Say("原来", "Before")} | {Say("现在", "After")} | {Say("现在的位置", "Place now")} |");
        text.WriteLine("| --- | --- | --- | --- |");
        foreach (var cell in change.Cells)
        {
            var indicator = (cell.After ?? cell.Before)!.Indicator;
            var place = cell.After?.At is { } at ? Names.Place(at).In(language) : "";
            text.WriteLine($"| `{cell.Indicator}` {Cell($"{indicator.RowLabel}：{indicator.ColumnLabel}")} | {Value(cell.Before, language)} | {Value(cell.After, language)} | {place} |");
        }
    }

    private static void WriteFindings(TextWriter text, string title, ImmutableArray<FindingRecord> findings, string language)
    {
        if (findings.IsEmpty) return;
        text.WriteLine();
        text.WriteLine($"## {title}");
        text.WriteLine();
        foreach (var finding in findings) text.WriteLine($"- {finding.Rule} `{finding.Subject.Path ?? finding.Subject.Organization}` {finding.Message.In(language)}");
    }

    private static string Value(Field? field, string language) => field switch
    {
        null => "",
        { Value: { State: CellState.Reported, Number: { } number } } => Spelling.Number(number),
        { Value: { State: var state, Raw: { Length: > 0 } raw } } => $"{Names.State(state).In(language)} “{Cell(raw)}”",
        _ => Names.State(field.Value.State).In(language),
    };

    private static string? Cell(string? text) => text?.Replace("|", "\\|", StringComparison.Ordinal).Replace('\n', ' ');
}
