using System.Collections.Immutable;
using System.Globalization;
using ReportIngest.Corpus;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Copying;

/// <summary>Sections one and five are another unit's of the same year, numbers and names aside.</summary>
internal sealed class OtherUnitsText : ICorpusRule
{
    private const int LongestQuote = 40;

    public RuleInfo Info { get; } = new("RI405", Category.Copying, Severity.Note, new("与其他单位高度雷同", "Near-copy of another unit's text"));

    public IEnumerable<Observation> Check(UnitHistory history) =>
        [history.Twin is { } twin ? Observation.Fails(Copy(history, twin)) : history.HasOwnText ? Observation.Holds : Observation.CannotTell];

    private Finding Copy(UnitHistory history, Twin twin)
    {
        var percent = Math.Floor(twin.Share * 100).ToString(CultureInfo.InvariantCulture);
        var passage = twin.Passage.Length <= LongestQuote ? twin.Passage : twin.Passage[..LongestQuote] + "…";
        var numbers = SameNumbers(history.Report, twin);
        var (zh, en) = numbers.IsEmpty ? ("", "") : (
            $"三张表的 {history.Report.Record.Fields.Length} 格数字也完全相同，疑为整份套用，请用本单位的数据重新编制。",
            $" All {history.Report.Record.Fields.Length} cells of the tables are the other's too: the whole report seems to be taken over; write it from the unit's own data.");
        return CorpusFindings.Of(Info, history, new Message(
            $"第一、五部分的文字有 {percent}% 与{twin.Organization ?? "另一单位"}同年报告相同（不计数字、单位名称和通用表述），最长的一段：“{passage}”（{twin.Passage.Length} 字）。对方报告：{twin.Path}。{zh}",
            $"{percent}% of the text of sections one and five is that of {twin.Organization ?? "another unit"} for the same year, numbers, names and set phrases aside; the longest passage: “{passage}” ({twin.Passage.Length} letters). The other report: {twin.Path}.{en}"), numbers.Select(field => field.Indicator)) with
        { Part = "twin" };
    }

    /// <summary>The cells that are not 0 where all of them are the other's; none where one differs, or where few numbers may agree by chance.</summary>
    private static ImmutableArray<Field> SameNumbers(Dossier report, Twin twin) =>
        twin.Whole is { } other && other.Record.Edition == report.Record.Edition && CellDifferences.Of(report, other) is { Complete: true, Different.IsEmpty: true } ? Copying.SameNumbers.Telling(report) : [];
}
