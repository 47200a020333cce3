using ReportIngest.Reports;
using ReportIngest.Reports.Narratives;

namespace ReportIngest.Rules.Narrative;

/// <summary>Whether two statements are about the same unit.</summary>
internal static class ClaimScopes
{
    /// <summary>A township or department has nobody else to speak of where it does not say whose number it is; a government may mean its office or the whole place.</summary>
    public static bool AreOne(Claim one, Claim other, Report report) =>
        one.Scope == other.Scope || (one.Scope != Scope.Other && other.Scope != Scope.Other && report.Unit?.Level is Level.Township or Level.Department);
}
