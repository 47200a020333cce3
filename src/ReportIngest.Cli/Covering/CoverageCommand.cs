using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using ReportIngest.Cli.Configuring;
using ReportIngest.Cli.Exporting;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Rosters;
using ReportIngest.Rules.Coverage;
using ReportIngest.Sinks;

namespace ReportIngest.Cli.Covering;

/// <summary><c>coverage --from OUT --roster FILE</c>: who has published, from the outputs of an earlier run.</summary>
internal static class CoverageCommand
{
    public static Command Create(CommonOptions common)
    {
        var from = common.Option("--from", "DIR", "以前 ingest 的输出文件夹（必填）；coverage.jsonl 也写在这里", "Folder that ingest wrote (required); coverage.jsonl goes there too");
        var roster = new RosterOptions(common);
        var configuration = new ConfigurationOption(common);
        var command = new Command("coverage", common.Say("按名录核对：谁已公布、逾期、缺报、重复", "Hold the reports against a roster: published, late, missing, double"));
        command.Options.Add(from);
        foreach (var option in roster.All) command.Options.Add(option);
        command.Options.Add(configuration.Option);
        command.SetAction(parsed => Run(
            parsed.Required(from, "请指定 ingest 的输出文件夹", "name the folder that ingest wrote"),
            roster.Of(parsed),
            configuration.Of(parsed),
            common.Terminal(parsed)));
        return command;
    }

    private static int Run(string from, RosterChoice choice, Configuration configuration, Terminal terminal)
    {
        var roster = choice.Read(terminal, configuration) ?? throw new UsageException("缺少 --roster：请指定单位名录。", "--roster is missing: name the roster of units.");
        var (reports, files, complete) = Read(from);
        var coverage = Coverage.Of(roster, choice.Years, reports, files, choice.AsOf, complete);

        using var folder = new OutputFolder(from);
        using (var output = folder.Create(IngestOutput.CoverageName))
            foreach (var entry in coverage.Entries) JsonLines.Write(output, CoverageRecord.Of(entry));
        folder.Commit();
        foreach (var line in CoverageSummary.Lines(coverage, CoverageRules.Judge(coverage), choice.AsOf)) terminal.Tell(line);
        terminal.Tell(new Message($"结果在 {from}：{IngestOutput.CoverageName}", $"Results in {from}: {IngestOutput.CoverageName}"));
        TellOthers(from, folder, terminal);
        return ExitCode.Done;
    }

    /// <summary>Also to who asked for quiet: other files in the folder still say what was known before.</summary>
    private static void TellOthers(string from, OutputFolder folder, Terminal terminal)
    {
        var others = ExportFormats.WithCoverage.Where(other => folder.Existing([other.File]).Any()).ToList();
        if (others.Count == 0) return;
        var (files, formats) = (others.Select(other => other.File).ToList(), string.Join(',', others.Select(other => other.Format)));
        terminal.Complain(new Message(
            $"  注意：{string.Join("、", files)} 没有随之更新；要更新请运行 export --from {from} --format {formats}",
            $"  Note: {string.Join(", ", files)} {(files.Count == 1 ? "is" : "are")} as before; to bring them up to date run  export --from {from} --format {formats}"));
    }

    private static (ImmutableArray<FoundReport> Reports, ImmutableArray<FileWithoutReport> Files, bool Complete) Read(string folder)
    {
        try
        {
            using var reports = SmallFile.Open(Path.Combine(folder, "reports.jsonl"));
            using var findings = SmallFile.Open(Path.Combine(folder, "findings.jsonl"));
            var lacking = Lacking(findings);
            findings.Position = 0;
            using var file = SmallFile.Open(Path.Combine(folder, "run.json")); // it names each file that could not be read
            using var run = JsonDocument.Parse(file);
            return (
                [.. ReportRecords.Read(reports).Select(placed => FoundReport.Of(placed.Record, lacking.GetValueOrDefault(placed.Record.Id)))],
                [.. FindingRecords.Read(findings).Select(placed => placed.Record.FileWithoutReport).OfType<FileWithoutReport>()],
                run.RootElement.GetProperty("complete").GetBoolean());
        }
        catch (OutputFormatException wrong)
        {
            throw OutputFiles.Damaged(folder, "--from", wrong);
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            throw OutputFiles.Damaged(folder, "--from", OutputFiles.NoRun(error));
        }
    }

    /// <summary>What the findings say that reports lack, by the reports' ids.</summary>
    private static Dictionary<string, Lack> Lacking(Stream findings) => FindingRecords.Read(findings)
        .Select(placed => (placed.Record.Subject.Report, Lack: FoundReport.LackSaidBy(placed.Record.Rule, placed.Record.Indicators)))
        .Where(said => said is { Report: not null, Lack: not Lack.Nothing })
        .GroupBy(said => said.Report!, said => said.Lack).ToDictionary(report => report.Key, report => report.Max());
}
