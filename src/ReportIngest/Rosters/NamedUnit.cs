using System.Collections.Immutable;
using ReportIngest.Reports;

namespace ReportIngest.Rosters;

/// <summary>A unit with every name it goes by.</summary>
/// <param name="Above">Names of what it belongs to, the nearest first.</param>
internal sealed record NamedUnit(RosterUnit Unit, ImmutableArray<string> Above)
{
    /// <summary>「郏县」 has two characters, and no name fewer.</summary>
    public const int ShortestName = 2;

    /// <summary>As the roster has them, name and aliases.</summary>
    public ImmutableArray<string> Full { get; } = [.. Unit.Aliases.Prepend(Unit.Name).Select(UnitCore.Of).Distinct()];

    /// <summary>The same, and without the names of what it belongs to: 郏县王集乡 and 王集乡.</summary>
    public ImmutableArray<string> Names => [.. Full.Concat(Full.Select(Bare)).Where(name => name.Length >= ShortestName).Distinct()];

    /// <summary>
    /// Whether the unit may be called so: nothing, or names of what it belongs to from the highest down. The nearest may only be left out before a place that
    /// governs itself (河南省郏县): 平顶山市教育局 is not the 教育局 of 郏县.
    /// </summary>
    public bool CanStandBefore(string before)
    {
        if (before.Length == 0) return true;
        var upTo = Unit.Level is Level.Province or Level.City or Level.County ? Above.Length : Math.Min(1, Above.Length);
        return Enumerable.Range(0, upTo).Any(nearest => IsPath(before, nearest));
    }

    /// <summary>Ends in the name at <paramref name="nearest"/>, before which any of the higher ones stand in their order.</summary>
    private bool IsPath(string before, int nearest)
    {
        if (!before.EndsWith(Above[nearest], StringComparison.Ordinal)) return false;
        var rest = before[..^Above[nearest].Length];
        return rest.Length == 0 || Enumerable.Range(nearest + 1, Above.Length - nearest - 1).Any(higher => IsPath(rest, higher));
    }

    private string Bare(string full)
    {
        for (var length = full.Length - ShortestName; length > 0; length--)
            if (CanStandBefore(full[..length])) return full[length..];
        return full;
    }
}
