using System.Collections.Immutable;
using ReportIngest.Forms;

namespace ReportIngest.Reports;

/// <summary>Numbers that a recognition program read off a scanned page are taken where a sum confirms them; the others are said to be missing.</summary>
internal static class Recognition
{
    public static (ImmutableArray<Field> Fields, ImmutableArray<Doubt> Doubts) Confirm(ImmutableArray<Field> fields, ImmutableArray<Identity> identities, ImmutableHashSet<int> pages)
    {
        if (pages.IsEmpty) return (fields, []);
        var byCode = fields.ToDictionary(field => field.Indicator.Code);
        // A sum of nothing but zeros holds as well where every number was lost.
        var confirmed = identities
            .Where(identity => Balance.Of(identity, indicator => byCode.GetValueOrDefault(indicator.Code)) is { Holds: true, Left: not 0 })
            .SelectMany(identity => identity.Indicators).Select(indicator => indicator.Code).ToHashSet();
        var unconfirmed = fields.Where(field => field.At?.Page is { } page && pages.Contains(page) && !confirmed.Contains(field.Indicator.Code)).ToList();
        var withheld = unconfirmed.Select(field => field.Indicator.Code).ToHashSet();
        return (
            [.. fields.Select(field => withheld.Contains(field.Indicator.Code) ? field with { Value = CellValue.Missing, At = null } : field)],
            [.. unconfirmed.GroupBy(field => field.Indicator.Section).Select(table => Withheld(table.Key, [.. table]))]);
    }

    private static Doubt Withheld(int section, List<Field> cells) => new(
        "RI904",
        section,
        new Message(
            $"表{Number.Zh(section)}有 {cells.Count} 格是扫描页的识别结果，没有等式可以印证，数值没有采用。请对照原件核对。",
            $"{cells.Count} cells of table {Number.En(section)} were recognised on a scanned page and no sum confirms them: their numbers were not taken. Compare them with the original."),
        [.. cells.Select(cell => cell.Indicator.Code)],
        [.. cells.Select(cell => cell.At!)]);
}
