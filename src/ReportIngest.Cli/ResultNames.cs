using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Sinks.Page;
using ReportIngest.Sinks.Workbook;

namespace ReportIngest.Cli;

/// <summary>Where a command has written to: those files first that one opens first, and of the rest how many.</summary>
internal static class ResultNames
{
    private static readonly ImmutableArray<string> First = [FindingsPage.FileName, OfficeWorkbook.FileName, "README.md", IngestOutput.ReportsName];

    public static Message Line(string folder, ImmutableArray<string> written)
    {
        ImmutableArray<string> shown = [.. First.Intersect(written).Concat(written.Except(First)).Take(First.Length)];
        var rest = written.Length - shown.Length;
        return new Message(
            $"结果在 {folder}：{string.Join("、", shown)}" + (rest > 0 ? $"，另有 {rest} 个文件" : ""),
            $"Results in {folder}: {string.Join(", ", shown)}" + (rest > 0 ? $" and {rest} more" : ""));
    }
}
