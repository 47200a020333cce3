using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Outputs;

namespace ReportIngest.Sinks.Export;

/// <summary>
/// The documents that make up each row of the table <c>wide</c>. A row stands where its first document does; the others of a row are read from their places, and most
/// rows have none, so that what is kept in memory is little.
/// </summary>
internal sealed class WideRows
{
    private readonly IngestOutput _output;
    private readonly Dictionary<int, List<LinePlace>> _others = [];
    private readonly HashSet<int> _later = [];
    private int _report;

    private WideRows(IngestOutput output) => _output = output;

    /// <exception cref="FormatException">A line of the output is not what this program writes.</exception>
    public static WideRows Of(IngestOutput output)
    {
        var rows = new WideRows(output);
        var first = new Dictionary<(string, int, Scope), int>();
        foreach (var (number, entry) in output.Entries.Index())
        {
            // Who names no unit or no year is a row of its own: nobody knows what it belongs to.
            if (entry is not { Unit: { } unit, Year: { } year } || first.TryAdd((unit, year, entry.Scope), number)) continue;
            var row = first[(unit, year, entry.Scope)];
            if (!rows._others.TryGetValue(row, out var others)) rows._others[row] = others = [];
            others.Add(entry.Place);
            rows._later.Add(number);
        }
        return rows;
    }

    /// <summary>The rows by unit and year, each read from its places: units in the order given, then all others as they stand.</summary>
    /// <param name="units">Codes of the roster.</param>
    /// <exception cref="FormatException">A line of the output is not what this program writes.</exception>
    public static IEnumerable<ImmutableArray<ReportRecord>> InOrderOf(IngestOutput output, ImmutableArray<string> units)
    {
        var (rows, rank) = (Of(output), units.Index().ToDictionary(unit => unit.Item, unit => unit.Index));
        var order = output.Entries.Index().Where(entry => !rows._later.Contains(entry.Index))
            .Select(entry => (Number: entry.Index, entry.Item.Place, Rank: entry.Item.Division is { } code && rank.TryGetValue(code, out var known) ? known : units.Length, entry.Item.Year))
            .OrderBy(row => row.Rank).ThenBy(row => row.Rank < units.Length ? row.Year : null).ThenBy(row => row.Number);
        return order.Select(row => rows._others.TryGetValue(row.Number, out var others)
            ? [output.ReadAt(row.Place), .. others.Select(output.ReadAt)]
            : ImmutableArray.Create(output.ReadAt(row.Place)));
    }

    /// <summary>The row that begins with a report; none where it belongs to an earlier one. It is to be asked for every report, in their order.</summary>
    public IEnumerable<ImmutableArray<ReportRecord>> OfReport(ReportRecord report)
    {
        var number = _report++;
        if (_later.Contains(number)) return [];
        return _others.TryGetValue(number, out var others) ? [[report, .. others.Select(_output.ReadAt)]] : [[report]];
    }
}
