using System.Collections.Immutable;
using ReportIngest.Cli.Covering;
using ReportIngest.Cli.Exporting;
using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Rules;
using ReportIngest.Sinks;

namespace ReportIngest.Cli.Ingesting;

/// <summary>
/// Reports and findings as they are written into a folder, of both passes: by a run over files, and out of a store. Files come in the order of their paths, and of files with the same bytes
/// the first comes first.
/// </summary>
internal sealed class OutputRecords : IDisposable
{
    private readonly OutputFolder _folder;
    private readonly RunTally _tally;
    private readonly Stream _reports;
    private readonly Stream _findings;
    private readonly FindingMarks _marks;
    private readonly FindingOutput _output;

    /// <summary>What came of a file that has copies and is no report: each copy gets its findings under its own path.</summary>
    private readonly Dictionary<string, FileResult> _withoutReport = [];

    public OutputRecords(OutputFolder folder, FindingMarks marks, RunTally tally)
    {
        (_folder, _marks, _tally) = (folder, marks, tally);
        (_reports, _findings) = (folder.Create(IngestOutput.ReportsName), folder.Create(IngestOutput.FindingsName));
        _output = new FindingOutput(_findings, marks, tally);
    }

    /// <param name="copies">Paths of the files with the same bytes.</param>
    /// <returns>Whose report it is; null for a file without one.</returns>
    public Subject? Write(FileResult result, ImmutableArray<string> copies, RosterPass? roster)
    {
        _tally.Add(result);
        roster?.Add(result.Outcome.Findings);
        if (result.Outcome.Report is not { } report)
        {
            if (!copies.IsEmpty) _withoutReport[result.File.Path] = result;
            _output.Write(result.Outcome.Findings);
            return null;
        }

        var division = roster?.DivisionOf(report.Subject);
        if (result.Record is { } read)
        {
            var record = read with { Copies = copies, Division = division };
            JsonLines.Write(_reports, record);
            roster?.Add(record, result.Outcome.Findings);
        }
        else
        {
            _reports.Write(report.Line.Span);
        }
        var subject = report.Subject with { Division = division };
        _output.Add(subject);
        _output.Write([.. result.Outcome.Findings.Select(finding => finding with { Subject = finding.Subject with { Division = division } })]);
        return subject;
    }

    /// <summary>A copy of a report is in the report's <c>copies</c>, and counted here: null. A copy of anything else has the same findings as the first.</summary>
    public FileResult? CopyOf(string first, InputFile file)
    {
        if (!_withoutReport.TryGetValue(first, out var result))
        {
            _tally.AddCopy();
            return null;
        }
        var findings = result.Outcome.Findings.Select(finding => finding with { Subject = finding.Subject with { Path = file.Path } });
        return new FileResult(file, result.Outcome with { Findings = [.. findings] }, TimeSpan.Zero, TimeSpan.Zero);
    }

    /// <summary>The second pass, over what the first has written: its findings stand behind those of the files.</summary>
    /// <param name="jobs">How many reports are looked at side by side.</param>
    public void Compare(IngestOutput? earlier, int jobs)
    {
        _reports.Flush();
        _output.Flush();
        _marks.Complete();
        using var written = new IngestOutput(_folder.Read);
        using var unordered = _folder.Scratch();
        var output = new FindingOutput(unordered, _marks, _tally);
        var places = new ChunkedList<(long From, int Length)>(); // by report
        _tally.Add(SecondPass.Judge(written, earlier, jobs, (report, findings) =>
        {
            var from = unordered.Position;
            output.Write(findings);
            while (places.Count <= report) places.Add(default);
            places[report] = (from, (int)(unordered.Position - from));
        }));
        var buffer = Array.Empty<byte>();
        foreach (var (from, length) in places)
        {
            if (buffer.Length < length) buffer = new byte[length];
            unordered.Position = from;
            unordered.ReadExactly(buffer, 0, length);
            _findings.Write(buffer, 0, length);
        }
    }

    /// <summary>Who has published and who has not.</summary>
    /// <param name="rosters">Each with whether all was looked at where reports of its units may be.</param>
    public void Cover(IEnumerable<(RosterPass Pass, bool Complete)> rosters)
    {
        using var json = _folder.Create(IngestOutput.CoverageName);
        foreach (var (roster, complete) in rosters)
        {
            roster.Finish(complete);
            _tally.Add(roster.Verdict!.Tallies);
            _output.Write(roster.Verdict.Findings);
            foreach (var entry in roster.Coverage!.Entries) JsonLines.Write(json, CoverageRecord.Of(entry));
        }
    }

    /// <summary>The further formats, out of what has been written: every format says what the JSON lines say.</summary>
    public static void Export(OutputFolder folder, IngestOptions options)
    {
        using var output = new IngestOutput(folder.Read);
        ExportFormats.Write(options.Formats, output, folder, options.Export, RunSettings.Of(options), [IngestOutput.RunName]);
    }

    public void Dispose()
    {
        _reports.Dispose();
        _findings.Dispose();
    }
}
