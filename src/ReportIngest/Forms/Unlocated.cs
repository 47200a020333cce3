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
    public static IEnumerable<Doubt> Doubts(int section, Form edition, SectionMatch? match, ImmutableArray<Field> fields, Lazy<string> text)
    {
        var said = match?.Doubts ?? [];
        var form = match?.Form ?? edition;
        var named = said.SelectMany(doubt => doubt.Indicators).ToHashSet();
        var unsaid = form.Indicators
            .Where(indicator => indicator.Section == section && !named.Contains(indicator.Code) && !IsFound(indicator, match))
            .Where(indicator => IsMentioned(indicator, match, text))
            .Select(indicator => indicator.Code).ToImmutableArray();
        if (unsaid.IsEmpty) return said;

        return said.Append(new Doubt("RI901", section,
            new Message(
                $"表{Number.Zh(section)}有 {unsaid.Length} 个单元格未能定位：文件中有其标签，但不在可辨认的表格位置上。",
                $"{unsaid.Length} cells of table {Number.En(section)} could not be located: their labels are in the document, but not where a table can be made out."),
            unsaid, []));
    }

    private static bool IsFound(Indicator indicator, SectionMatch? match) => match?.Cells.ContainsKey(indicator.Code) == true;

    /// <summary>A row by its anchor; a row without one, and a column, by its neighbours: beside a found cell of a table with true spans it would have been seen.</summary>
    private static bool IsMentioned(Indicator indicator, SectionMatch? match, Lazy<string> text)
    {
        if (match is null) return indicator.Row.Anchor is { } word ? text.Value.Contains(word, StringComparison.Ordinal) : indicator.Section == 4 && text.Value.Contains("尚未审结", StringComparison.Ordinal);
        var rowFound = match.Cells.Values.Any(cell => cell.Indicator.Row == indicator.Row);
        if (rowFound) return text.Value.Contains(Labels.Key(indicator.Column.Label[^1]), StringComparison.Ordinal) && !IsShared(indicator.Column, match.Form);
        return indicator.Row.Anchor is { } anchor
            ? text.Value.Contains(anchor, StringComparison.Ordinal)
            : match.Table.Spans is SpanFidelity.Lost or SpanFidelity.Inferred;
    }

    /// <summary>其他 and 总计 stand everywhere in the form: finding the word proves nothing.</summary>
    private static bool IsShared(Column column, Form form) =>
        form.Grids.Sum(grid => grid.Rows.Count(row => row.Label.Any(label => Labels.Key(label).Contains(Labels.Key(column.Label[^1]), StringComparison.Ordinal)))) > 0;
}
