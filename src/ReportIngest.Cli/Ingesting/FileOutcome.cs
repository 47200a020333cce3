using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Documents;
using ReportIngest.Reading;
using ReportIngest.Reports;
using ReportIngest.Rosters;
using ReportIngest.Rules;
using ReportIngest.Rules.Extraction;
using ReportIngest.Sinks;

namespace ReportIngest.Cli.Ingesting;

/// <summary>What came of one file: all that a run needs of it, without its document. It is what a worker process answers.</summary>
/// <param name="Report">Null where none was recognised; the findings then say why.</param>
/// <param name="Bug">An error of this program that the file brought out, in full; the file then counts as unreadable and the run goes on.</param>
internal sealed record FileOutcome(FinishedReport? Report, ImmutableArray<Finding> Findings, ImmutableArray<Tally> Tallies, string? Bug = null)
{
    /// <summary>The machine or this program may be to blame: another time, the same bytes may be read.</summary>
    public bool MayPass { get; init; }

    public static FileOutcome Of(ReadOnlyMemory<byte> bytes, string path, Limits limits)
    {
        var source = Source.Of(path, bytes.Span);
        try
        {
            var ingested = Pipeline.Ingest(bytes, source, limits);
            return new FileOutcome(ingested.Report is { } report ? FinishedReport.Of(report) : null, ingested.Findings, ingested.Tallies);
        }
        catch (Exception bug)
        {
            var reason = new UnreadableException(UnreadableReason.Damaged, new Message(
                "读取时程序出错（不是文件的问题），请报告给本程序的维护者。",
                "This program failed on the file; please tell its maintainers."));
            return Unreadable(path, reason) with { Bug = bug.ToString(), MayPass = true };
        }
    }

    /// <summary>The same, judged by the unit's own last day.</summary>
    public FileOutcome JudgedBy(DueDay due)
    {
        var verdict = RuleCatalog.JudgeByDay(new Verdict(Findings, Tallies), Report!.Subject, Report.Level, Report.Published, due);
        return this with { Findings = verdict.Findings, Tallies = verdict.Tallies };
    }

    public static FileOutcome Unreadable(string path, UnreadableException reason) =>
        new(null, [FileUnreadable.Finding(new Source(path, "", 0), reason)], []);
}

/// <summary>A report as a run passes it on: its line as it will be written, and what is counted of it.</summary>
/// <param name="Line">Of <c>reports.jsonl</c> with its end, without copies and division.</param>
internal sealed record FinishedReport(
    Subject Subject, Level? Level, DateOnly? Published, FileKind Format, string Edition, Checks Checks, Completeness Cells, ReadOnlyMemory<byte> Line)
{
    public static FinishedReport Of(Report report)
    {
        var record = ReportRecord.Of(report, []);
        return new FinishedReport(Subject.Of(report), record.Level, record.Published, record.Format, record.Edition, record.Checks, record.Completeness, JsonLines.Bytes(record));
    }

    public ReportRecord Record() => ReportRecords.Parse(Line[..^1]);
}
