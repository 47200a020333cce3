using System.CommandLine;
using ReportIngest.Cli.Configuring;
using ReportIngest.Documents;
using ReportIngest.Reading;
using ReportIngest.Sinks;

namespace ReportIngest.Cli;

/// <summary><c>tables PATH</c>: the tables of a document as extracted, before any form is known.</summary>
internal static class TablesCommand
{
    public static Command Create(CommonOptions common)
    {
        var path = OneFile.Argument(common);
        var format = common.Option("--format", "json|csv|html|md", "输出格式（默认 json）", "Output (default: json)");
        var command = new Command("tables", common.Say("输出文件中的全部表格（未与年报格式对应）", "Print the tables of a document as extracted, before any form is known"));
        command.Arguments.Add(path);
        command.Options.Add(format);
        var configuration = new ConfigurationOption(common);
        command.Options.Add(configuration.Option);
        command.SetAction(parsed => Run(parsed.GetValue(path)!, Writer(parsed.GetValue(format)), configuration.Of(parsed).Limits, common.Terminal(parsed)));
        return command;
    }

    private static int Run(string path, Action<TextWriter, Source, Document> write, Limits limits, Terminal terminal) =>
        OneFile.Show(path, limits, terminal, (bytes, source) => (Source: source, Document: Pipeline.Read(bytes, source, limits)), read =>
        {
            write(terminal.Out, read.Source, read.Document);
            return ExitCode.Done;
        });

    private static Action<TextWriter, Source, Document> Writer(string? format) => format switch
    {
        null or "json" => WriteJson,
        "csv" => (text, _, document) => TablesCsv.Write(text, document),
        "html" => TablesHtml.Write,
        "md" => (text, _, document) => TablesMarkdown.Write(text, document),
        _ => throw new UsageException(
            $"--format 只能是 json、csv、html 或 md，而不是“{format}”。", $"--format is json, csv, html or md, not “{format}”."),
    };

    private static void WriteJson(TextWriter text, Source source, Document document) => text.Write(StreamedText.Of(stream => TablesJson.Write(stream, source, document)));
}
