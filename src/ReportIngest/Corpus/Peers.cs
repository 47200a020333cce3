using System.Runtime.InteropServices;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Corpus;

/// <summary>Numbers of the units of one level and year, cell by cell, for what is usual among them.</summary>
public sealed class Peers
{
    /// <summary>Seven digits are enough for a median.</summary>
    private readonly Dictionary<(Level Level, int Year, string Code), List<float>> _numbers = [];

    private readonly Dictionary<(Level Level, int Year, string Code), Usual> _usual = [];

    /// <summary>Table two, and the totals of tables three and four: a total stands for its parts.</summary>
    internal static bool IsWatched(Indicator cell) =>
        cell.Kind != IndicatorKind.Change && (cell.Section == 2 || cell.Code.EndsWith(".total", StringComparison.Ordinal));

    /// <summary>To be called for every report before anything is asked.</summary>
    public void Add(ReportRecord report)
    {
        if (report.Level is not { } level || report.Year is not { } year) return;
        foreach (var field in report.Fields)
        {
            if (field.Value.State != CellState.Reported || !IsWatched(field.Indicator)) continue;
            ref var numbers = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, (level, year, field.Indicator.Code), out _);
            (numbers ??= []).Add((float)field.Value.Number!.Value);
        }
    }

    /// <summary>What is usual in a cell, worked out once; null where no unit of the level has it.</summary>
    public Usual? Of(Level level, int year, string code)
    {
        var key = (level, year, code);
        if (!_usual.TryGetValue(key, out var usual) && _numbers.Remove(key, out var numbers))
            _usual[key] = usual = Usual.Of([.. numbers.Order().Select(number => (double)number)]);
        return usual;
    }
}
