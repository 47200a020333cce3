using System.CommandLine;
using ReportIngest.Corpus;
using ReportIngest.Sinks;
using ReportIngest.Sinks.Comparison;

namespace ReportIngest.Cli;

/// <summary><c>compare A B</c>: what has changed from one output to another.</summary>
internal static class CompareCommand
{
    public static Command Create(CommonOptions common)
    {
        var before = new Argument<string>("A") { Description = common.Say("以前的输出文件夹", "Folder of the earlier output") };
        var after = new Argument<string>("B") { Description = common.Say("现在的输出文件夹", "Folder of the later output") };
        var format = common.Option("--format", "md|json", "输出格式（默认 md）", "Output (default: md)");
        var gate = common.Switch("--fail-on-change", "有差别时以 3 退出", "Exit with 3 when they differ");
        var command = new Command("compare", common.Say("比较两次输出：增减的报告、变化的单元格、新增和消失的核查结果", "Compare two outputs: reports, cells and findings that came, went or changed"));
        command.Arguments.Add(before);
        command.Arguments.Add(after);
        command.Options.Add(format);
        command.Options.Add(gate);
        command.SetAction(parsed => Run(parsed.GetValue(before)!, parsed.GetValue(after)!, Writer(parsed.GetValue(format)), parsed.GetValue(gate), common.Terminal(parsed)));
        return command;
    }

    private static int Run(string before, string after, Action<Terminal, OutputComparison> write, bool gate, Terminal terminal)
    {
        using var left = OutputFiles.Open(before, "compare");
        using var right = OutputFiles.Open(after, "compare");
        OutputComparison comparison;
        try
        {
            comparison = OutputComparison.Of(left, right);
        }
        catch (OutputFormatException wrong)
        {
            throw OutputFiles.Damaged($"{before}”/“{after}", "compare", wrong);
        }
        write(terminal, comparison);
        return gate && !comparison.IsEmpty ? ExitCode.FindingFound : ExitCode.Done;
    }

    private static Action<Terminal, OutputComparison> Writer(string? format) => format switch
    {
        null or "md" => (terminal, comparison) => ComparisonMarkdown.Write(terminal.Out, comparison, terminal.Language),
        "json" => WriteJson,
        _ => throw new UsageException($"--format 只能是 md 或 json，而不是“{format}”。", $"--format is md or json, not “{format}”."),
    };

    private static void WriteJson(Terminal terminal, OutputComparison comparison) => terminal.Out.Write(StreamedText.Of(stream => ComparisonJson.Write(stream, comparison)));
}
