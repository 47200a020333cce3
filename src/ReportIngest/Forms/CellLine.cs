using ReportIngest.Documents;

namespace ReportIngest.Forms;

/// <summary>What a line is in a table that was written one cell a line.</summary>
internal enum CellKind
{
    Other,
    Value,
    Row,
    Group,
    Header,

    /// <summary>The label of a row and of a column.</summary>
    Either,

    /// <summary>A pipe: no cell, but where one ends.</summary>
    Bound,
}

/// <param name="Whole">The line as it stands in the document, or the lines that a label was wrapped into; null for a piece behind the first.</param>
internal sealed record CellLine(string Text, CellKind Kind, Place Place, string? Whole)
{
    /// <summary>It is one of several pieces of its line.</summary>
    public bool InPieces { get; init; }

    /// <summary>A bound that fills its row up.</summary>
    public bool EndsRow { get; init; }

    /// <summary>The row above was filled up.</summary>
    public bool BeginsRow { get; init; }
}
