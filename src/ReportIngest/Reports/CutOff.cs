using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Forms;

namespace ReportIngest.Reports;

/// <summary>What is open where a file breaks off: whether its last cell is whole, and whether the report went on.</summary>
internal static class CutOff
{
    /// <returns>The fields, without a last cell that may be half of what it was; and whether what the report lacks may have stood behind the file's end.</returns>
    public static (ImmutableArray<Field> Fields, ImmutableArray<Doubt> Doubts, bool EndsEarly) Of(Document document, FormMatch match, ImmutableArray<Section> sections)
    {
        if (document.Ending == Ending.Whole) return (match.Fields, [], false);
        var lastTable = document.Blocks is [.., Table table] ? table : null;
        var doubts = ImmutableArray.CreateBuilder<Doubt>();

        var half = lastTable is null ? null : match.Fields.FirstOrDefault(field => field.At == Location.Of(document.Tables.Length - 1, lastTable.Cells[^1]));
        if (half is not null && IsConfirmed(half, match)) half = null;
        if (half is not null) doubts.Add(Half(half));

        var endsEarly = sections.All(section => section.Number != FormSections.All[^1].Number) && (document.Ending == Ending.Cut || lastTable is not null);
        if (endsEarly) doubts.Add(Early);

        return (half is null ? match.Fields : match.Fields.Replace(half, half with { Value = CellValue.Missing, At = null }), doubts.ToImmutable(), endsEarly);
    }

    /// <summary>A number that was cut breaks every sum it stands in. A blank may be a number before its first digit.</summary>
    private static bool IsConfirmed(Field last, FormMatch match)
    {
        if (last.Value.State != CellState.Reported) return false;
        var byCode = match.Fields.ToDictionary(field => field.Indicator.Code);
        return match.Identities.Any(identity =>
            identity.Indicators.Any(cell => cell.Code == last.Indicator.Code) && Balance.Of(identity, cell => byCode.GetValueOrDefault(cell.Code)).Holds);
    }

    private static Doubt Half(Field last) => new(
        "RI901",
        last.Indicator.Section,
        new Message(
            $"文件在表{Number.Zh(last.Indicator.Section)}的一格中结束，这一格的内容可能不全，未予采用。",
            $"The file ends within a cell of table {Number.En(last.Indicator.Section)}, which may hold only the beginning of its number; it was not taken."),
        [last.Indicator.Code],
        [last.At!]);

    private static Doubt Early { get; } = new(
        "RI901",
        null,
        new Message(
            "文件没有结尾（网页没有结束标记，或文件在表格、文字中途结束），可能没有下载完整；此后应有的部分无从判断，缺少的不算报告的问题。请重新下载或核对原件。",
            "The file breaks off (a page that is never closed, or an end in the midst of a table or a character) and may not have been downloaded whole; what should follow cannot be judged and its absence is not held against the report. Fetch it again or look at the original."),
        [],
        []);
}
