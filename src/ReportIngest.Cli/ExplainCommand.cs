using System.CommandLine;
using ReportIngest.Cli.Configuring;
using ReportIngest.Cli.Explaining;
using ReportIngest.Reading;

namespace ReportIngest.Cli;

/// <summary><c>explain PATH</c>: one report for a person.</summary>
internal static class ExplainCommand
{
    public static Command Create(CommonOptions common)
    {
        var path = OneFile.Argument(common);
        var command = new Command("explain", common.Say("查看一份报告：识别结果、各表内容和核查结果", "Show one report: what was recognised, its tables and the findings"));
        command.Arguments.Add(path);
        var configuration = new ConfigurationOption(common);
        command.Options.Add(configuration.Option);
        command.SetAction(parsed => Run(parsed.GetValue(path)!, configuration.Of(parsed).Limits, common.Terminal(parsed)));
        return command;
    }

    private static int Run(string path, Limits limits, Terminal terminal) => OneFile.Show(path, limits, terminal, (bytes, source) => Pipeline.Ingest(bytes, source, limits), ingested =>
    {
        new ReportPage(terminal).Write(ingested);
        return ingested.Report is null && ingested.Document is null ? ExitCode.SomeUnreadable : ExitCode.Done;
    });
}
