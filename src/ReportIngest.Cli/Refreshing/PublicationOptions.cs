using System.Globalization;
using ReportIngest.Cli.Configuring;
using ReportIngest.Cli.Covering;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Cli.Storing;
using ReportIngest.Sinks.Export;

namespace ReportIngest.Cli.Refreshing;

/// <summary>The configuration as the options of the run of <c>ingest</c> that would write the same.</summary>
internal static class PublicationOptions
{
    public static IngestOptions Of(Configuration configuration, string folder, DateOnly asOf, string language)
    {
        var settings = configuration.Refresh;
        return new IngestOptions(
            [.. settings.Sources.Select(source => source.Place)], folder, settings.Formats, settings.Jobs, settings.Isolation, null, [], [], null,
            new RosterChoice(settings.Roster, [], asOf), new VerdictFiles(null, null))
        {
            Configuration = configuration,
            Export = ExportOptions.Default with { Language = language },
        };
    }

    /// <summary>Equal for options that write the same. With a roster it depends on the day what is due.</summary>
    public static string Stamp(IngestOptions options)
    {
        var due = string.Join(' ', options.Configuration.Due.OrderBy(day => day.Key).Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.Key}={day.Value.Month}-{day.Value.Day}")));
        var rosters = string.Join(' ', SourceRosters.Files(options).Select(file => $"{ContentFiles.HashOf(SmallFile.Read(file.Key))} {string.Join(' ', file)}"));
        return string.Join('|', options.Output, string.Join(',', options.Formats), options.Export.Language, due, rosters, rosters.Length > 0 ? Spelling.Date(options.Roster.AsOf) : "");
    }
}
