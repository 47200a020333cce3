using System.Collections.Immutable;
using System.Globalization;
using ReportIngest.Cli.Covering;
using ReportIngest.Cli.Isolation;
using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Reports;
using ReportIngest.Rosters;
using ReportIngest.Rules;

namespace ReportIngest.Cli.Ingesting;

/// <summary>One run of <c>ingest</c>: list, read in parallel, write in the order of the paths, sum up.</summary>
internal sealed class IngestRun
{
    private readonly IngestOptions _options;
    private readonly Terminal _terminal;
    private readonly CancellationToken _stop;
    private readonly RunTally _tally = new();
    private readonly StageClock _clock = new();

    private readonly Baseline? _baseline;
    private readonly Suppressions _suppressions;
    private readonly RosterPass? _roster;

    /// <summary>Only a baseline asks for it.</summary>
    private readonly CheckedSubjects? _checked;

    private IngestRun(IngestOptions options, Terminal terminal, CancellationToken stop)
    {
        (_options, _terminal, _stop) = (options, terminal, stop);
        _baseline = options.Verdicts.Baseline();
        _checked = _baseline is null ? null : new CheckedSubjects(options.History is not null);
        _suppressions = options.Verdicts.Suppressions(options.Roster.AsOf);
        _roster = options.Roster.Read(terminal, options.Configuration) is { } roster ? new RosterPass(roster, options.Roster) : null;
    }

    public static int Run(IngestOptions options, Terminal terminal, CancellationToken stop) => new IngestRun(options, terminal, stop).Run();

    private int Run()
    {
        using var news = new RunNews(_terminal, _stop);
        CheckPaths();
        using var workers = _options.Isolation == Isolating.Process ? new WorkerPool(_options.Configuration.Limits, _options.Jobs) : null;
        using var inputs = _clock.Measure("list", () => InputFiles.Find(_options));
        CheckInputs(inputs);
        var copies = _clock.Measure("copies", () => Copies.Find(inputs.Files, _stop));

        var isComplete = IsComplete(inputs);
        bool isInterrupted;
        using var folder = new OutputFolder(_options.Output);
        using (var output = new OutputRecords(folder, new FindingMarks(_baseline, _suppressions), _tally))
        {
            isInterrupted = news.Interrupts(() => Read(inputs.Files, copies, workers, output));
            isComplete &= !isInterrupted;
            // The second pass needs the memory.
            inputs.Forget();
            workers?.Dispose();
            news.TellStage("读取完毕，正在比较各份报告。", "All is read; the reports are being compared.");
            if (!isInterrupted) _clock.Measure("compare", () => Compare(output));
            Cover(output, isComplete);
        }
        if (_baseline is not null) WriteGone(folder, _baseline);
        Export(folder, news);

        var earlier = isInterrupted ? EarlierOutputs.None : EarlierOutputs.Beside(folder);
        var record = new RunRecord(
            _options, news.Started, TimeProvider.System.GetLocalNow(), isInterrupted, isComplete, _tally, inputs.Skipped, _clock, _roster is null ? [] : [_roster], [.. _suppressions.Stale], earlier);
        using (var run = folder.Create(IngestOutput.RunName)) RunJson.Write(record, run);
        if (isInterrupted) folder.CommitBelow(IngestOptions.Interrupted);
        else folder.Commit(earlier.Removed);

        Summary.Tell(_terminal, record, [.. folder.Names]);
        earlier.Tell(_terminal);
        return ExitCodeOf();
    }

    /// <summary>A run that has nothing to look at would take an earlier output away and call every unit silent.</summary>
    private void CheckPaths()
    {
        if (_options.Paths.All(path => !Path.Exists(path)) && InputFile.Named(_options.Paths[0]) is { Path: var path, Problem: { } problem })
            throw new UsageException($"{path}：{problem.Zh}", $"{path}: {problem.En}");
    }

    /// <summary>So would one whose patterns fit nothing, a letter wrong in them, or a folder whose disk is not there.</summary>
    private void CheckInputs(Inputs inputs)
    {
        if (inputs.Files.Count > 0) return;
        if (inputs.Skipped.ContainsKey(Skip.NotSelected))
            throw new UsageException("--include 和 --exclude 没有选中任何文件。", "--include and --exclude leave no file to read.");
        if (File.Exists(Path.Combine(_options.Output, IngestOutput.ReportsName)))
        {
            throw new UsageException(
                $"所给的文件夹里没有可读的文件，{_options.Output} 里以前的输出没有改动；请核对路径，或磁盘是否已经挂载。",
                $"There is no file to read in what was given, and the earlier output in {_options.Output} is as it was; see whether the path is right and its disk is there.");
        }
    }

    private void Read(FileList files, Copies copies, WorkerPool? workers, OutputRecords output)
    {
        var ingestion = new FileIngestion(workers, _options.Configuration.Limits);
        var jobs = workers is null ? _options.Jobs : WorkerPool.Worthwhile(files, _options.Jobs);
        Progress.Follow(_terminal, files.Count, done =>
        {
            var results = Ordered.Map(Enumerable.Range(0, files.Count), jobs, file => copies.FirstOf(file) is null ? Read(file) : null, _stop);
            foreach (var (file, result) in results.Index())
            {
                if ((result ?? output.CopyOf(files[copies.FirstOf(file)!.Value].Path, files[file])) is { } known) Write(known, [.. copies.Of(file).Select(copy => files[copy].Path)]);
                done();
            }
        });

        FileResult Read(int file) => ingestion.Run(files[file]).For(_roster, _options.Configuration, copies.Of(file).Count > 0);

        void Write(FileResult result, ImmutableArray<string> sameBytes)
        {
            var start = TimeProvider.System.GetTimestamp();
            _checked?.Add(result.File.Path);
            if (output.Write(result, sameBytes, _roster) is { } subject) _checked?.Add(subject);
            _clock.Add("read", result.Reading);
            _clock.Add("ingest", result.Ingesting);
            _clock.Add("write", TimeProvider.System.GetElapsedTime(start));
            TellFile(result);
        }
    }

    private void Cover(OutputRecords output, bool isComplete)
    {
        if (_roster is null) return;
        _clock.Measure("coverage", () => output.Cover([(_roster, isComplete)]));
        _checked?.Add(_roster.Coverage!);
    }

    /// <summary>Whether all can be looked at that the paths name: else a unit without a report may have one.</summary>
    private static bool IsComplete(Inputs inputs) => inputs.Files.Count > 0 && inputs.Files.All(file => file.Problem is null);

    /// <summary>The baseline may be the file that this run replaces: it is read before anything is renamed.</summary>
    private void WriteGone(OutputFolder folder, Baseline baseline)
    {
        using var earlier = SmallFile.Open(_options.Verdicts.BaselinePath!);
        using var gone = folder.Create(IngestOutput.GoneName);
        _tally.Rest = baseline.WriteRest(earlier, gone, _checked!.Contains);
    }

    private void Export(OutputFolder folder, RunNews news)
    {
        if (_options.Formats.Length == 1) return;
        var formats = string.Join(", ", _options.Formats.Where(format => format != "jsonl"));
        news.TellStage($"正在写出 {formats}。", $"Writing {formats}.");
        _clock.Measure("export", () => OutputRecords.Export(folder, _options));
    }

    private void Compare(OutputRecords output)
    {
        using var earlier = _options.History is { } history ? OutputFiles.Open(history, "--history") : null;
        output.Compare(Checked(earlier), _options.Jobs);
        _checked?.AddComparison();
    }

    /// <summary>What is wrong with an earlier output is said before anything is compared with it.</summary>
    /// <exception cref="UsageException">It is damaged.</exception>
    private IngestOutput? Checked(IngestOutput? earlier)
    {
        try
        {
            return earlier is { Index: not null, Doubts: not null } ? earlier : null;
        }
        catch (OutputFormatException wrong)
        {
            throw OutputFiles.Damaged(_options.History!, "--history", wrong);
        }
    }

    private void TellFile(FileResult result)
    {
        if (!_terminal.Verbose) return;
        var what = result.Outcome switch
        {
            { Report: { } report } => Describe(report, result.Outcome.Findings),
            { Findings: [var finding, ..] } => finding.Message,
            _ => new Message("", ""),
        };
        _terminal.Tell(new Message($"{result.File.Path}：{what.Zh}", $"{result.File.Path}: {what.En}"));
        if (result.Outcome.Bug is not null) _terminal.Streams.Error.WriteLine(result.Outcome.Bug);
    }

    private static Message Describe(FinishedReport report, ImmutableArray<Finding> findings)
    {
        var (subject, cells) = (report.Subject, report.Cells);
        return new Message(
            $"{subject.Organization ?? "单位不详"} {subject.Year?.ToString(CultureInfo.InvariantCulture)}，{cells.Found}/{cells.Expected} 格，{findings.Length} 条结果",
            $"{subject.Organization ?? "unit unknown"} {subject.Year?.ToString(CultureInfo.InvariantCulture)}, {cells.Found}/{cells.Expected} cells, {findings.Length} findings");
    }

    private int ExitCodeOf()
    {
        // Also where nothing was left out any more: whoever interrupts a run wants what called it to stop too.
        if (_stop.IsCancellationRequested) return ExitCode.Interrupted;
        if (_tally.HasBugs) return ExitCode.InternalError;
        if (_options.FailOn is { } severity && _tally.Open(severity) > 0) return ExitCode.FindingFound;
        return _tally.Quarantined.Count > 0 ? ExitCode.SomeUnreadable : ExitCode.Done;
    }
}
