using System.Collections.Immutable;
using ReportIngest.Documents;

namespace ReportIngest.Forms;

/// <summary>A row of a table whose label is a row of the form, with the header that stands over it.</summary>
/// <param name="Guessed">The label is only like the form's: the row that is missing at this place, under a misprint.</param>
internal sealed record RowHit(Sheet Sheet, int Row, SheetCell? Label, RowLabel Form, Header? Header, bool Guessed = false);

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

        hits = InPlace(hits, labels);
        hits.AddRange([.. Misprinted(hits, labels, headers)]);
        return [.. hits.OrderBy(hit => hit.Sheet.Index).ThenBy(hit => hit.Row)];
    }

    /// <summary>Rows of no label of the form that stand where exactly the row is missing that their label is like (重夏申请 between 信访 and 出版物).</summary>
    private static IEnumerable<RowHit> Misprinted(List<RowHit> hits, FormLabels labels, HeaderBlocks headers)
    {
        foreach (var (before, after) in hits.Zip(hits.Skip(1)).Where(pair => pair.First.Form.Grid == pair.Second.Form.Grid && pair.First.Sheet == pair.Second.Sheet))
        {
            var missing = before.Form.Grid.Rows.Skip(Index(before) + 1).Take(Index(after) - Index(before) - 1)
                .Where(row => !hits.Exists(hit => hit.Form.Row == row)).ToList();
            for (var row = before.Row + 1; row < after.Row && missing.Count > 0; row++)
            {
                if (headers.IsHeader(before.Sheet, row) || LabelCells(before.Sheet, row).FirstOrDefault() is not { } label || labels.IsLabel(label.Label)) continue;
                var like = missing.Where(candidate => Labels.Alike(label.Cell.Text, candidate.Label[^1])).ToList();
                if (like.Count == 1) yield return new RowHit(before.Sheet, row, label, new RowLabel(before.Form.Grid, like[0]), before.Header, Guessed: true);
            }
        }
    }

    private static RowHit? Hit(Sheet sheet, int row, FormLabels labels, HeaderBlocks headers)
    {
        foreach (var cell in LabelCells(sheet, row))
        {
            var rows = labels.Rows(cell.Label);
            if (rows.Count == 1)
            {
                var header = headers.Over(sheet, row, rows[0].Grid);
                return IsLeftOfValues(sheet, row, cell, header) ? new RowHit(sheet, row, cell, rows[0], header) : null;
            }
        }

        return null;
    }

    /// <summary>Text cells that begin in the row and stand before its first number, the rightmost first.</summary>
    private static IEnumerable<SheetCell> LabelCells(Sheet sheet, int row) => sheet.Rows[row]
        .TakeWhile(cell => cell.Kind != SheetCellKind.Number)
        .Where(cell => cell.Kind == SheetCellKind.Text && cell.Cell.Row == row)
        .Reverse();

    /// <summary>
    /// No other text stands between a label and the first value: that would be a finer label, which the form lacks. One that reaches down from a row above is none.
    /// Where spans are lost a label may stand under a value's header (the seed: 1.属于国家秘密 under 自然人), and so may one that a rowspan too long has pushed there with a whole row.
    /// </summary>
    private static bool IsLeftOfValues(Sheet sheet, int row, SheetCell label, Header? header)
    {
        if (header is not { Positional: true } || sheet.Table.Spans == SpanFidelity.Lost) return true;
        var values = header.Positions[0].Start.Value;
        var own = sheet.Rows[row].Where(cell => cell.Cell.Row == row && cell.Cell.Column >= label.Cell.EndColumn).ToList();
        return label.Cell.Column < values
            ? !own.Exists(cell => cell.Kind == SheetCellKind.Text && cell.Cell.EndColumn <= values && cell.Label != label.Label)
            : sheet.Table.Spans == SpanFidelity.Stated && own.Count == header.Order.Length;
    }

    /// <summary>总计 and 其他 head columns too and recur in local rows: they count only between the anchors that the form puts around them.</summary>
    private static List<RowHit> InPlace(List<RowHit> hits, FormLabels labels)
    {
        var kept = new List<RowHit>();
        for (var i = 0; i < hits.Count; i++)
        {
            if (!IsAmbiguous(hits[i], labels))
            {
                kept.Add(hits[i]);
                continue;
            }

            var before = hits.Take(i).LastOrDefault(hit => !IsAmbiguous(hit, labels));
            var after = hits.Skip(i + 1).FirstOrDefault(hit => !IsAmbiguous(hit, labels));
            var index = Index(hits[i]);
            if (before is not null && Index(before) < index && (after is null || Index(after) > index)) kept.Add(hits[i]);
        }

        return kept;
    }

    private static bool IsAmbiguous(RowHit hit, FormLabels labels) => labels.Columns(hit.Label!.Label).Count > 0;

    private static int Index(RowHit hit) => hit.Form.Grid.Rows.IndexOf(hit.Form.Row);
}
