using System.Collections.Immutable;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Narrative;

/// <summary>What the tables say of a thing that the text counts.</summary>
/// <param name="Cells">The cells whose sum it is.</param>
/// <param name="Number">The sum; null where a cell is missing, unreadable, or a total that its row contradicts.</param>
internal sealed record TableNumber(ImmutableArray<Indicator> Cells, decimal? Number)
{
    public static TableNumber Of(Report report, params IEnumerable<string> codes)
    {
        ImmutableArray<Field?> fields = [.. codes.Select(code => report[code])];
        return fields.Contains(null)
            ? new TableNumber([], null)
            : new TableNumber([.. fields.Select(field => field!.Indicator)], fields.All(field => IsSure(report, field!)) ? fields.Sum(field => field!.Counted) : null);
    }

    /// <summary>A total that is not its row's sum is a fault of the table (RI103, RI104, RI105): the text may well be right.</summary>
    private static bool IsSure(Report report, Field field) => field.Counted is not null && !report.Identities
        .Where(identity => identity.Equation.Per == Axis.Row && identity.Right.Contains(field.Indicator))
        .Any(identity => identity.Left.Sum(cell => report[cell]?.Counted) != field.Counted);
}
