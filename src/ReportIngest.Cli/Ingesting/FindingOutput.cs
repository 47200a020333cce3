using System.Collections.Immutable;
using ReportIngest.Outputs;
using ReportIngest.Rules;
using ReportIngest.Sinks;

namespace ReportIngest.Cli.Ingesting;

/// <summary>Where findings go, of both passes: marked, counted, written.</summary>
internal sealed class FindingOutput(Stream json, FindingMarks marks, RunTally tally)
{
    /// <summary>To be called for every report, by path, before its findings are written.</summary>
    public void Add(Subject report) => marks.Add(report);

    /// <param name="findings">All findings of one file, or those of the second pass about one: a fingerprint is unique among them.</param>
    public void Write(ImmutableArray<Finding> findings)
    {
        var marked = marks.Of(findings);
        JsonLines.Write(json, marked);
        tally.Add(marked);
    }

    /// <summary>To be called before what was written is read back.</summary>
    public void Flush() => json.Flush();
}
