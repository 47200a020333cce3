using ReportIngest.Reports;
using ReportIngest.Reports.Narratives;

namespace ReportIngest.Rules.Narrative;

/// <summary>Whose number a statement gives, where it does not say so itself.</summary>
internal static class ClaimOwners
{
    public static bool IsUnit(Claim claim, Report report) => claim.Owner == Owner.Unit || SpeaksOfItself(report);

    public static bool AreOne(Claim one, Claim other, Report report) =>
        one.Owner == other.Owner || (one.Owner != Owner.Other && other.Owner != Owner.Other && SpeaksOfItself(report));

    /// <summary>A township or department has nobody else to speak of; a government may mean its office or the whole place.</summary>
    private static bool SpeaksOfItself(Report report) => report.Unit?.Level is Level.Township or Level.Department;
}
