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

    /// <summary>A bar is on the terminal, into which nothing else may be written.</summary>
    private volatile bool _reading;

    /// <summary>From here on an interrupt finds nothing to leave out: what has been read is compared and written to the end.</summary>
    private volatile bool _isRead;

    private int _toldStop;

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
        var started = TimeProvider.System.GetLocalNow();
        using var stopping = _stop.Register(() =>
        {
            if (!_reading) TellStop();
        });
        // A run that has nothing to look at would take an earlier output away and call every unit silent.
        if (_options.Paths.All(path => !Path.Exists(path)) && InputFile.Named(_options.Paths[0]) is { Path: var path, Problem: { } problem })
            throw new UsageException(new Message($"{path}：{problem.Zh}", $"{path}: {problem.En}"));
        using var workers = _options.Isolation == Isolating.Process ? new WorkerPool(_options.Configuration.Limits, _options.Jobs) : null;
        using var inputs = _clock.Measure("list", () => InputFiles.Find(_options));
        // A pattern that fits nothing, a letter wrong in it, must not do so either.
        if (inputs.Files.Count == 0 && inputs.Skipped.ContainsKey(Skip.NotSelected))
            throw new UsageException("--include 和 --exclude 没有选中任何文件。", "--include and --exclude leave no file to read.");
        // Nor a folder whose disk is not there.
        if (inputs.Files.Count == 0 && File.Exists(Path.Combine(_options.Output, IngestOutput.ReportsName)))
        {
            throw new UsageException(
                $"所给的文件夹里没有可读的文件，{_options.Output} 里以前的输出没有改动；请核对路径，或磁盘是否已经挂载。",
                $"There is no file to read in what was given, and the earlier output in {_options.Output} is as it was; see whether the path is right and its disk is there.");
        }
        var copies = _clock.Measure("copies", () => Copies.Find(inputs.Files, _stop));

        var isComplete = IsComplete(inputs);
        bool isInterrupted;
        using var folder = new OutputFolder(_options.Output);
        using (var output = new OutputRecords(folder, new FindingMarks(_baseline, _suppressions), _tally))
        {
            _reading = true;
            Read(inputs.Files, copies, workers, output);
            isInterrupted = _stop.IsCancellationRequested;
            _isRead = !isInterrupted;
            _reading = false;
            if (_stop.IsCancellationRequested) TellStop();
            // The second pass needs the memory.
            inputs.Forget();
            workers?.Dispose();
            TellStage(started, new("读取完毕，正在比较各份报告。", "All is read; the reports are being compared."));
            if (!isInterrupted) _clock.Measure("compare", () => Compare(output));
            Cover(output, isComplete && !isInterrupted);
        }
        if (_baseline is not null) WriteGone(folder, _baseline);
        if (_options.Formats.Length > 1)
        {
            TellStage(started, new($"正在写出 {Exported()}。", $"Writing {Exported()}."));
            _clock.Measure("export", () => OutputRecords.Export(folder, _options));
        }

        var earlier = isInterrupted ? EarlierOutputs.None : EarlierOutputs.Beside(folder);
        var record = new RunRecord(
            _options, started, TimeProvider.System.GetLocalNow(), isInterrupted, isComplete && !isInterrupted, _tally, inputs.Skipped, _clock, _roster is null ? [] : [_roster], [.. _suppressions.Stale], earlier);
        using (var run = folder.Create(IngestOutput.RunName)) record.Write(run);
        if (record.Interrupted) folder.CommitBelow(IngestOptions.Interrupted);
        else folder.Commit(earlier.Removed);

        Summary.Tell(_terminal, record, [.. folder.Names]);
        earlier.Tell(_terminal);
        return ExitCodeOf();
    }

    /// <summary>Writing what is done may take a while, and whoever hears nothing stops a second time and loses it.</summary>
    private void TellStop()
    {
        if (Interlocked.Exchange(ref _toldStop, 1) == 1) return;
        _terminal.Tell(_isRead ? new Message(
            "文件已全部读完，正在写出结果，写完即结束；再次中断则立即结束，不再保存。", "All is read and the results are being written, after which it ends. Another interrupt ends it at once and keeps nothing.") : new Message(
            "正在停止并保存已完成的部分，请稍候；再次中断则立即结束，不再保存。", "Stopping, and keeping what is finished: this may take a moment. Another interrupt ends it at once and keeps nothing."));
    }

    private string Exported() => string.Join(", ", _options.Formats.Where(format => format != "jsonl"));

    /// <summary>To someone who has waited for a bar to fill, and now sees none.</summary>
    private void TellStage(DateTimeOffset started, Message message)
    {
        if (_terminal.Streams.ErrorIsTerminal && !_stop.IsCancellationRequested && TimeProvider.System.GetLocalNow() - started > TimeSpan.FromSeconds(5)) _terminal.Tell(message);
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
