using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Forms;

namespace ReportIngest.Rules;

/// <summary>「…」行「…」列 3 → 5, for the first few of many cells.</summary>
internal static class ChangesInWords
{
    // A sentence is for reading; the finding itself names every cell.
    private const int Named = 5;

    public static Message Of(ImmutableArray<Indicator> cells, ReportRecord before, ReportRecord after)
    {
        var parts = cells.Take(Named).Select(cell =>
        {
            var (name, old, now) = (Words.Cell(cell), Words.Content(before[cell.Code]!), Words.Content(after[cell.Code]!));
            return new Message($"{name.Zh} {old.Zh} → {now.Zh}", $"{name.En} {old.En} → {now.En}");
        }).ToList();
        var more = cells.Length - parts.Count;
        return new Message(
            string.Join('、', parts.Select(part => part.Zh)) + (more > 0 ? $" 等 {cells.Length} 格" : ""),
            string.Join(", ", parts.Select(part => part.En)) + (more > 0 ? $" and {more} more cells" : ""));
    }
}
