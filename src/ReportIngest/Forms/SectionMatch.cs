using System.Collections.Immutable;
using ReportIngest.Reports;

namespace ReportIngest.Forms;

/// <summary>A table of the form as found in the document, under the labels of one edition.</summary>
/// <param name="Cells">Indicator of the form → the cell it stands in.</param>
/// <param name="Labels">Labels of the form that were met, less rows and columns that the form lacks: the edition with more is the table's.</param>
internal sealed record SectionMatch(
    Form Form,
    int Section,
    Dictionary<Indicator, FoundCell> Cells,
    PlacedTable Table,
    ImmutableArray<Doubt> Doubts,
    int Labels)
{
    /// <summary>The cell of an indicator of whatever edition.</summary>
    public FoundCell? this[Indicator indicator] =>
        Cells.TryGetValue(indicator, out var cell) || (Form.Find(indicator.Code) is { } same && Cells.TryGetValue(same, out cell)) ? cell : null;

    /// <summary>Every cell of the section was found.</summary>
    public bool IsWhole { get; init; }

    /// <summary>More than half of the section's cells stand in the document twice with different values.</summary>
    public bool IsDoubled { get; init; }

    /// <summary>Rows that were met twice.</summary>
    public required IReadOnlySet<Row> Copied { get; init; }

    /// <summary>What was read twice was the same each time.</summary>
    public bool IsShownAgain { get; init; }

    /// <summary>Values, or blanks in the place of some, stand beside or below pieces of labels, or beside none: which rows and columns it has is not known.</summary>
    public bool HasLostLabels { get; init; }

    /// <summary>Its rows show that cells were lost in them and that they were filled up at their end.</summary>
    public bool IsFilledUp { get; init; }

    /// <summary>It has blanks that may be merged with the 0 beside them.</summary>
    public bool HasCovered { get; init; }

    /// <summary>No other edition's labels fit as well: table four is the same in both.</summary>
    public bool TellsEdition { get; init; }
}

/// <param name="PrintedUnit">The unit of money that its header or row label names, or null.</param>
internal readonly record struct FoundCell(Sheet Sheet, SheetCell Cell, Indicator Indicator, string? PrintedUnit = null)
{
    public Location At => Sheet.Locate(Cell);

    public Field Field => FieldOf(Indicator);

    /// <summary>The field under the same indicator of the document's edition.</summary>
    public Field FieldOf(Indicator same) => new(same, CellReader.Read(Cell.Cell.Text, Indicator.Kind, PrintedUnit), At);
}
