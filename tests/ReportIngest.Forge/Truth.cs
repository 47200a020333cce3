using System.Collections.Immutable;
using ReportIngest.Reports;

namespace ReportIngest.Forge;

/// <summary>What a reader must find in a forged report, whatever the format and layout.</summary>
/// <param name="Published">The day in the signature; null where the report names none.</param>
/// <param name="Values">By indicator code, in the schema's order; every indicator of the edition has one.</param>
public sealed record Truth(
    string Organization,
    Level Level,
    int Year,
    string Title,
    DateOnly? Published,
    string Edition,
    ImmutableArray<KeyValuePair<string, CellValue>> Values)
{
    // Looked up in the values each time: an index made once would outlive them in a copy with other values.
    public CellValue this[string code] => Values.First(value => value.Key == code).Value;

    /// <summary>The same truth of a report that has no such cells.</summary>
    public Truth Without(ImmutableArray<string> codes) => With(codes, CellValue.Missing);

    /// <summary>The same truth of a report in which such cells are blank.</summary>
    public Truth Blank(ImmutableArray<string> codes) => With(codes, CellValue.Blank);

    /// <summary>The same truth of a report that has words in the place of such numbers.</summary>
    public Truth Unreadable(ImmutableArray<string> codes) => With(codes, new CellValue(CellState.Unreadable, null, ""));

    private Truth With(ImmutableArray<string> codes, CellValue other) => this with
    {
        Values = [.. Values.Select(value => codes.Contains(value.Key) ? KeyValuePair.Create(value.Key, other) : value)],
    };

    public bool HasBlanks => Values.Any(value => value.Value.State == CellState.Blank);
}
