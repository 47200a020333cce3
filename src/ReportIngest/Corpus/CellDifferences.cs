using System.Collections.Immutable;
using ReportIngest.Forms;

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
}
