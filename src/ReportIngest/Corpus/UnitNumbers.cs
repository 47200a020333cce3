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
    /// <param name="earlier">It stands in an earlier output.</param>
    public KeptReport See(IndexEntry report, bool earlier)
    {
        if (report.Unit is not { } name) return new KeptReport(KeptReport.Nobody, _next++, report.Year, report.Scope, report.Place, earlier);
        var owner = NumberOf(name);
        var number = UnitKey.IsDistinct(report.Division, name) ? owner : NumberOf($"{name}\n{report.Path}");
        ref var unit = ref _units[(number * Scopes) + (int)report.Scope];
        if (unit < 0) unit = _next++;
        return new KeptReport(owner, unit, report.Year, report.Scope, report.Place, earlier);
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
