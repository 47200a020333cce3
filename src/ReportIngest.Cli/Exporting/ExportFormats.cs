using System.Collections.Immutable;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Corpus;
using ReportIngest.Databases;
using ReportIngest.Outputs;
using ReportIngest.Sinks;
using ReportIngest.Sinks.Export;
using ReportIngest.Sinks.Page;
using ReportIngest.Sinks.Sarif;
using ReportIngest.Sinks.Workbook;

namespace ReportIngest.Cli.Exporting;

/// <summary>A format that an output can be written in beside <c>jsonl</c>: its tables, or a file for people.</summary>
/// <param name="Files">The names it may write.</param>
internal sealed record ExportFormat(string Name, ImmutableArray<string> Files)
{
    /// <summary>The tables, for statistics programs: schemas, codebook, data package and README are laid beside them.</summary>
    public Func<OutputFolder, ExportOptions, ITableFormat>? Tables { get; init; }

    /// <summary>The one file.</summary>
    public Action<Stream, IngestOutput, ExportOptions>? File { get; init; }
}

/// <summary>The formats of <c>--format</c>: the one place where a new one is entered.</summary>
internal static class ExportFormats
{
    private static readonly ImmutableArray<ExportFormat> All =
    [
        new("csv", TableFiles(".csv")) { Tables = (folder, _) => new CsvFiles(folder.Create) },
        new("parquet", TableFiles(".parquet")) { Tables = (folder, options) => new ParquetFiles(folder.Create, options) },
        new("sqlite", [SqliteFile.FileName]) { Tables = (folder, _) => new SqliteFile(folder.PathOf(SqliteFile.FileName)) },
        new("duckdb", [DuckDbFile.FileName]) { Tables = (folder, _) => new DuckDbFile(folder.PathOf(DuckDbFile.FileName)) },
        new("xlsx", [OfficeWorkbook.FileName]) { File = OfficeWorkbook.Write },
        new("html", [FindingsPage.FileName]) { File = (stream, output, options) => FindingsPage.Write(stream, output, options.Language) },
        new("sarif", [SarifLog.FileName]) { File = (stream, output, options) => SarifLog.Write(stream, output.Findings.Concat(output.Gone), options.Language, OwnProgram.Version) },
    ];

    /// <summary>The names as a help text lists them.</summary>
    public static string Names => string.Join(", ", All.Select(format => format.Name).Prepend("jsonl"));

    /// <summary>Every file that some format writes.</summary>
    public static ImmutableArray<string> Files { get; } = [.. All.SelectMany(format => format.Files), .. PackageFiles.Names];

    /// <summary>Which file of each format says who has published; findings alone do not.</summary>
    public static IEnumerable<(string Format, string File)> WithCoverage =>
        All.Where(format => format.Name != "sarif").Select(format => (format.Name, format.Files.FirstOrDefault(file => file.StartsWith(OutputTables.Coverage.Name, StringComparison.Ordinal)) ?? format.Files[0]));

    /// <summary>Writes a finished output in further formats.</summary>
    /// <param name="output">Its JSON lines, complete.</param>
    /// <param name="settings">Options of the run, for the README.</param>
    /// <param name="beside">Files of the output that lie in the folder already, or will.</param>
    public static void Write(
        ImmutableArray<string> formats, IngestOutput output, OutputFolder folder, ExportOptions options, ImmutableSortedDictionary<string, string> settings, IEnumerable<string> beside)
    {
        var asked = All.Where(format => formats.Contains(format.Name)).ToList();
        var tables = asked.Select(format => format.Tables).OfType<Func<OutputFolder, ExportOptions, ITableFormat>>().ToList();
        if (tables.Count > 0) WriteTables(tables, output, folder, options);
        foreach (var format in asked.Where(format => format.File is not null))
        {
            using var stream = folder.Create(format.Files[0]);
            format.File!(stream, output, options);
        }
        if (tables.Count > 0) PackageFiles.Write(folder.Create, new PackageContents([.. folder.Names.Concat(beside).Distinct()], options, settings));
    }

    private static void WriteTables(List<Func<OutputFolder, ExportOptions, ITableFormat>> formats, IngestOutput output, OutputFolder folder, ExportOptions options)
    {
        var open = new List<ITableFormat>();
        try
        {
            foreach (var format in formats) open.Add(format(folder, options));
            TablePass.Write(output, options, [.. open]);
        }
        finally
        {
            foreach (var format in open) format.Dispose();
        }
    }

    private static ImmutableArray<string> TableFiles(string extension) => [.. OutputTables.Names.Select(name => name + extension)];

    /// <returns>The names in the list, <c>jsonl</c> first.</returns>
    /// <exception cref="UsageException">There is no such format.</exception>
    public static ImmutableArray<string> Parse(string? list)
    {
        var names = (list ?? "").Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        foreach (var name in names.Where(name => name != "jsonl" && All.All(format => format.Name != name)))
        {
            throw new UsageException($"没有“{name}”这种输出格式，可用：{Names}。", $"There is no format “{name}”; there is {Names}.");
        }
        return [.. names.Prepend("jsonl").Distinct()];
    }
}
