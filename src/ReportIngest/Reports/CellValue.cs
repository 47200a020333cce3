namespace ReportIngest.Reports;

public enum CellState
{
    /// <summary>A number.</summary>
    Reported,

    /// <summary>The cell is there and empty.</summary>
    Blank,

    /// <summary>The cell holds a sign for nothing: / - — 无 and the like.</summary>
    Placeholder,

    /// <summary>The cell holds text that is no number.</summary>
    Unreadable,

    /// <summary>No such cell in the document, or none that could be told to be it.</summary>
    Missing,
}

/// <summary>What a cell says. Only <see cref="CellState.Reported"/> has a number: a blank is never turned into 0.</summary>
/// <param name="Number">Pieces, or 万元 for an amount.</param>
/// <param name="Raw">The cell's text; empty when blank, null when missing.</param>
public readonly record struct CellValue(CellState State, decimal? Number, string? Raw)
{
    public static readonly CellValue Missing = new(CellState.Missing, null, null);

    public static readonly CellValue Blank = new(CellState.Blank, null, "");
}
