using ReportIngest.Cli.Configuring;
using ReportIngest.Cli.Covering;
using ReportIngest.Cli.Isolation;
using ReportIngest.Corpus;
using ReportIngest.Reading;

namespace ReportIngest.Cli.Ingesting;

/// <summary>What came of one input file, and what it cost.</summary>
/// <param name="Record">Read back from the outcome where an output needs more than its line; else null.</param>
internal sealed record FileResult(InputFile File, FileOutcome Outcome, TimeSpan Reading, TimeSpan Ingesting, ReportRecord? Record = null)
{
    /// <summary>The same, judged by the unit's own last day, and with its record where its line is not written as it came. To be called where files are read side by side.</summary>
    public FileResult For(RosterPass? roster, Configuration configuration, bool hasCopies)
    {
        if (Outcome.Report is not { } report) return this;
        var judged = (roster?.DueOf(report.Subject) ?? configuration.DueOf(report.Level)) is { } due ? this with { Outcome = Outcome.JudgedBy(due) } : this;
        return roster is null && !hasCopies ? judged : judged with { Record = report.Record() };
    }
}

/// <summary>Reads one file and sends it down the pipeline. What cannot be read becomes a finding, whatever the reason.</summary>
/// <param name="workers">Null to stay in this process.</param>
internal sealed class FileIngestion(WorkerPool? workers, Limits limits)
{
    public FileResult Run(InputFile file)
    {
        var start = TimeProvider.System.GetTimestamp();
        byte[] bytes;
        try
        {
            bytes = FileBytes.Read(file, limits);
        }
        catch (UnreadableException reason)
        {
            return new FileResult(file, FileOutcome.Unreadable(file.Path, reason), TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero);
        }
        var reading = TimeProvider.System.GetElapsedTime(start);

        start = TimeProvider.System.GetTimestamp();
        var outcome = workers is null ? FileOutcome.Of(bytes, file.Path, limits) : workers.Ingest(file.Path, bytes);
        return new FileResult(file, outcome, reading, TimeProvider.System.GetElapsedTime(start));
    }
}
