using System.Runtime.InteropServices;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Corpus;

/// <summary>Numbers of the units of one level and year, cell by cell, for what is usual among them.</summary>
public sealed class Peers
{
    private readonly Dictionary<(Level Level, int Year, string Code), List<float>> _numbers = [];
    private bool _sorted;

    /// <summary>Table two, and the totals of tables three and four: a total stands for its parts.</summary>
    internal static bool IsWatched(Indicator cell) =>
        cell.Kind != IndicatorKind.Change && (cell.Section == 2 || cell.Code.EndsWith(".total", StringComparison.Ordinal));

    public void Add(ReportRecord report)
    {
        if (report.Level is not { } level || report.Year is not { } year) return;
        foreach (var field in report.Fields)
        {
            if (field.Value.State != CellState.Reported || !IsWatched(field.Indicator)) continue;
            ref var numbers = ref CollectionsMarshal.GetValueRefOrAddDefault(_numbers, (level, year, field.Indicator.Code), out _);
            (numbers ??= []).Add((float)field.Value.Number!.Value); // seven digits are enough for a median
        }
        _sorted = false;
    }

    /// <summary>The numbers in order; empty where no unit of the level has the cell.</summary>
    public IReadOnlyList<float> Of(Level level, int year, string code)
    {
        if (!_sorted)
        {
            foreach (var numbers in _numbers.Values) numbers.Sort();
            _sorted = true;
        }
        return _numbers.GetValueOrDefault((level, year, code)) ?? [];
    }
}
