using System.Collections.Immutable;

namespace ReportIngest.Forge;

/// <summary>A fault that can be put into a report; the name says what is wrong with it.</summary>
public enum FaultKind
{
    RequestCellWrong,
    ResultCellWrong,
    RowTotalWrong,
    ReviewCellWrong,
    LitigationCellWrong,
    NumberMoved,
    Negative,
    Fraction,
    Words,
    SomeBlanks,
    TotalsBlank,
    SectionMissing,
    TableMissing,
    RowMissing,
    RowAdded,
}

/// <summary>The truth of a fault.</summary>
/// <param name="Rule">The rule that must find it.</param>
/// <param name="Indicators">The cells that were changed or taken away.</param>
/// <param name="Consequences">Other rules that follow from the same fault and are no false alarm.</param>
/// <param name="Mend">The one cell and value that mend it; null where none or several would.</param>
public sealed record Fault(
    FaultKind Kind,
    string Rule,
    ImmutableArray<string> Indicators,
    ImmutableArray<string> Consequences,
    Mend? Mend = null)
{
    /// <summary>One number of table three that is wrong, or one moved: a fault that can be explained.</summary>
    public bool Explainable => Mend is not null || Kind == FaultKind.NumberMoved;
}

public sealed record Mend(string Indicator, decimal Value);
