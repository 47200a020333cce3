using System.Collections.Immutable;
using ReportIngest.Corpus;

namespace ReportIngest.Rosters;

/// <summary>The statuses of one unit, year by year. The reports of the year come first; only where there is none is it asked why.</summary>
/// <param name="rows">The unit's rows in the roster: one for each of its names.</param>
internal sealed class UnitCoverage(ImmutableArray<RosterUnit> rows, Filing filing, DateOnly asOf, bool complete)
{
    /// <summary>The first year of the form's tables: a report on an earlier one has none.</summary>
    private const int FirstYearOfTables = 2019;

    private readonly ImmutableArray<FiledReport> _all = [.. filing.Of(rows[0].Code)];

    public CoverageEntry In(int year)
    {
        var unit = rows.FirstOrDefault(row => row.IsValidIn(year)) ?? rows[0];
        var all = Of(year);
        var reports = Distinct(all);
        if (unit.Exempt)
            return Entry(CoverageStatus.Exempt, new("名录注明不必单独编制年度报告。", "The roster exempts it from a report of its own."));
        if (reports.IsEmpty) return Absence(unit, year);
        if (AreSeveral(reports)) return Entry(CoverageStatus.Duplicate, CoverageWords.Duplicate(reports), DaysLate(unit, year, reports));
        var late = DaysLate(unit, year, reports);
        if (Content(year, reports) is var (status, reason)) return Entry(status, reason, late);
        return Entry(
            late switch { null => CoverageStatus.Published, 0 => CoverageStatus.OnTime, _ => CoverageStatus.Late },
            CoverageWords.Timing(Published(year, reports), unit.DueFor(year), late, reports.Select(filed => filed.Report.Cells)),
            late) with { LacksCells = reports.Any(filed => filed.Report.Cells.Found < filed.Report.Cells.Expected) };

        CoverageEntry Entry(CoverageStatus status, Message reason, int? days = null) =>
            new(unit, year, status, days, [.. all.Select(filed => filed.Report.Id).Distinct()], reason, NewlySilent: false);
    }

    private CoverageEntry Absence(RosterUnit unit, int year)
    {
        var due = unit.DueFor(year);
        if (!unit.IsValidIn(year)) return Entry(CoverageStatus.NotDue, CoverageWords.NotThere(unit, year), []);
        if (asOf <= due) return Entry(CoverageStatus.NotDue, CoverageWords.NotYet(due, asOf), []);
        if (filing.Mislabelled(unit, year).ToList() is [_, ..] others) return Entry(CoverageStatus.WrongUnit, CoverageWords.WrongUnit(unit.Code, others), others);
        if (MeantFor(year).ToList() is [_, ..] otherYears) return Entry(CoverageStatus.WrongYear, CoverageWords.WrongYear(year, otherYears), otherYears);
        if (filing.Unread(unit.Code, year).ToList() is [var file, ..]) return Entry(CoverageStatus.Unreadable, CoverageWords.Unread(file), []);
        if (filing.Doubtful(unit.Code, year).ToList() is [_, ..] doubtful) return Entry(CoverageStatus.NotChecked, CoverageWords.Doubtful(doubtful), doubtful);
        if (!complete)
            return Entry(CoverageStatus.NotChecked, CoverageWords.NotAllRead, []);
        var silent = _all.Any(filed => filed.Report.Year == year - 1);
        return Entry(CoverageStatus.Missing, CoverageWords.Missing(due, OtherYears(), silent), []) with { NewlySilent = silent };

        CoverageEntry Entry(CoverageStatus status, Message reason, IEnumerable<FiledReport> of) =>
            new(unit, year, status, null, [.. of.Select(filed => filed.Report.Id).Distinct()], reason, NewlySilent: false);
    }

    /// <summary>The reports that say they are of the year. Of several, one that was meant for a year without a report or for another unit is not one too many.</summary>
    private ImmutableArray<FiledReport> Of(int year)
    {
        ImmutableArray<FiledReport> reports = [.. _all.Where(filed => filed.Report.Year == year)];
        if (reports.Length < 2) return reports;
        ImmutableArray<FiledReport> own = [.. reports.Where(filed => !IsElsewhere(filed, year))];
        return own.IsEmpty ? reports : own;
    }

    private bool IsElsewhere(FiledReport filed, int year)
    {
        var labels = filed.Labels.Select(label => label.Code).ToList();
        if (!labels.Contains(rows[0].Code) && labels.Exists(code => !filing.Of(code).Any(other => other.Report.Year == year))) return true;
        return !filed.LiesUnder(year) && Candidates(filed).Any(other => other != year && _all.All(report => report.Report.Year != other));
    }

    /// <summary>Reports of the unit about another year, or none, that were meant for this one.</summary>
    private IEnumerable<FiledReport> MeantFor(int year) => _all.Where(filed => filed.Report.Year != year && Candidates(filed).Contains(year));

    /// <summary>
    /// Years that a report may be meant for whatever it says: those of its paths (last year's file may be handed in again), and that before its publication when the unit has published another
    /// report on the year it names in time. (A lone report published a year late is just late.)
    /// </summary>
    private IEnumerable<int> Candidates(FiledReport filed)
    {
        foreach (var (path, _) in filed.PathYears) yield return path;
        if (filed.Report is { Published: { } day, Year: { } year } && day.Year > year + 1
            && _all.Any(other => other.Report.Year == year && other.Report.Published?.Year == year + 1))
            yield return day.Year - 1;
    }

    /// <summary>One for each that differs: the same report in two formats has the same cells, or where one of them could not be read well, the same words.</summary>
    private static ImmutableArray<FiledReport> Distinct(ImmutableArray<FiledReport> reports) =>
    [
        .. reports
            .DistinctBy(filed => filed.Report.Cells.Found > 0 ? filed.Report.Numbers : filed.Report.Id)
            .OrderByDescending(filed => filed.Report.Cells.Found)
            .DistinctBy(filed => filed.Report.Prose ?? filed.Report.Id)
            .OrderBy(filed => filed.Report.Path, StringComparer.Ordinal),
    ];

    /// <summary>A place may publish its own office's report and one that adds up all its units, where both say which they are.</summary>
    private static bool AreSeveral(ImmutableArray<FiledReport> reports) =>
        reports.Length > 1 && (reports.Any(filed => filed.Report.Scope == Scope.Unsaid) || reports.DistinctBy(filed => filed.Report.Scope).Count() < reports.Length);

    private (CoverageStatus Status, Message Reason)? Content(int year, ImmutableArray<FiledReport> reports)
    {
        foreach (var (report, cells) in reports.Select(filed => (filed.Report, filed.Report.Cells)))
        {
            if (cells.Expected == 0 && year >= FirstYearOfTables)
                return (CoverageStatus.Partial, CoverageWords.NoTables(report.Lacks));
            if (cells.Found < cells.Expected && report.Lacks != Lack.Nothing) return (CoverageStatus.Partial, CoverageWords.TooFewCells(cells, report.Lacks));
            if (cells.Found < cells.Expected) continue; // what we did not find may hold anything
            if (cells.Found > 0 && report.IsNothing)
                return (CoverageStatus.Empty, new("表格全部是零或空白；规模小的单位可能确实如此。", "Every cell of the form is zero or blank, which may be right for a small unit."));
            if (report.Prose is not null && _all.Any(filed => filed.Report.Year == year - 1 && filed.Report.Prose == report.Prose && filed.Report.Numbers == report.Numbers))
                return (CoverageStatus.Empty, new("表格和文字与上一年度的报告完全相同。", "Tables and text are those of last year's report."));
        }
        return null;
    }

    private static int? DaysLate(RosterUnit unit, int year, ImmutableArray<FiledReport> reports) =>
        Published(year, reports) is { } day ? Math.Max(0, day.DayNumber - unit.DueFor(year).DayNumber) : null;

    /// <summary>The first day of publication among the reports. A day before the year was over is a slip of the pen, and no day is known.</summary>
    private static DateOnly? Published(int year, ImmutableArray<FiledReport> reports) =>
        reports.Select(filed => filed.Report.Published).Where(day => day?.Year > year).Min();

    private IEnumerable<int> OtherYears() => _all.Select(filed => filed.Report.Year).OfType<int>().Distinct().Order();
}
