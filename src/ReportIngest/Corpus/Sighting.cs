namespace ReportIngest.Corpus;

/// <summary>What the second pass keeps in memory of every report, some 40 bytes: whose it is, and where its line stands. Everything else is read again when it is needed.</summary>
/// <param name="Unit">The number of the unit and scope, in the order of their first reports.</param>
/// <param name="Earlier">It stands in an earlier output.</param>
internal readonly record struct Sighting(int Unit, int? Year, Scope Scope, LinePlace Place, bool Earlier);
