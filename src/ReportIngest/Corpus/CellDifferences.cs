using System.Collections.Immutable;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Corpus;

/// <summary>The cells in which two documents differ. Only cells that both hold and that were read without doubt are compared.</summary>
/// <param name="Compared">Cells that could be compared.</param>
/// <param name="NonZero">Some compared cell is not 0.</param>
/// <param name="Complete">All cells of the edition could be compared.</param>
internal sealed record CellDifferences(ImmutableArray<Indicator> Different, int Compared, bool NonZero, bool Complete)
{
    public static CellDifferences Of(Dossier left, Dossier right)
    {
        var different = ImmutableArray.CreateBuilder<Indicator>();
        int compared = 0, nonZero = 0;
        foreach (var (place, field) in left.Record.Fields.Index())
        {
            if (left.At(place, field.Indicator)?.Counted is not { } mine || right.At(place, field.Indicator)?.Counted is not { } theirs) continue;
            compared++;
            if (mine != 0) nonZero++;
            if (mine != theirs) different.Add(field.Indicator);
        }
        return new CellDifferences(different.ToImmutable(), compared, nonZero > 0, compared == left.Record.Fields.Length && compared > 0);
    }

    // A sentence is for reading; the finding itself names every cell.
    private const int Named = 5;

    /// <summary>「…」行「…」列 3 → 5, for the first few.</summary>
    public static Message InWords(ImmutableArray<Indicator> cells, ReportRecord before, ReportRecord after)
    {
        var parts = cells.Take(Named).Select(cell =>
        {
            var (name, old, now) = (Rules.Words.Cell(cell), Rules.Words.Content(before[cell.Code]!), Rules.Words.Content(after[cell.Code]!));
            return new Message($"{name.Zh} {old.Zh} → {now.Zh}", $"{name.En} {old.En} → {now.En}");
        }).ToList();
        var more = cells.Length - parts.Count;
        return new Message(
            string.Join('、', parts.Select(part => part.Zh)) + (more > 0 ? $" 等 {cells.Length} 格" : ""),
            string.Join(", ", parts.Select(part => part.En)) + (more > 0 ? $" and {more} more cells" : ""));
    }
}
