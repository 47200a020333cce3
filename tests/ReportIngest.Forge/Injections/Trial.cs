using System.Collections.Immutable;

namespace ReportIngest.Forge.Injections;

/// <summary>A file as it lies before the program.</summary>
public sealed record GivenFile(string Path, byte[] Bytes);

/// <summary>Files with one fault among them, and what must be found.</summary>
/// <param name="Files">Read together.</param>
/// <param name="Accused">Path of the file, or code of the unit, that the finding must be about.</param>
public sealed record Trial(string Rule, ImmutableArray<GivenFile> Files, string Accused)
{
    /// <summary>Files of an earlier output.</summary>
    public ImmutableArray<GivenFile> Earlier { get; init; } = [];

    /// <summary>A roster in CSV; null for none.</summary>
    public byte[]? Roster { get; init; }

    /// <summary>The year the roster is held against.</summary>
    public int? Year { get; init; }
}

/// <summary>A kind of fault: for a seed the files that have it; null where the report of the seed cannot have it.</summary>
public sealed record Injection(string Rule, Func<int, Trial?> Make)
{
    // Seeds of two injections never meet, so that a rule is not tried on the reports of its neighbour.
    private const int Apart = 1_000_000;

    // Less than one seed in forty cannot have any of the faults.
    private const int Attempts = 400;

    /// <summary>The trial of a seed, or of the next that can have the fault.</summary>
    public Trial Draw(int seed)
    {
        for (var attempt = 0; attempt < Attempts; attempt++)
            if (Make(seed + attempt * Apart) is { } trial) return trial;
        throw new InvalidOperationException($"{Rule}: no report for seed {seed} can have the fault.");
    }
}
