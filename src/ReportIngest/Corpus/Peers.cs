using System.Collections.Frozen;
using System.Runtime.InteropServices;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Corpus;

/// <summary>What is usual among the units of one level and year, cell by cell.</summary>
public sealed class Peers
{
    private readonly FrozenDictionary<(Level Level, int Year, string Code), Usual> _usual;

    internal Peers(FrozenDictionary<(Level Level, int Year, string Code), Usual> usual) => _usual = usual;

    /// <summary>Table two, and the totals of tables three and four: a total stands for its parts.</summary>
    internal static bool IsWatched(Indicator cell) =>
        cell.Kind != IndicatorKind.Change && (cell.Section == 2 || cell.Code.EndsWith(".total", StringComparison.Ordinal));

    /// <summary>Null where no unit of the level has a number in the cell.</summary>
    public Usual? Of(Level level, int year, string code) => _usual.GetValueOrDefault((level, year, code));
}

/// <summary>The numbers of all reports that are watched, until what is usual among them can be told.</summary>
internal sealed class PeerNumbers
{
    private readonly Dictionary<(Level Level, int Year, string Code), CountedNumbers> _numbers = [];

    public void Add(ReportRecord report)
    {
        if (report.Level is not { } level || report.Year is not { } year) return;
        foreach (var field in report.Fields)
        {
            if (field.Value.State != CellState.Reported || !Peers.IsWatched(field.Indicator)) continue;
            ref var numbers = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, (level, year, field.Indicator.Code), out _);
            (numbers ??= new CountedNumbers()).Add((float)field.Value.Number!.Value);
        }
    }

    public Peers ToPeers() => new(_numbers.ToFrozenDictionary(cell => cell.Key, cell => Usual.Of(cell.Value.InOrder())));
}
