using System.Collections.Immutable;
using System.CommandLine;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Sinks.Export;

namespace ReportIngest.Cli.Exporting;

/// <summary><c>export --from OUT --format LIST --out DIR</c>: a finished output in further formats.</summary>
internal static class ExportCommand
{
    public static Command Create(CommonOptions common)
    {
        var from = common.Option("--from", "DIR", "ingest 的输出文件夹（必填）", "Folder that ingest wrote (required)");
        var options = new ExportOptionSet(common);
        var output = common.Option("--out", "DIR", "写入的文件夹（默认与 --from 相同）", "Folder to write to (default: that of --from)");
        var command = new Command("export", common.Say("把 ingest 的输出另存为其他格式", "Write the output of ingest in further formats"));
        foreach (var option in (Option[])[from, .. options.All, output]) command.Options.Add(option);
        command.SetAction(parsed =>
        {
            var folder = parsed.Required(from, "请指定 ingest 的输出文件夹", "name the folder that ingest wrote");
            var formats = options.Formats(parsed);
            if (formats.Length == 1) throw new UsageException($"缺少 --format：请写要输出的格式，可用：{ExportFormats.Names}。", $"--format is missing: there is {ExportFormats.Names}.");
            return Run(folder, parsed.GetValue(output) ?? folder, [.. formats.Skip(1)], options.Of(parsed), common.Terminal(parsed));
        });
        return command;
    }

    /// <summary>What belongs to the output where the export goes into its own folder.</summary>
    private static readonly ImmutableArray<string> RunFiles = [IngestOutput.ReportsName, IngestOutput.FindingsName, IngestOutput.CoverageName, IngestOutput.GoneName, IngestOutput.RunName];

    private static int Run(string from, string to, ImmutableArray<string> formats, ExportOptions options, Terminal terminal)
    {
        using var stop = new StopSignals();
        using var output = OutputFiles.Open(from, "--from", stop.Token);
        using var folder = new OutputFolder(to);
        try
        {
            ExportFormats.Write(formats, output, folder, options, RunSettings.Read(Path.Combine(from, IngestOutput.RunName)), folder.Existing(RunFiles));
        }
        catch (OutputFormatException wrong)
        {
            throw OutputFiles.Damaged(from, "--from", wrong);
        }
        catch (OperationCanceledException)
        {
            terminal.Complain(new Message("已停止，没有写出任何文件。", "Stopped; nothing was written."));
            return ExitCode.Interrupted;
        }
        folder.Commit();
        terminal.Tell(ResultNames.Line(to, [.. folder.Names]));
        return ExitCode.Done;
    }
}
