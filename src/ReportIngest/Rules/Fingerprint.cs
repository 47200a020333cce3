using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ReportIngest.Corpus;

namespace ReportIngest.Rules;

/// <summary>
/// Tells from run to run whether a finding is the same one. It names the rule, the unit, the year and the cells, never a number or a place:
/// a corrected neighbour, another layout, another file name or another folder leaves it as it is.
/// </summary>
public static class Fingerprint
{
    /// <summary>32 hex digits for each of the findings of one file, in their order; no two are equal.</summary>
    /// <param name="documents">Where a unit has several documents for a year: what tells them apart.</param>
    public static ImmutableArray<string> Of(IEnumerable<Finding> findings, UnitDocuments? documents = null)
    {
        var seen = new Dictionary<string, int>();
        var prints = ImmutableArray.CreateBuilder<string>();
        foreach (var finding in findings)
        {
            var identity = Identity(finding, documents?.Of(finding.Subject));
            var occurrence = seen[identity] = seen.GetValueOrDefault(identity) + 1;
            prints.Add(Hash($"{identity}\n{occurrence.ToString(CultureInfo.InvariantCulture)}"));
        }
        return prints.ToImmutable();
    }

    private static string Identity(Finding finding, string? document)
    {
        var subject = finding.Subject;
        var year = subject.Year?.ToString(CultureInfo.InvariantCulture);
        var about = finding.Part ?? string.Join(',', finding.Indicators);
        return string.Join('\n', document is null ? [finding.Rule.Id, Who(subject), year, about] : [finding.Rule.Id, Who(subject), year, about, document]);
    }

    private static string? Who(Subject subject)
    {
        if (subject.Path is not { } path) return subject.Division ?? subject.Organization;
        // The name as printed and not the code: that comes and goes with the roster. A file without a report is told from its namesakes in other folders by its whole path.
        return subject.Organization ?? (subject.Report is null ? path : path[(path.LastIndexOf('/') + 1)..]);
    }

    // 128 bits: enough that two findings of a corpus never meet, short enough to be read out.
    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..32];
}

/// <summary>
/// Tells apart several documents of one unit and year (two formats, a corrected one beside the old), whose findings would have one fingerprint. The first by path
/// needs nothing: a lone document may be renamed or moved as one likes. Each further one has its file's name, or its path if an earlier one is called the same.
/// </summary>
public sealed class UnitDocuments
{
    private readonly HashSet<UInt128> _taken = [];
    private readonly Dictionary<UInt128, string> _marks = [];

    /// <summary>To be called for every report of a run, also one without findings, by path.</summary>
    public void Add(Subject report)
    {
        if (report is not { Report: { } id, Path: { } path, Organization: { } unit }) return;
        var known = string.Create(CultureInfo.InvariantCulture, $"{unit}\n{report.Year}");
        if (Take(known)) return;
        var name = path[(path.LastIndexOf('/') + 1)..];
        _marks[Digest.Of(id)] = Take($"{known}\n{name}") ? name : path;
    }

    /// <summary>All reports are added: what only telling a further one apart needs is let go of.</summary>
    public void Complete()
    {
        _taken.Clear();
        _taken.TrimExcess();
    }

    internal string? Of(Subject subject) => subject.Report is { } id && _marks.Count > 0 ? _marks.GetValueOrDefault(Digest.Of(id)) : null;

    private bool Take(string document) => _taken.Add(Digest.Of(document));
}
