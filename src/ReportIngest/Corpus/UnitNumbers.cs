using System.Runtime.InteropServices;

namespace ReportIngest.Corpus;

/// <summary>Numbers the units in the order in which they are seen, and their scopes.</summary>
internal sealed class UnitNumbers
{
    private static readonly int Scopes = Enum.GetValues<Scope>().Length;

    private readonly Dictionary<UInt128, int> _numbers = [];

    /// <summary>By number and scope; -1 where there is no report yet.</summary>
    private readonly ChunkedList<int> _units = [];

    private int _next;

    /// <summary>
    /// A name that is not distinct is no unit: every 教育局 of the country would be held against every other. Its reports are compared only with what an earlier output has at their path.
    /// </summary>
    public KeptReport See(string? division, string? organization, string path, int? year, Scope scope, LinePlace place, bool earlier)
    {
        if ((division ?? UnitKey.Of(organization)) is not { } name) return new KeptReport(KeptReport.Nobody, _next++, year, scope, place, earlier);
        var owner = NumberOf(name);
        var number = UnitKey.IsDistinct(division, name) ? owner : NumberOf($"{name}\n{path}");
        ref var unit = ref _units[(number * Scopes) + (int)scope];
        if (unit < 0) unit = _next++;
        return new KeptReport(owner, unit, year, scope, place, earlier);
    }

    private int NumberOf(string name)
    {
        ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, Digest.Of(name), out var isKnown);
        if (isKnown) return number;
        number = _numbers.Count - 1;
        for (var i = 0; i < Scopes; i++) _units.Add(-1);
        return number;
    }
}
