namespace ReportIngest.Corpus;

/// <summary>What the second pass keeps in memory of every report, 32 bytes: whose it is, and where its line stands. Everything else is read again when it is needed.</summary>
/// <param name="owner">The number of the unit, whatever the scope; <see cref="Nobody"/> for a report that names nobody.</param>
/// <param name="unit">The number of the unit and scope, in the order of their first reports; a report that names nobody, or not distinctly, has one of its own.</param>
/// <param name="earlier">It stands in an earlier output.</param>
internal readonly struct KeptReport(int owner, int unit, int? year, Scope scope, LinePlace place, bool earlier)
{
    public const int Nobody = -1;

    private const int NoYear = int.MinValue;

    // Smaller than what they stand for, and there are many.
    private readonly int _year = year ?? NoYear;
    private readonly byte _scope = (byte)scope;

    public LinePlace Place { get; } = place;

    public int Owner { get; } = owner;

    public int Unit { get; } = unit;

    public bool Earlier { get; } = earlier;

    public int? Year => _year == NoYear ? null : _year;

    public Scope Scope => (Scope)_scope;
}
