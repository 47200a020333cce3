using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reports;

namespace ReportIngest.Forms;

/// <summary>A row of a table whose label is a row of the form, with the header that stands over it.</summary>
/// <param name="Guessed">The label is only like the form's: the row that is missing at this place, under a misprint.</param>
internal sealed record RowHit(Sheet Sheet, int Row, SheetCell? Label, RowLabel Form, Header? Header, bool Guessed = false)
{
    /// <summary>The form's columns in the order of the row's values.</summary>
    public ImmutableArray<Column> Order => Header?.Order ?? Form.Grid.Columns;

    /// <summary>Of the indicators of its values, in their order.</summary>
    public IEnumerable<string> Codes => Order.Select(column => Form.In(column).Code);

    /// <summary>Its label, or its first cell where it has none.</summary>
    public Location At => Sheet.Locate(Label ?? Sheet.Rows[Row].Cells[0]);
}

/// <summary>Finds the rows of a section by their labels, in document order.</summary>
internal static class RowHits
{
    public static List<RowHit> Find(ImmutableArray<Sheet> sheets, FormLabels labels, HeaderBlocks headers)
    {
        var hits = new List<RowHit>();
        foreach (var sheet in sheets)
        {
            for (var row = 0; row < sheet.Table.Rows; row++)
            {
                if (headers.IsHeader(sheet, row)) continue;
                if (Hit(sheet, row, labels, headers) is { } hit) hits.Add(hit);
            }
        }

        hits = Joined(InPlace(hits, labels), sheets, labels, headers);
        List<RowHit> misprinted = [.. Misprinted(hits, labels, headers)];
        return misprinted.Count == 0 ? hits : [.. hits.Concat(misprinted).OrderBy(hit => hit.Sheet.Index).ThenBy(hit => hit.Row)];
    }

    /// <summary>The form's rows and columns that were met.</summary>
    public static (int Rows, int Columns) Count(List<RowHit> hits)
    {
        HashSet<RowLabel> rows = [];
        HashSet<Column> columns = [];
        var before = (Header?)null;
        foreach (var hit in hits)
        {
            rows.Add(hit.Form);
            if (ReferenceEquals(hit.Header, before) || hit.Header is null) continue; // as most are
            before = hit.Header;
            foreach (var column in hit.Header.Order) columns.Add(column);
        }

        return (rows.Count, columns.Count);
    }

    /// <summary>A label cut in two, by a page break or a drawn line, stands in two rows of which one at most has values: it is the label of that one.</summary>
    private static List<RowHit> Joined(List<RowHit> hits, ImmutableArray<Sheet> sheets, FormLabels labels, HeaderBlocks headers)
    {
        var joined = new List<RowHit>();
        foreach (var sheet in sheets)
        {
            for (var row = 0; row + 1 < sheet.Table.Rows; row++)
            {
                if (sheet.Rows[row].Labels is not [var above, ..] || sheet.Rows[row + 1].Labels is not [var below, ..]) continue;
                if (headers.IsHeader(sheet, row) || headers.IsHeader(sheet, row + 1) || (HoldsValue(sheet, row) && HoldsValue(sheet, row + 1))) continue;
                if (!HasLetter(above) || !HasLetter(below) || AreTwoLabels(above, below, labels) || labels.Whole(above.Cell.Text + below.Cell.Text) is not { } form) continue;
                if (above.Under(labels).IsLabel && below.Under(labels) is { IsLabel: true } end && !end.Rows.Contains(form)) continue; // two whole ones, and not 2.其他 over what tells its row by itself
                var (values, label) = HoldsValue(sheet, row + 1) ? (row + 1, below) : (row, above);
                joined.Add(new RowHit(sheet, values, label, form, headers.Over(sheet, values, form.Grid), Guessed: true));
            }
        }

        if (joined.Count == 0) return hits;
        var parts = joined.SelectMany(whole => Enumerable.Range(whole.Row - 1, 3).Select(row => (whole.Sheet, row, whole.Form))).ToHashSet();
        hits.RemoveAll(hit => parts.Contains((hit.Sheet, hit.Row, hit.Form)));
        return [.. hits.Concat(joined).OrderBy(hit => hit.Sheet.Index).ThenBy(hit => hit.Row)];
    }

    /// <summary>Two whole labels, which together are longer than any that the lower one can be: as in nearly all rows, and to join their texts is dear.</summary>
    private static bool AreTwoLabels(SheetCell above, SheetCell below, FormLabels labels)
    {
        if (!above.Under(labels).IsLabel || below.Under(labels) is not { IsLabel: true } end) return false;
        foreach (var row in end.Rows)
        {
            foreach (var key in row.Keys)
            {
                if (key.Length >= above.Label.Key.Length + below.Label.Key.Length) return false;
            }
        }

        return true;
    }

    /// <summary>Numbers glued into one cell are no part of a label, though they may look like the number in front of one.</summary>
    private static bool HasLetter(SheetCell cell)
    {
        foreach (var character in cell.Label.Key)
        {
            if (char.IsLetter(character)) return true;
        }

        return false;
    }

    public static bool HoldsValue(Sheet sheet, int row)
    {
        foreach (var cell in sheet.Rows[row].Cells)
        {
            if (cell.IsValue && cell.Cell.Row == row) return true;
        }

        return false;
    }

    /// <summary>Rows of no label of the form that stand where exactly the row is missing that their label is like (重夏申请 between 信访 and 出版物).</summary>
    private static IEnumerable<RowHit> Misprinted(List<RowHit> hits, FormLabels labels, HeaderBlocks headers)
    {
        for (var i = 0; i + 1 < hits.Count; i++)
        {
            var (before, after) = (hits[i], hits[i + 1]);
            if (before.Form.Grid != after.Form.Grid || before.Sheet != after.Sheet || after.Form.Index - before.Form.Index <= 1) continue;
            var missing = labels.FormRows.Where(row => row.Grid == before.Form.Grid && row.Index > before.Form.Index && row.Index < after.Form.Index)
                .Where(row => !hits.Exists(hit => hit.Form == row)).ToList();
            for (var row = before.Row + 1; row < after.Row && missing.Count > 0; row++)
            {
                if (headers.IsHeader(before.Sheet, row) || before.Sheet.Rows[row].Labels is not [var label, ..] || label.Under(labels).IsLabel) continue;
                var like = missing.Where(candidate => Labels.Alike(label.Cell.Text, candidate.Row.Label[^1])).ToList();
                if (like.Count == 1) yield return new RowHit(before.Sheet, row, label, like[0], before.Header, Guessed: true);
            }
        }
    }

    private static RowHit? Hit(Sheet sheet, int row, FormLabels labels, HeaderBlocks headers)
    {
        foreach (var cell in sheet.Rows[row].Labels)
        {
            if (cell.Under(labels).Rows is [var form])
            {
                var header = headers.Over(sheet, row, form.Grid);
                return IsLeftOfValues(sheet, row, cell, header) && (headers.HasOwn(sheet, row, form.Grid) || !IsOfAnotherTable(sheet, row, cell, labels)) ? new RowHit(sheet, row, cell, form, header) : null;
            }
        }

        return null;
    }

    /// <summary>
    /// No other text stands between a label and the first value: that would be a finer label, which the form lacks. One that reaches down from a row above is none.
    /// Where spans are lost a label may stand under a value's header (the seed: 1.属于国家秘密 under 自然人), and so may one that a rowspan too long has pushed there with a whole row.
    /// </summary>
    private static bool IsLeftOfValues(Sheet sheet, int row, SheetCell label, Header? header)
    {
        if (header is not { Positional: true } || sheet.Table.Spans == SpanFidelity.Lost) return true;
        var values = header.Positions[0].Start.Value;
        var (own, finer) = (0, false);
        foreach (var cell in sheet.Rows[row].Cells)
        {
            if (cell.Cell.Row != row || cell.Cell.Column < label.Cell.EndColumn) continue;
            own++;
            finer |= cell.Kind == SheetCellKind.Text && cell.Cell.EndColumn <= values && cell.Label != label.Label;
        }

        return label.Cell.Column < values ? !finer : sheet.Table.Spans == SpanFidelity.Stated && own == header.Order.Length;
    }

    /// <summary>In rows above a row: more than tables of the form have; a hostile one has a hundred thousand, and each of them asks.</summary>
    private const int FarthestHeader = 200;

    /// <summary>A row under headers of its own table of which none is the form's nor a piece of one (2022年, 2023年): that is a table of another subject with some of the form's labels.</summary>
    private static bool IsOfAnotherTable(Sheet sheet, int row, SheetCell label, FormLabels labels)
    {
        for (var above = row - 1; above >= Math.Max(0, row - FarthestHeader); above--)
        {
            if (sheet.Rows[above].HasNumber || IsLabelled(sheet, above, label, labels)) continue;
            var headers = 0;
            foreach (var cell in sheet.Rows[above].Cells)
            {
                if (cell.Kind != SheetCellKind.Text || cell.Cell.Column < label.Cell.EndColumn) continue;
                if (cell.IsLabelAnywhere || labels.IsEndOfLabel(cell)) return false;
                headers++;
            }

            if (headers > 1) return true;
        }

        return false;
    }

    /// <summary>A row of the form with words for values (未制发, 见附件) heads no table.</summary>
    private static bool IsLabelled(Sheet sheet, int row, SheetCell label, FormLabels labels) =>
        sheet.Rows[row].Cells.Any(cell => cell.Kind == SheetCellKind.Text && cell.Cell.Column < label.Cell.EndColumn && !cell.Under(labels).Rows.IsEmpty);

    /// <summary>总计 and 其他 head columns too and recur in local rows: they count only between the anchors that the form puts around them.</summary>
    private static List<RowHit> InPlace(List<RowHit> hits, FormLabels labels)
    {
        var kept = new List<RowHit>(hits.Count);
        RowHit? before = null;
        for (var i = 0; i < hits.Count; i++)
        {
            if (!IsAmbiguous(hits[i], labels))
            {
                kept.Add(before = hits[i]);
                continue;
            }

            if (before is null || before.Form.Index >= hits[i].Form.Index) continue;
            var after = hits.FindIndex(i + 1, hit => !IsAmbiguous(hit, labels));
            if (after < 0 || hits[after].Form.Index > hits[i].Form.Index) kept.Add(hits[i]);
        }

        return kept;
    }

    private static bool IsAmbiguous(RowHit hit, FormLabels labels) => !hit.Label!.Under(labels).Columns.IsEmpty;
}
