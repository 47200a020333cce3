using System.Security.Cryptography;
using System.Text;

namespace ReportIngest.Rules;

/// <summary>
/// Tells whether a finding of this run is one of the last run's. It is made of the rule, the report (unit and year where both are known,
/// so that it survives a new file; else the path) and the cells, and not of the numbers: a number still wrong, but differently, is the same fault.
/// </summary>
public static class Fingerprint
{
    /// <summary>32 hex digits. A finding without cells is told from its neighbours by its sentence.</summary>
    public static string Of(Finding finding)
    {
        var subject = finding.Subject;
        var report = subject is { Organization: { } organization, Year: { } year } ? $"{organization}\n{year}" : subject.Path;
        var what = finding.Indicators.IsEmpty ? finding.Message.En : string.Join(' ', finding.Indicators.Order(StringComparer.Ordinal));
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{finding.Rule.Id}\n{report}\n{what}"));
        return Convert.ToHexStringLower(hash.AsSpan(0, 16)); // 128 bits: no two of a billion findings meet
    }
}
