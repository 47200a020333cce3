using System.Collections.Immutable;
using System.CommandLine;
using ReportIngest.Sinks.Export;

namespace ReportIngest.Cli.Exporting;

/// <summary>The options of the commands that write formats.</summary>
internal sealed class ExportOptionSet(CommonOptions common)
{
    private readonly Option<string> _formats = common.Option(
        "--format", "LIST", $"输出格式，逗号分隔：{ExportFormats.Names}（jsonl 总是输出）", $"Outputs, separated by commas: {ExportFormats.Names} (ingest always writes jsonl)");

    private readonly Option<bool> _blankAsZero = common.Switch(
        "--blank-as-zero", "表格输出里把空白和“/”按 0 写（状态列仍注明；jsonl 不变）", "Write blanks and placeholders as 0 in the tables (their state still says what they are; not in jsonl)");

    public IEnumerable<Option> All => [_formats, _blankAsZero];

    /// <exception cref="UsageException">There is no such format.</exception>
    public ImmutableArray<string> Formats(ParseResult parsed) => ExportFormats.Parse(parsed.GetValue(_formats));

    public ExportOptions Of(ParseResult parsed) => new(parsed.GetValue(_blankAsZero), common.Terminal(parsed).Language);
}
