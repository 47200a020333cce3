using System.Collections.Immutable;

namespace ReportIngest.Corpus;

/// <summary>A report among the other reports of its unit and scope, and what the corpus knows beyond the unit.</summary>
/// <param name="Others">The unit's other reports of the same scope, any year, by year and path; none that this report replaced.</param>
/// <param name="Replaced">What an earlier output held at this report's path, for the same unit and year; null for nothing.</param>
/// <param name="Peers">Numbers of the units of the same level.</param>
/// <param name="Twin">Another unit's report of the same year with nearly the same text; null for none.</param>
/// <param name="HasOwnText">There is enough text of its own to tell.</param>
public sealed record UnitHistory(
    Dossier Report, ImmutableArray<Dossier> Others, Dossier? Replaced, Peers Peers, Twin? Twin, bool HasOwnText)
{
    /// <summary>The unit's other documents for the same year, before this one in order: each pair is looked at once.</summary>
    public ImmutableArray<Dossier> Before { get; } =
    [
        .. Others.Where(other => other.Record.Year is { } year && year == Report.Record.Year && !other.Earlier
            && string.CompareOrdinal(other.Record.Source.Path, Report.Record.Source.Path) < 0),
    ];

    /// <summary>The documents for the year before: one report, maybe in several copies.</summary>
    public Precedent LastYear { get; } = new([.. Others.Where(other => other.Record.Year is { } year && year == Report.Record.Year - 1)]);

    /// <summary>The unit's other years, one document a year: the first.</summary>
    public ImmutableArray<Dossier> OtherYears { get; } =
        [.. Others.Where(other => other.Record.Year is not null && other.Record.Year != Report.Record.Year).DistinctBy(other => other.Record.Year)];

    /// <summary>
    /// Whether the unit's years can be held against each other: its name is nobody else's, and no year has two reports that are no copies of each other.
    /// </summary>
    public bool CanBeCompared => _canBeCompared ??= Report.IsDistinct && Before.All(other => Versions.AreOne(other, Report) == true) && LastYear.IsOne;

    // Asked for by many cells, and texts are long.
    private bool? _canBeCompared;
}

/// <summary>The report of the year before, in one document or several.</summary>
public sealed record Precedent(ImmutableArray<Dossier> Documents)
{
    public Dossier? First => Documents.FirstOrDefault();

    public bool IsOne => Documents.Skip(1).All(other => Versions.AreOne(Documents[0], other) == true);

    /// <summary>The number of a cell where all documents say the same, else null.</summary>
    public decimal? Number(string code)
    {
        var numbers = Documents.Select(document => document.Number(code)).Distinct().ToList();
        return numbers is [{ } one] ? one : null;
    }
}
