namespace ReportIngest.Sinks.Workbook;

/// <summary>How a cell of the workbook looks; the index of its format in <see cref="Styles"/> is twice the value.</summary>
internal enum CellStyle
{
    Plain,
    Title,
    Header,

    /// <summary>Several lines in a cell of fixed width.</summary>
    Wrapped,

    /// <summary>Words in the place of a number: blank, not found.</summary>
    Faint,
    Error,
    Warning,
    Note,

    /// <summary>What we are not sure of: no fault of a report.</summary>
    Doubt,
    Good,
    Late,
    Bad,
    Odd,
    Date,
}
