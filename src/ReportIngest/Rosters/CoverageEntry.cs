using System.Collections.Immutable;

namespace ReportIngest.Rosters;

/// <summary>What is known of one unit's report for one year. Written in lower case with <c>_</c>: <c>on_time</c>.</summary>
public enum CoverageStatus
{
    OnTime,
    Late,

    /// <summary>A report is at hand that tells no day of publication.</summary>
    Published,

    /// <summary>Due and not at hand.</summary>
    Missing,

    /// <summary>A file that bears the unit's name could not be read, or holds no report.</summary>
    Unreadable,

    /// <summary>A report without content: all cells blank or zero, or last year's over again.</summary>
    Empty,

    /// <summary>Instead of this year's there is a report of another year.</summary>
    WrongYear,

    /// <summary>A file that bears the unit's name holds the report of another unit.</summary>
    WrongUnit,

    /// <summary>Several documents that differ.</summary>
    Duplicate,

    /// <summary>Cells of the form are not there, or could not be located.</summary>
    Partial,

    /// <summary>The day is not over yet, or the unit was not there at the end of the year.</summary>
    NotDue,

    Exempt,

    /// <summary>It cannot be told: a file at hand may be the unit's, or the run was stopped before all were read.</summary>
    NotChecked,
}

/// <param name="DaysLate">From the due day to the printed day of publication; 0 in time, null where no day is known or there is no report.</param>
/// <param name="Reports">Ids of the documents that the status speaks of.</param>
/// <param name="NewlySilent">Missing, and last year's is at hand.</param>
public sealed record CoverageEntry(
    RosterUnit Unit, int Year, CoverageStatus Status, int? DaysLate, ImmutableArray<string> Reports, Message Reason, bool NewlySilent)
{
    /// <summary>The report counts as whole, and some of its cells were not located by us: a reader is to see that beside the status.</summary>
    public bool LacksCells { get; init; }

    /// <summary>It had to publish: neither exempt nor not yet due.</summary>
    public bool IsDue => Status is not (CoverageStatus.Exempt or CoverageStatus.NotDue);

    /// <summary>A report of the unit and year is at hand, whatever is wrong with it.</summary>
    public bool IsPublished => Status is CoverageStatus.OnTime or CoverageStatus.Late or CoverageStatus.Published
        or CoverageStatus.Empty or CoverageStatus.Duplicate or CoverageStatus.Partial;

    /// <summary>There is no report of the unit for the year: nobody's, another year's or another unit's.</summary>
    public bool IsAbsent => Status is CoverageStatus.Missing or CoverageStatus.WrongYear or CoverageStatus.WrongUnit;
}
