using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace ReportIngest.Rules;

/// <summary>
/// Tells from run to run whether a finding is the same one. It names the rule, the unit, the year and the cells, never a number or a place:
/// a corrected neighbour, another layout or another folder leaves it as it is.
/// </summary>
public static class Fingerprint
{
    /// <summary>32 hex digits for each of the findings of one file, in their order; no two are equal.</summary>
    public static ImmutableArray<string> Of(IEnumerable<Finding> findings)
    {
        var seen = new Dictionary<string, int>();
        var prints = ImmutableArray.CreateBuilder<string>();
        foreach (var finding in findings)
        {
            var identity = Identity(finding);
            var occurrence = seen[identity] = seen.GetValueOrDefault(identity) + 1;
            prints.Add(Hash($"{identity}\n{occurrence.ToString(CultureInfo.InvariantCulture)}"));
        }
        return prints.ToImmutable();
    }

    private static string Identity(Finding finding)
    {
        var subject = finding.Subject;
        // A file without a report is told from its namesakes in other folders by its whole path.
        var who = subject.Division ?? subject.Organization ?? (subject.Report is null ? subject.Path : subject.Path[(subject.Path.LastIndexOf('/') + 1)..]);
        var year = subject.Year?.ToString(CultureInfo.InvariantCulture);
        return string.Join('\n', finding.Rule.Id, who, year, finding.Part ?? string.Join(',', finding.Indicators));
    }

    // 128 bits: enough that two findings of a corpus never meet, short enough to be read out.
    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}
