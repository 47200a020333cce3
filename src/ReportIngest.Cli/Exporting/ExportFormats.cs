using System.Collections.Immutable;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Corpus;
using ReportIngest.Databases;
using ReportIngest.Sinks;
using ReportIngest.Sinks.Export;
using ReportIngest.Sinks.Page;
using ReportIngest.Sinks.Sarif;
using ReportIngest.Sinks.Workbook;

namespace ReportIngest.Cli.Exporting;

/// <summary>A format that an output can be written in beside <c>jsonl</c>.</summary>
/// <param name="Files">The names it may write.</param>
/// <param name="IsData">It is for statistics programs: schemas, codebook, data package and README are laid beside it.</param>
internal sealed record ExportFormat(string Name, ImmutableArray<string> Files, Action<IngestOutput, OutputFolder, ExportOptions> Write, bool IsData = false);

/// <summary>The formats of <c>--format</c>: the one place where a new one is entered.</summary>
internal static class ExportFormats
{
    private static readonly ImmutableArray<ExportFormat> All =
    [
        new("csv", TableFiles(".csv"), (output, folder, options) => Csv.Write(output, folder.Create, options), IsData: true),
        new("parquet", TableFiles(".parquet"), (output, folder, options) => ParquetFiles.Write(output, folder.Create, options), IsData: true),
        new("sqlite", [Sqlite.FileName], (output, folder, options) => Sqlite.Write(output, folder.PathOf(Sqlite.FileName), options), IsData: true),
        new("duckdb", [DuckDb.FileName], (output, folder, options) => DuckDb.Write(output, folder.PathOf(DuckDb.FileName), options), IsData: true),
        new("xlsx", [OfficeWorkbook.FileName], (output, folder, options) => Into(folder, OfficeWorkbook.FileName, stream => OfficeWorkbook.Write(stream, output, options))),
        new("html", [FindingsPage.FileName], (output, folder, options) => Into(folder, FindingsPage.FileName, stream => FindingsPage.Write(stream, output, options.Language))),
        new("sarif", [SarifLog.FileName], (output, folder, options) => Into(folder, SarifLog.FileName, stream => SarifLog.Write(stream, output.Findings, options.Language, RunRecord.Version))),
    ];

    /// <summary>The names as a help text lists them.</summary>
    public static string Names => string.Join(", ", All.Select(format => format.Name).Prepend("jsonl"));

    /// <summary>Every file that some format writes.</summary>
    public static ImmutableArray<string> Files { get; } = [.. All.SelectMany(format => format.Files), .. PackageFiles.Names];

    /// <summary>Writes a finished output in further formats.</summary>
    /// <param name="output">Its JSON lines, complete.</param>
    /// <param name="settings">Options of the run, for the README.</param>
    /// <param name="beside">Files of the output that lie in the folder already, or will.</param>
    public static void Write(
        ImmutableArray<string> formats, IngestOutput output, OutputFolder folder, ExportOptions options, ImmutableSortedDictionary<string, string> settings, IEnumerable<string> beside)
    {
        var asked = All.Where(format => formats.Contains(format.Name)).ToList();
        foreach (var format in asked) format.Write(output, folder, options);
        if (asked.Exists(format => format.IsData))
            PackageFiles.Write(folder.Create, new PackageContents([.. folder.Names.Concat(beside).Distinct()], options, settings));
    }

    private static ImmutableArray<string> TableFiles(string extension) => [.. OutputTables.Names.Select(name => name + extension)];

    private static void Into(OutputFolder folder, string name, Action<Stream> write)
    {
        using var stream = folder.Create(name);
        write(stream);
    }

    /// <returns>The names in the list, <c>jsonl</c> first.</returns>
    /// <exception cref="UsageException">There is no such format.</exception>
    public static ImmutableArray<string> Parse(string? list)
    {
        var names = (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in names.Where(name => name != "jsonl" && All.All(format => format.Name != name)))
        {
            throw new UsageException(new Message($"没有“{name}”这种输出格式，可用：{Names}。", $"There is no format “{name}”; there is {Names}."));
        }
        return [.. names.Prepend("jsonl").Distinct()];
    }
}
