using ReportIngest.Cli.Ingesting;

namespace ReportIngest.Cli.Refreshing;

/// <summary>What a run counts, on one thread.</summary>
internal sealed class RefreshTally
{
    public SortedDictionary<string, int> Sightings { get; } = new(StringComparer.Ordinal);

    /// <summary>Failures by their code.</summary>
    public SortedDictionary<string, int> Failures { get; } = new(StringComparer.Ordinal);

    public int Read { get; private set; }

    public bool HasBugs { get; private set; }

    public void Add(Sighting sighting)
    {
        Increase(Sightings, Spelling.Snake(sighting.Kind));
        if (sighting.Failure is { } failure) Increase(Failures, failure.Code);
    }

    public void AddRead(FileOutcome outcome)
    {
        Read++;
        HasBugs |= outcome.Bug is not null;
    }

    private static void Increase(SortedDictionary<string, int> counts, string key) => counts[key] = counts.GetValueOrDefault(key) + 1;
}
