using System.CommandLine;
using System.Globalization;
using System.Text;
using ReportIngest.Cli.Configuring;
using ReportIngest.Corpus;
using ReportIngest.Documents;
using ReportIngest.Reading;
using ReportIngest.Reports;
using ReportIngest.Sinks;
using ReportIngest.Sinks.Export;

namespace ReportIngest.Cli;

/// <summary><c>locate ID INDICATOR --from OUT</c>: where a number of the output stands in its source, and a picture of it.</summary>
internal static class LocateCommand
{
    /// <summary>Reports that are named where several fit: as many as a sentence bears.</summary>
    private const int Listed = 6;

    /// <summary>Of its 64 digits: no two reports of a corpus begin with the same twelve.</summary>
    private const int ShownOfId = 12;

    public static Command Create(CommonOptions common)
    {
        var id = new Argument<string>("ID") { Description = common.Say("报告编号（或其开头几位）、文件路径、单位名称或区划代码", "Id of the report (or its beginning), path of its file, or name or code of its unit") };
        var indicator = new Argument<string>("INDICATOR") { Description = common.Say("指标代码，如 requests.new.total，或宽表列名", "Code of the indicator, such as requests.new.total, or its column in the wide table") };
        var from = common.Option("--from", "DIR", "ingest 的输出文件夹（必填）", "Folder that ingest wrote (required)");
        var output = common.Option("--out", "FILE", "把标出该格的表格写入这个文件：PDF 为 SVG 图，其他为网页", "Write the table with the cell marked: an SVG drawing for PDF, a web page for the rest");
        var command = new Command("locate", common.Say("查一个数字在原文件中的位置", "Show where a number stands in its source"));
        command.Arguments.Add(id);
        command.Arguments.Add(indicator);
        command.Options.Add(from);
        command.Options.Add(output);
        var configuration = new ConfigurationOption(common);
        command.Options.Add(configuration.Option);
        command.SetAction(parsed => Run(
            parsed.Required(from, "请指定 ingest 的输出文件夹", "name the folder that ingest wrote"),
            parsed.GetValue(id)!, parsed.GetValue(indicator)!, parsed.GetValue(output), configuration.Of(parsed).Limits, common.Terminal(parsed)));
        return command;
    }

    private static int Run(string from, string id, string indicator, string? output, Limits limits, Terminal terminal)
    {
        var report = Find(from, id);
        var code = Variables.All.FirstOrDefault(variable => variable.Name == indicator)?.Indicator.Code ?? indicator;
        var field = report[code] ?? throw new UsageException($"这份报告没有指标“{indicator}”；各指标见 codebook。", $"This report has no indicator “{indicator}”; the codebook lists them.");
        Tell(terminal, report, field);
        if (output is null) return ExitCode.Done;
        var at = field.At ?? throw new UsageException("文件里没有这一格，没有可画的。", "There is no such cell in the file, so nothing to draw.");
        var isDrawing = at is { Page: not null, Box: not null };
        if (!isDrawing && string.Equals(Path.GetExtension(output), ".svg", StringComparison.OrdinalIgnoreCase))
        {
            throw new UsageException("这份报告不是 PDF，标出的表格是网页：--out 请用 .html 结尾的文件名。", "This report is no PDF, so the table becomes a web page: give --out a name that ends in .html.");
        }
        try
        {
            using var file = new OneFile(report.Source.Path, limits);
            var (source, document) = file.Read(terminal, (bytes, source) => source.Sha256 == report.Id
                ? (source, Pipeline.Read(bytes, source, limits))
                : throw new UnreadableException(UnreadableReason.Missing, new Message("文件在读取之后变了，位置不再可靠。", "The file has changed since it was read, so the place may be another.")));
            using var text = new StreamWriter(NewFile.Open(output), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
            if (isDrawing) CellSvg.Write(text, document, at);
            else TablesHtml.Write(text, source, document.Tables[at.Table], at);
            return ExitCode.Done;
        }
        catch (UnreadableException reason)
        {
            return OneFile.Refuse(terminal, report.Source.Path, reason);
        }
    }

    private static ReportRecord Find(string from, string id)
    {
        using var output = OutputFiles.Open(from, "--from");
        try
        {
            var unit = UnitKey.Of(id);
            var found = output.Index.Entries
                .Where(entry => entry.Id.StartsWith(id, StringComparison.Ordinal) || entry.Path == id || entry.Division == id || UnitKey.Of(entry.Organization) == unit).ToList();
            return found switch
            {
                [var entry] => output.Read(entry),
                [] => throw new UsageException($"“{from}”里没有报告“{id}”。", $"There is no report “{id}” in “{from}”."),
                _ => throw Several(id, found),
            };
        }
        catch (OutputFormatException wrong)
        {
            throw OutputFiles.Damaged(from, "--from", wrong);
        }
    }

    /// <summary>A unit has a report a year, maybe in several formats: names them by what tells them apart.</summary>
    private static UsageException Several(string id, List<IndexEntry> found)
    {
        var shown = string.Join("; ", found.Take(Listed).Select(entry => $"{entry.Id[..Math.Min(ShownOfId, entry.Id.Length)]} {entry.Year?.ToString(CultureInfo.InvariantCulture)} {entry.Path}"));
        var rest = found.Count - Listed;
        return new UsageException(
            $"“{id}”有 {found.Count} 份报告，请改用其中一份的编号或路径：{shown}{(rest > 0 ? $"；另有 {rest} 份" : "")}。",
            $"“{id}” is {found.Count} reports; give the id or path of one: {shown}{(rest > 0 ? $"; and {rest} more" : "")}.");
    }

    private static void Tell(Terminal terminal, ReportRecord report, Field field)
    {
        Line("文件", "path", report.Source.Path);
        Line("指标", "indicator", $"{field.Indicator.Code} {field.Indicator.RowLabel}：{field.Indicator.ColumnLabel}");
        Line("数值", "value", field.Value.Number is { } number ? Spelling.Number(number) : "");
        Line("状态", "state", terminal.English ? Spelling.Name(field.Value.State) : Names.State(field.Value.State).Zh);
        Line("原文", "raw", field.Value.Raw ?? "");
        if (field.At is not { } at) return;
        // For people, who count from 1, in the words of explain; the table of values has the indexes.
        Line("位置", "place", Names.Place(at).In(terminal.Language));
        if (at.Page is { } page) Line("页", "page", Spelling.Number(page));
        if (at.Box is { } box) Line("边框", "box", Spelling.Edges(box));

        void Line(string zh, string en, string value) => terminal.Out.WriteLine((terminal.Say($"{zh}：", $"{en}: ") + value.Replace('\n', ' ')).TrimEnd());
    }
}
