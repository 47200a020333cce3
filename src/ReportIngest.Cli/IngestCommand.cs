using System.CommandLine;
using System.Globalization;
using ReportIngest.Cli.Configuring;
using ReportIngest.Cli.Covering;
using ReportIngest.Cli.Exporting;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Rules;

namespace ReportIngest.Cli;

/// <summary><c>ingest PATH… --out DIR</c>: files and folders → reports, findings, and the record of the run.</summary>
internal static class IngestCommand
{
    public static Command Create(CommonOptions common)
    {
        var paths = new Argument<string[]>("PATH")
        {
            Arity = ArgumentArity.OneOrMore,
            Description = common.Say("文件或文件夹（含子文件夹）", "Files and folders (with their subfolders)"),
        };
        var output = common.Option("--out", "DIR", "输出文件夹（必填）", "Folder to write to (required)");
        var export = new ExportOptionSet(common);
        var jobs = common.Option("--jobs", "N", "并行数（默认用全部处理器）", "Files read, then reports compared, at the same time (default: all cores)");
        var isolation = common.Option("--isolation", "process|none", "在哪里读取文件：process 用独立的工作进程，坏文件只影响自己（默认）；none 在本进程内（调试用）", "Where files are read: process, in worker processes, so that a bad file costs only itself (default), or none, in this process, for debugging");
        var failOn = common.Option("--fail-on", "LEVEL", "有此级别或更重的结果时以 3 退出：note、warning、error（已核销的和 --baseline 里已有的不算）", "Exit with 3 on a finding of this severity or worse: note, warning, error (without suppressed ones and those of --baseline)");
        var roster = new RosterOptions(common);
        var configuration = new ConfigurationOption(common);
        var baseline = common.Option("--baseline", "FILE", "以前的 findings.jsonl：标出新增、未变、已消失的结果", "An earlier findings.jsonl: marks what is new, unchanged, gone");
        var suppress = common.Option("--suppress", "FILE", "核销文件（JSONL）：已由人确认、不再追究的结果", "File of accepted findings (JSONL)");
        var history = common.Option("--history", "DIR", "以前的输出文件夹：与其中的往年报告比对", "Folder of an earlier output: its reports of other years are compared");
        var include = Globs(common, "--include", "只读取文件夹中匹配的文件（可多次）", "Of folders, read only matching files (repeatable)");
        var exclude = Globs(common, "--exclude", "不读取文件夹中匹配的文件（可多次）", "Of folders, leave out matching files (repeatable)");

        var command = new Command("ingest", common.Say("读取文件和文件夹，写出报告数据、核查结果和运行记录", "Read files and folders; write reports, findings and a record of the run"));
        command.Arguments.Add(paths);
        foreach (var option in (Option[])[output, .. export.All, jobs, isolation, failOn, history, .. roster.All, configuration.Option, baseline, suppress, include, exclude]) command.Options.Add(option);
        command.SetAction(parsed => Run(
            new IngestOptions(
                [.. parsed.GetValue(paths)!.Select(UsageErrors.CheckedPath)],
                parsed.Required(output, "请指定输出文件夹", "name the folder to write to"),
                export.Formats(parsed),
                ParseJobs(parsed.GetValue(jobs)),
                ParseIsolation(parsed.GetValue(isolation)),
                ParseSeverity(parsed.GetValue(failOn)),
                [.. parsed.GetValue(include) ?? []],
                [.. parsed.GetValue(exclude) ?? []],
                parsed.GetValue(history),
                roster.Of(parsed),
                new VerdictFiles(parsed.GetValue(baseline), parsed.GetValue(suppress))) { Configuration = configuration.Of(parsed), Export = export.Of(parsed) },
            common.Terminal(parsed)));
        return command;
    }

    private static int Run(IngestOptions options, Terminal terminal)
    {
        using var stop = new StopSignals();
        return IngestRun.Run(options, terminal, stop.Token);
    }

    private static Option<string[]> Globs(CommonOptions common, string name, string zh, string en) =>
        new(name) { HelpName = "GLOB", Description = common.Say(zh, en) };

    private static int ParseJobs(string? text)
    {
        if (text is null) return Environment.ProcessorCount;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var jobs) && jobs is >= 1 and <= 1024
            ? jobs
            : throw new UsageException($"--jobs 应是 1 到 1024 的整数，而不是“{text}”。", $"--jobs is a whole number from 1 to 1024, not “{text}”.");
    }

    private static Isolating ParseIsolation(string? text) => text is null ? Isolating.Process : EnumSpelling<Isolating>.Find(text)
        ?? throw new UsageException($"--isolation 只能是 process 或 none，而不是“{text}”。", $"--isolation is process or none, not “{text}”.");

    private static Severity? ParseSeverity(string? text) => text is null ? null : EnumSpelling<Severity>.Find(text)
        ?? throw new UsageException($"--fail-on 只能是 note、warning 或 error，而不是“{text}”。", $"--fail-on is note, warning or error, not “{text}”.");
}
