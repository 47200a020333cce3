namespace ReportIngest.Corpus;

/// <summary>What the second pass keeps in memory of every report, some 40 bytes: whose it is, and where its line stands. Everything else is read again when it is needed.</summary>
/// <param name="Owner">The number of the unit, whatever the scope; <see cref="Nobody"/> for a report that names nobody.</param>
/// <param name="Unit">The number of the unit and scope, in the order of their first reports; a report that names nobody has one of its own.</param>
/// <param name="Earlier">It stands in an earlier output.</param>
internal readonly record struct Sighting(int Owner, int Unit, int? Year, Scope Scope, LinePlace Place, bool Earlier)
{
    public const int Nobody = -1;
}
