using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reports;

namespace ReportIngest.Forms;

/// <summary>
/// Tells cells that we did not find from cells that are not there. Where the label stands somewhere in the document, the doubt is ours (RI901);
/// only what the document does not mention at all may be held against the report.
/// </summary>
internal static class Unlocated
{
    /// <summary>The matcher's own doubts about a section, and one more for the cells that it did not speak of.</summary>
    public static IEnumerable<Doubt> Doubts(int section, ImmutableArray<Form> editions, SectionMatch? match, DocumentWords words) =>
        match is null ? Ruins(section, editions, words) : [.. match.Doubts, .. NotLocated(section, [.. Unsaid(match, words), .. OfOtherEditions(section, editions, match, words)])];

    /// <summary>Where the edition cannot be told, or is another than that of the labels which are left or could be read, the table may have had the rows of another too.</summary>
    private static IEnumerable<string> OfOtherEditions(int section, ImmutableArray<Form> editions, SectionMatch match, DocumentWords words) =>
        editions is [var edition] && (edition == match.Form || !IsDoubted(match, words)) ? [] : editions.SelectMany(form => Codes(section, form)).Except(Codes(section, match.Form));

    /// <summary>A doubt about every cell of a table that was not found, if something of it is in the document.</summary>
    private static IEnumerable<Doubt> Ruins(int section, ImmutableArray<Form> editions, DocumentWords words) =>
        editions.Any(form => HasRuins(section, form, words)) ? NotLocated(section, [.. editions.SelectMany(form => Codes(section, form)).Distinct()]) : [];

    private static IEnumerable<Doubt> NotLocated(int section, ImmutableArray<string> codes) => codes.IsEmpty ? [] :
    [
        new Doubt("RI901", section,
            new Message(
                $"表{Number.Zh(section)}有 {codes.Length} 个单元格未能定位：在可辨认的表格位置上没有找到，可能在未能读出的内容里。",
                $"{codes.Length} cells of table {Number.En(section)} could not be located: they were not found where a table can be made out, and may be among what could not be read."),
            codes, []),
    ];

    private static ImmutableArray<string> Unsaid(SectionMatch match, DocumentWords words)
    {
        if (match.IsWhole) return [];
        var named = match.Doubts.SelectMany(doubt => doubt.Indicators).ToHashSet();
        var missing = match.Form.Indicators
            .Where(indicator => indicator.Section == match.Section && !named.Contains(indicator.Code) && !match.Cells.ContainsKey(indicator)).ToList();
        var mentioned = missing.Where(indicator => IsMentioned(indicator, match, words)).ToList();

        // 总计 beside cells of its row that may be there and were not found may be there too.
        var rows = mentioned.Select(indicator => indicator.Row).ToHashSet();
        if (rows.Count > 0) mentioned = missing.FindAll(indicator => mentioned.Contains(indicator) || rows.Contains(indicator.Row));

        // Where some of the table was not read, or one lost row may have taken the words of another with it, nothing that is missing is held against the report: then all of it is said here.
        var doubted = IsDoubted(match, words) || (!HasTrueSpans(match) && mentioned.Count > 0);
        return [.. (doubted ? missing : mentioned).Select(indicator => indicator.Code)];
    }

    private static bool IsDoubted(SectionMatch match, DocumentWords words) => match.HasLostLabels || words.ArePartlyUnread || match.Doubts.Any(doubt => doubt.Rule is "RI901" or "RI902");

    private static ImmutableArray<string> Codes(int section, Form form) =>
        [.. form.Indicators.Where(indicator => indicator.Section == section).Select(indicator => indicator.Code)];

    /// <summary>A row by its anchor; a row without one, and a column, by its neighbours: beside a found cell of a table with true spans it would have been seen. Not so （七）总计 in front of the rows that it adds up.</summary>
    private static bool IsMentioned(Indicator indicator, SectionMatch match, DocumentWords words)
    {
        var rowFound = match.Cells.Values.Any(cell => cell.Indicator.Row == indicator.Row);
        if (rowFound) return words.Mention(Labels.Key(indicator.Column.Label[^1])) && !IsShared(indicator.Column, match.Form);
        return indicator.Row.Anchor is { } anchor ? words.Mention(anchor) : !HasTrueSpans(match) || (indicator.Row.Label is [.., var label] && words.HaveNumbered(Labels.Key(label)));
    }

    /// <summary>Keys of labels in table two that no other edition has.</summary>
    public static IEnumerable<string> OwnLabels(Form form) =>
        LabelsOfTableTwo(form).Except(FormCatalog.All.Where(other => other != form).SelectMany(LabelsOfTableTwo));

    private static IEnumerable<string> LabelsOfTableTwo(Form form) =>
        form.Grids.Where(grid => grid.Section == 2).SelectMany(grid => grid.Columns).SelectMany(column => column.Label).Select(label => Labels.Key(label));

    private static bool HasTrueSpans(SectionMatch match) => match.Table.Spans is SpanFidelity.Stated or SpanFidelity.Ruled;

    /// <summary>Ruins of a table: three of its row labels, or a header that is a phrase of its own (未经复议直接起诉), or two of four letters (结果维持), in cells or short lines; or two headers glued together anywhere.</summary>
    private static bool HasRuins(int section, Form form, DocumentWords words)
    {
        const int phrase = 5, word = 4;
        var grids = form.Grids.Where(grid => grid.Section == section).ToList();
        var rows = grids.SelectMany(grid => grid.Rows).Count(row => row.Anchor is { } anchor && words.HaveAsLabel(anchor));
        return rows >= 3 || Headers(column => column.Label).Any(label => label.Length >= phrase && words.HaveAsLabel(label))
            || Headers(column => column.Label.TakeLast(1)).Count(label => label.Length >= word && words.HaveAsLabel(label)) >= 2 // not 行政复议, which a line of text may be
            || grids.Any(grid => Glued([.. grid.Columns.Select(column => column.Label[^1])]));

        bool Glued(ImmutableArray<string> headers) => headers.Zip(headers.Skip(1)).Any(pair => pair.First.Length >= word && pair.Second.Length >= word && words.HaveGlued(pair.First, pair.Second));

        IEnumerable<string> Headers(Func<Column, IEnumerable<string>> of) => grids.SelectMany(grid => grid.Columns).SelectMany(of).Select(label => Labels.Key(label)).Distinct();
    }

    /// <summary>其他 and 总计 stand everywhere in the form: finding the word proves nothing.</summary>
    private static bool IsShared(Column column, Form form) =>
        form.Grids.Sum(grid => grid.Rows.Count(row => row.Label.Any(label => Labels.Key(label).Contains(Labels.Key(column.Label[^1]), StringComparison.Ordinal)))) > 0;
}
