using System.Globalization;
using ReportIngest.Corpus;

namespace ReportIngest.Rules.Copying;

/// <summary>Sections one and five are last year's, numbers aside.</summary>
internal sealed class LastYearsText : ICorpusRule
{
    // A new year's text that keeps its structure and set phrases shares about half; four fifths is last year's with other numbers.
    private const double Copied = 0.8;

    public RuleInfo Info { get; } = new("RI406", Category.Copying, Severity.Note, new("与上年报告高度雷同", "Near-copy of last year's text"));

    public IEnumerable<Observation> Check(UnitHistory history)
    {
        if (history.LastYear.First is not { } last) return [Observation.CannotTell];
        var (mine, theirs) = (history.Report.OwnWords, last.OwnWords);
        if (mine.IsShort || theirs.IsShort || !history.CanBeCompared) return [Observation.CannotTell];
        var share = TextShingles.Overlap(mine, theirs);
        return [share < Copied ? Observation.Holds : Observation.Fails(Copy(history, last, share))];
    }

    private Finding Copy(UnitHistory history, Dossier last, double share)
    {
        var percent = Math.Floor(share * 100).ToString(CultureInfo.InvariantCulture);
        return CorpusFindings.Of(Info, history, new Message(
            $"第一、五部分的文字有 {percent}% 与 {last.Record.Year} 年报告相同（不计数字和单位名称）。上年报告：{last.Record.Source.Path}。请据本年实际重写。",
            $"{percent}% of the text of sections one and five is that of {last.Record.Year}, numbers and the unit's name aside. Last year's report: {last.Record.Source.Path}. Write what this year was like.")) with
        { Part = "text" };
    }
}
