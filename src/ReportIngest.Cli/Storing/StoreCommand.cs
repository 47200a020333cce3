using System.CommandLine;
using System.Globalization;
using ReportIngest.Cli.Configuring;
using ReportIngest.Cli.Covering;
using ReportIngest.Cli.Exporting;
using ReportIngest.Cli.Refreshing;

namespace ReportIngest.Cli.Storing;

/// <summary><c>store verify</c>, <c>store export</c> and <c>store runs</c>: a store without its sources.</summary>
internal static class StoreCommand
{
    public static Command Create(CommonOptions common)
    {
        var command = new Command("store", common.Say("检查存储，导出某一天的状态，或列出各次运行", "Verify a store, export what it held on a day, or list its runs"));
        command.Subcommands.Add(CreateVerify(common));
        command.Subcommands.Add(CreateExport(common));
        command.Subcommands.Add(CreateRuns(common));
        return command;
    }

    private static Command CreateVerify(CommonOptions common)
    {
        var configuration = new ConfigurationOption(common);
        var command = new Command("verify", common.Say("核对每个文件的哈希和每一处引用", "Check every hash and every reference"));
        command.Options.Add(configuration.Option);
        command.SetAction(parsed => Verify(FolderOf(parsed, configuration), common.Terminal(parsed)));
        return command;
    }

    private static Command CreateExport(CommonOptions common)
    {
        var configuration = new ConfigurationOption(common);
        var output = common.Option("--out", "DIR", "输出文件夹（必填）", "Folder to write to (required)");
        var export = new ExportOptionSet(common);
        var asOf = common.Option(RosterOptions.AsOf, "DATE", "导出哪一天结束时的状态（默认今天）", "The day at whose end the store is looked at (default: today)");
        var command = new Command("export", common.Say("导出某一天已发布的报告和核查结果", "Write the reports and findings that were published by a day"));
        foreach (var option in (Option[])[configuration.Option, output, .. export.All, asOf]) command.Options.Add(option);
        command.SetAction(parsed =>
        {
            var folder = FolderOf(parsed, configuration);
            var to = parsed.Required(output, "请指定输出文件夹", "name the folder to write to");
            var terminal = common.Terminal(parsed);
            var options = PublicationOptions.Of(configuration.Of(parsed), to, RosterOptions.Day(parsed.GetValue(asOf)), terminal.Language) with { Formats = export.Formats(parsed), Export = export.Of(parsed) };
            using var store = Store.ForReading(folder);
            var written = store.State.Snapshot(() => Publication.Write(store, options, TimeProvider.System, terminal));
            terminal.Tell(ResultNames.Line(to, [.. written]));
            return ExitCode.Done;
        });
        return command;
    }

    private static Command CreateRuns(CommonOptions common)
    {
        var configuration = new ConfigurationOption(common);
        var last = common.Option("--last", "N", "只列最近 N 次（默认全部）", "Only the last N (default: all)");
        var command = new Command("runs", common.Say("每次运行一行：编号、时间、退出码、变化、网页，最近的在最后", "A line for each run: number, time, exit code, changes, page; the newest last"));
        foreach (var option in (Option[])[configuration.Option, last]) command.Options.Add(option);
        command.SetAction(parsed =>
        {
            var (folder, count) = (FolderOf(parsed, configuration), Count(parsed.GetValue(last)));
            var terminal = common.Terminal(parsed);
            using var store = Store.ForReading(folder);
            foreach (var line in StoreRuns.Lines(store, count)) terminal.Out.WriteLine(line.In(terminal.Language));
            return ExitCode.Done;
        });
        return command;
    }

    private static int? Count(string? text)
    {
        if (text is null) return null;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : throw new UsageException($"--last 应是正整数，而不是“{text}”。", $"--last is a whole number from 1, not “{text}”.");
    }

    private static int Verify(string folder, Terminal terminal)
    {
        using var store = Store.ForReading(folder);
        var faults = store.State.Snapshot(() => StoreVerification.Of(store).ToList());
        foreach (var fault in faults) terminal.Complain(fault);
        if (faults.Count > 0) return ExitCode.InternalError;
        terminal.Tell(new Message($"存储“{folder}”完好。", $"The store “{folder}” is sound."));
        return ExitCode.Done;
    }

    private static string FolderOf(ParseResult parsed, ConfigurationOption configuration) =>
        configuration.Required(parsed).Refresh.Store ?? throw new UsageException("配置里缺少 [store] 的 folder：请写存储文件夹。", "The configuration has no folder in [store]: name the folder of the store.");
}
