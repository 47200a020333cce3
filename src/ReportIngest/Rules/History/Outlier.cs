using System.Globalization;
using ReportIngest.Corpus;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.History;

/// <summary>A number far from the unit's other years and from its peers: ten times or a tenth of both, and rare by the robust z-score of both.</summary>
internal sealed class Outlier : ICorpusRule
{
    private const int Far = 10;

    /// <summary>Iglewicz and Hoaglin (1993): a modified z-score beyond 3.5 is an outlier.</summary>
    private const double Rare = 3.5;

    /// <summary>A median of fewer years or peers is chance.</summary>
    private const int FewestYears = 3, FewestPeers = 10;

    /// <summary>1 request against 12 is ten times and nothing strange: small counts vary so.</summary>
    private const decimal SmallestDifference = 100;

    public RuleInfo Info { get; } = new("RI704", Category.History, Severity.Note, new("数值异常波动", "Outlier"));

    public IEnumerable<Observation> Check(UnitHistory history)
    {
        if (history.Report.Record is not { Level: { } level, Year: { } year }) return [Observation.CannotTell];
        return history.Report.Record.Fields.Where(field => Peers.IsWatched(field.Indicator)).Select(field => Judge(history, field.Indicator, level, year));
    }

    private Observation Judge(UnitHistory history, Indicator cell, Level level, int year)
    {
        if (history.OtherYears.Length < FewestYears || history.Report[cell.Code] is not { Value: { State: CellState.Reported, Number: { } number } }) return Observation.CannotTell;
        var years = history.OtherYears.Where(other => other[cell.Code]?.Value.State == CellState.Reported).ToList();
        var peers = history.Peers.Of(level, year, cell.Code);
        if (years.Count < FewestYears || peers is not { Count: >= FewestPeers } || !history.CanBeCompared) return Observation.CannotTell;
        // Most cells are like the peers': their own years need no median.
        if (!IsFar(number, peers)) return Observation.Holds;
        var own = Usual.Of([.. years.Select(other => ((double)other[cell.Code]!.Value.Number!.Value, 1)).Order()]);
        return IsFar(number, own) && number > (decimal)own.Median == number > (decimal)peers.Median
            ? Observation.Fails(Found(history, cell, number, own, peers))
            : Observation.Holds;
    }

    private static bool IsFar(decimal number, Usual usual)
    {
        var median = (decimal)usual.Median;
        var far = number >= Far * median || number * Far <= median;
        return far && Math.Abs(number - median) >= SmallestDifference && Math.Abs(usual.Z((double)number)) >= Rare;
    }

    private Finding Found(UnitHistory history, Indicator cell, decimal number, Usual own, Usual peers)
    {
        var name = Words.Cell(cell);
        var (n, mine, theirs) = (Words.Number(number), Round(own.Median), Round(peers.Median));
        var (z, peersZ) = (Round(own.Z((double)number)), Round(peers.Z((double)number)));
        return CorpusFindings.Of(
            Info,
            history,
            new Message(
                $"{name.Zh}填的是 {n}；本单位其他 {own.Count} 年的中位数是 {mine}{Times(number, own)}，同级 {peers.Count} 份报告的中位数是 {theirs}{Times(number, peers)}。请核对是否多写或少写了位数、用错了单位；属实的，建议在报告中说明原因。",
                $"{name.En} says {n}; the median of the unit's other {own.Count} years is {mine} (robust z {z}), that of {peers.Count} reports of its level {theirs} (robust z {peersZ}). Check the digits and the unit; where it is true, explain it in the report."),
            cell) with { Actual = number };
    }

    /// <summary>What an official understands of a z-score; nothing where the median is 0.</summary>
    private static string Times(decimal number, Usual usual)
    {
        if (number == 0 || usual.Median == 0) return "";
        var times = (double)number / usual.Median;
        return times > 1 ? $"（约为其 {Round(times)} 倍）" : string.Create(CultureInfo.InvariantCulture, $"（约为其 1/{Math.Round(1 / times)}）");
    }

    private static string Round(double number) => Math.Round(number, 1, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture);
}
