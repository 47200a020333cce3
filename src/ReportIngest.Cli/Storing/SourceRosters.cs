using System.Collections.Immutable;
using ReportIngest.Cli.Covering;
using ReportIngest.Cli.Ingesting;

namespace ReportIngest.Cli.Storing;

/// <summary>The rosters of the sources: a report is looked for in that of its own source, so that two counties may each have a 城关镇.</summary>
internal sealed class SourceRosters
{
    private readonly ImmutableDictionary<string, RosterPass> _ofSource;

    private SourceRosters(ImmutableArray<(RosterPass Pass, ImmutableHashSet<string> Sources)> all)
    {
        All = all;
        _ofSource = all.SelectMany(roster => roster.Sources.Select(source => KeyValuePair.Create(source, roster.Pass))).ToImmutableDictionary();
    }

    /// <summary>In the order in which the sources name them.</summary>
    public ImmutableArray<(RosterPass Pass, ImmutableHashSet<string> Sources)> All { get; }

    /// <exception cref="UsageException">A file is not there or no roster.</exception>
    public static SourceRosters Read(IngestOptions options, Terminal terminal) => new(
    [
        .. Files(options).Select(file =>
        {
            var choice = options.Roster with { Path = file.Key };
            return (new RosterPass(choice.Read(terminal, options.Configuration)!, choice), file.ToImmutableHashSet());
        }),
    ]);

    /// <summary>Names of sources by the file of their roster.</summary>
    public static IEnumerable<IGrouping<string, string>> Files(IngestOptions options) =>
        options.Configuration.Refresh.Sources.Select(source => (source.Name, File: source.Roster ?? options.Roster.Path)).Where(source => source.File is not null)
            .GroupBy(source => source.File!, source => source.Name);

    /// <summary>Null where the source has none.</summary>
    public RosterPass? Of(string source) => _ofSource.GetValueOrDefault(source);
}
