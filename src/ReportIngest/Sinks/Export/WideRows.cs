using System.Collections.Immutable;
using ReportIngest.Corpus;

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

    /// <summary>The row that begins with a report; none where it belongs to an earlier one. It is to be asked for every report, in their order.</summary>
    public IEnumerable<ImmutableArray<ReportRecord>> OfReport(ReportRecord report)
    {
        var number = _report++;
        if (_later.Contains(number)) return [];
        return _others.TryGetValue(number, out var others) ? [[report, .. others.Select(_output.ReadAt)]] : [[report]];
    }
}
