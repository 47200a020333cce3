using System.Collections.Immutable;
using System.Globalization;
using ReportIngest.Cli.Storing;

namespace ReportIngest.Cli.Refreshing;

/// <summary>A change that was published by a run which was ended before it could say so: the next run says it.</summary>
/// <param name="Kind">As in <c>run.json</c>.</param>
/// <param name="Cells">As in <c>run.json</c>.</param>
internal sealed record UntoldChange(long Run, string Kind, string Path, string? Unit, int? Year, string Cells)
{
    private const string Untold = "state = 'published' AND record IS NULL AND id <> $0";

    public static ImmutableArray<UntoldChange> Of(OpenRun run) =>
    [
        .. run.State.Query(
            $"SELECT version.run, change, path, unit, year, cells FROM version JOIN reading ON reading.id = version.reading WHERE version.run IN (SELECT id FROM run WHERE {Untold}) ORDER BY version.id",
            row => new UntoldChange(row.GetInt64(0), row.GetString(1), row.GetString(2), row.TextOrNull(3), (int?)row.NumberOrNull(4), row.GetString(5)),
            run.Number),
    ];

    public static void MarkTold(OpenRun run) => run.State.Execute(
        $"UPDATE run SET record = $1 WHERE {Untold}", run.Number, string.Create(CultureInfo.InvariantCulture, $$"""{"schema":"reportingest.refresh/1","told_by":{{run.Number}}}"""));
}
