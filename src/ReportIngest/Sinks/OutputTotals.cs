using ReportIngest.Corpus;
using ReportIngest.Reports;

namespace ReportIngest.Sinks;

/// <summary>What an output comes to, counted report by report.</summary>
internal sealed class OutputTotals
{
    private readonly HashSet<string> _units = [];
    private readonly SortedSet<int> _years = [];

    public int Reports { get; private set; }

    /// <summary>Cells that the reports have a value, or the lack of one, for.</summary>
    public long Fields { get; private set; }

    public long Sections { get; private set; }

    public int Units => _units.Count;

    public IReadOnlyCollection<int> Years => _years;

    public Checks Checks { get; private set; }

    public Completeness Cells { get; private set; }

    public void Add(ReportRecord report)
    {
        Reports++;
        Fields += report.Fields.Length;
        Sections += report.Sections.Length;
        if ((report.Division ?? report.Organization) is { } unit) _units.Add(unit);
        if (report.Year is { } year) _years.Add(year);
        Checks += report.Checks;
        Cells += report.Completeness;
    }
}
