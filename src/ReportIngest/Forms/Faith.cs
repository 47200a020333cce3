using ReportIngest.Documents;

namespace ReportIngest.Forms;

/// <summary>
/// Whether the positions of a table can be trusted. Spans that the source states or lines show can; where they are lost, an empty position
/// may be a blank value or a merged cell, and only a table that nowhere contradicts its header is taken as it stands.
/// </summary>
internal sealed class Faith
{
    private readonly HashSet<int> _unfaithful = [];
    private readonly HashSet<int> _proved = [];

    public Faith(List<RowHit> hits)
    {
        foreach (var table in hits.Where(hit => hit.Sheet.Table.Spans == SpanFidelity.Lost).GroupBy(hit => hit.Sheet))
        {
            if (table.Any(Contradicts)) _unfaithful.Add(table.Key.Index);
            else if (table.Any(Proves)) _proved.Add(table.Key.Index);
        }

        // A page whose spans a converter has dropped says that it has none: then labels stand under headers of values, and not every column is found.
        foreach (var hit in hits.Where(hit => hit.Sheet.Table.Spans == SpanFidelity.Stated && hit.Header is { Named: false } && IsUnderValues(hit))) _unfaithful.Add(hit.Sheet.Index);
    }

    public Trust In(Sheet sheet) =>
        _unfaithful.Contains(sheet.Index) ? Trust.None
        : sheet.Table.Spans == SpanFidelity.Ruled || _proved.Contains(sheet.Index) ? Trust.Proved
        : Trust.Presumed;

    /// <summary>A full row under its headers, with empty cells between its label and them: in this table an empty cell keeps its place.</summary>
    private static bool Proves(RowHit hit) =>
        hit.Header is { Positional: true } header && hit.Label is { } label && label.Cell.EndColumn < header.Positions[0].Start.Value
        && RowReader.IsFull(hit.Sheet, hit.Row, label, header) && RowReader.IsUnderHeader(hit.Sheet, hit.Row, label, header);

    /// <summary>
    /// A label under a value's header, a full row beside the headers, or columns left over to the right of the last header
    /// (the seed: seven headers early by one leave the tenth column empty).
    /// </summary>
    private static bool Contradicts(RowHit hit)
    {
        if (hit.Header is not { Positional: true } header) return false;
        if (IsUnderValues(hit)) return true;
        if (RowReader.IsFull(hit.Sheet, hit.Row, hit.Label, header)) return !RowReader.IsUnderHeader(hit.Sheet, hit.Row, hit.Label, header);
        var right = header.Extras.Select(extra => extra.Columns.End.Value).Append(header.Positions[^1].End.Value).Max();
        return hit.Form.Grid.Columns.Length > 3 && right < hit.Sheet.Table.Columns;
    }

    private static bool IsUnderValues(RowHit hit) =>
        hit is { Header: { Positional: true } header, Label: { } label } && label.Cell.EndColumn > header.Positions[0].Start.Value;
}

/// <summary>How far the positions of a table are to be trusted.</summary>
internal enum Trust
{
    /// <summary>Some row contradicts them.</summary>
    None,

    /// <summary>Nothing contradicts them.</summary>
    Presumed,

    /// <summary>Lines say where each cell is, or a full row shows that empty cells keep their place.</summary>
    Proved,
}
