namespace ReportIngest.Sinks.Workbook;

/// <summary>A sheet as the workbook lists it, and what of it is printed.</summary>
/// <param name="TitleRows">Rows at its top that every page repeats.</param>
/// <param name="TitleColumns">Columns on its left that every page repeats.</param>
internal sealed record ShownSheet(string Name, int TitleRows = 0, int TitleColumns = 0)
{
    /// <summary>The cells that are printed, as <c>$A$1:$B$2</c>; null for all.</summary>
    public string? Printed { get; init; }

    /// <summary>The names by which the format says so.</summary>
    public IEnumerable<(string Name, string Range)> DefinedNames
    {
        get
        {
            if (Printed is not null) yield return ("_xlnm.Print_Area", $"'{Name}'!{Printed}");
            if (TitleRows == 0) yield break;
            var columns = TitleColumns > 0 ? $"'{Name}'!$A:${SheetWriter.Letters(TitleColumns - 1)}," : "";
            yield return ("_xlnm.Print_Titles", $"{columns}'{Name}'!$1:${Spelling.Number(TitleRows)}");
        }
    }
}
