using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reports;

namespace ReportIngest.Forms;

/// <summary>What is left of the tables once the form's cells are taken: local rows and columns, and numbers that belong nowhere.</summary>
/// <param name="HasLostLabels">Values stand beside or below a piece of a label of the form, or in a row of the table beside none.</param>
internal sealed record Leftovers(ImmutableArray<Extra> Extras, ImmutableArray<Location> Numbers, bool HasLostLabels)
{
    public static Leftovers Of(
        List<RowHit> hits, Dictionary<RowHit, ImmutableArray<SheetCell>> readings, HeaderBlocks headers, FormLabels labels)
    {
        var (torn, hasLost) = (new TornLabels(labels, hits), false);
        var extras = new List<Extra>();
        var numbers = new List<Location>();
        foreach (var table in hits.GroupBy(hit => hit.Sheet))
        {
            var sheet = table.Key;
            var placed = new bool[sheet.Cells.Length];
            foreach (var (hit, cells) in readings)
            {
                if (hit.Sheet != sheet) continue;
                foreach (var cell in cells) placed[cell.Number] = true;
            }

            var isPlaced = placed.Contains(true);
            var known = table.Select(hit => hit.Row).ToHashSet();
            var (first, last) = (known.Min(), known.Max());
            var values = readings.Where(reading => reading.Key.Sheet == sheet).Select(reading => reading.Value[0].Cell.Column).DefaultIfEmpty(int.MaxValue).Min();
            var columns = ExtraColumns(sheet, table.ToList(), placed).ToLookup(extra => torn.IsColumn(extra.Label));
            extras.AddRange(columns[false]);
            numbers.AddRange(columns[true].SelectMany(extra => extra.At));
            hasLost |= columns.Contains(true);
            extras.AddRange(LastYears(sheet, table.ToList()));
            var taken = extras.Concat(columns[true]).SelectMany(extra => extra.At).ToHashSet();
            var below = last + 1;
            while (below < sheet.Table.Rows && sheet.Rows[below].Cells.All(cell => cell.Kind == SheetCellKind.Blank)) below++;
            var isWithin = false;
            for (var row = 0; row < sheet.Table.Rows; row++)
            {
                var kind = KindOf(sheet, row, known, headers);
                isWithin = kind is RowKind.Header or RowKind.OfForm || (isWithin && kind == RowKind.Unlabelled);
                hasLost |= isPlaced && isWithin && kind == RowKind.Unlabelled && (RowHits.HoldsValue(sheet, row) || (row < last && HasRoomForAll(table, sheet, row)));
                if (kind == RowKind.Header || (row < first && !isWithin)) continue;
                var left = Left(sheet, row, placed, taken, readings);
                if (left.IsEmpty) continue;
                var label = known.Contains(row) ? null : LocalLabel(sheet, row, values);
                var isTorn = label is not null && torn.IsRow(label.Cell.Text);
                hasLost |= isTorn;
                if (isTorn || (label is not null && TornLabels.IsRest(sheet, row, label, labels))) numbers.AddRange(left);
                else if (row > last && !HasRowShape(table, left.Length) && !(label is null && row == below && IsCutOff(sheet, row, values))) continue;
                else if (label is not null) extras.Add(new Extra(Axis.Row, label.Cell.Text.Trim(), left));
                else if (isPlaced && !IsLabelOnly(table, row, readings)) numbers.AddRange(left);
            }
        }

        return new Leftovers([.. extras], [.. numbers], hasLost);
    }

    private enum RowKind
    {
        Header,

        /// <summary>A row of the form.</summary>
        OfForm,

        /// <summary>Nothing but values or blanks begin in it.</summary>
        Unlabelled,

        Other,
    }

    private static RowKind KindOf(Sheet sheet, int row, HashSet<int> known, HeaderBlocks headers) =>
        headers.IsHeader(sheet, row) ? RowKind.Header
        : known.Contains(row) ? RowKind.OfForm
        : !IsUnlabelled(sheet.Rows[row], row) ? RowKind.Other
        : UnlabelledRows.CountsColumns(sheet.Rows[row]) ? RowKind.Header
        : RowKind.Unlabelled;

    private static bool IsUnlabelled(SheetRow line, int row)
    {
        var begins = false;
        foreach (var cell in line.Cells)
        {
            if (cell.Cell.Row < row) continue;
            if (cell.Kind == SheetCellKind.Text) return false;
            begins = true;
        }

        return begins;
    }

    /// <summary>A blank row with a cell for each of several columns is one whose values were left blank; with fewer it only parts others.</summary>
    private static bool HasRoomForAll(IEnumerable<RowHit> hits, Sheet sheet, int row) =>
        sheet.Rows[row].Cells.Count(cell => cell.Cell.Row == row) is > 1 and var cells && hits.Any(hit => hit.Header is { Order.Length: > 1 } header && cells >= header.Order.Length);

    /// <summary>The numbers that begin in a row and are no cell of the form's, nor of a local column.</summary>
    private static ImmutableArray<Location> Left(Sheet sheet, int row, bool[] placed, HashSet<Location> taken, Dictionary<RowHit, ImmutableArray<SheetCell>> readings)
    {
        ImmutableArray<Location> left = [];
        foreach (var cell in sheet.Rows[row].Cells)
        {
            if (cell.Cell.Row == row && cell.Kind == SheetCellKind.Number && !placed[cell.Number] && !taken.Contains(sheet.Locate(cell))) left = left.Add(sheet.Locate(cell));
        }

        return left.IsEmpty || !AreCopies(sheet, row, readings) ? left : [];
    }

    /// <summary>「| 行政许可 | 13 | 13 | 13 |」: one merged cell, written out by what knows no spans. All numbers of the row are the one that was taken, under the same header.</summary>
    private static bool AreCopies(Sheet sheet, int row, Dictionary<RowHit, ImmutableArray<SheetCell>> readings) =>
        sheet.Table.Spans == SpanFidelity.Lost
        && readings.Any(reading => reading.Key.Sheet == sheet && reading.Key.Row == row && reading.Key.Form.Grid.Columns.Length == 1
            && sheet.Rows[row].Cells.All(cell => cell.Cell.Row != row || cell.Kind != SheetCellKind.Number || IsCopy(sheet, cell, reading.Value[0])));

    private static bool IsCopy(Sheet sheet, SheetCell cell, SheetCell taken) =>
        cell.Cell.Text.Trim() == taken.Cell.Text.Trim() && TextOver(sheet, cell)?.Label == TextOver(sheet, taken)?.Label;

    private static SheetCell? TextOver(Sheet sheet, SheetCell cell)
    {
        for (var row = cell.Cell.Row - 1; row >= 0; row--)
        {
            if (sheet.At(row, cell.Cell.Column) is { Kind: SheetCellKind.Text } text) return text;
        }

        return null;
    }

    /// <summary>Below the last row of the form only a row with as many numbers as the rows above is one of the table; others are remarks and dates.</summary>
    private static bool HasRowShape(IEnumerable<RowHit> hits, int numbers) => hits.Any(hit => hit.Header is { } header && header.Order.Length == numbers);

    /// <summary>The first row below the form's last that has no text but among its values: a page break of a drawn table may have cut the row above.</summary>
    private static bool IsCutOff(Sheet sheet, int row, int values) =>
        sheet.Table.Spans is SpanFidelity.Ruled or SpanFidelity.Inferred
        && !sheet.Rows[row].Cells.Any(cell => cell.Kind == SheetCellKind.Text && cell.Cell.Row == row && cell.Cell.Column < values);

    /// <summary>A row whose own reading failed is named by that doubt already.</summary>
    private static bool IsLabelOnly(IEnumerable<RowHit> hits, int row, Dictionary<RowHit, ImmutableArray<SheetCell>> readings) =>
        hits.Any(hit => hit.Row == row && !readings.ContainsKey(hit));

    private static IEnumerable<Extra> ExtraColumns(Sheet sheet, List<RowHit> hits, bool[] placed)
    {
        foreach (var extra in hits.Where(hit => hit.Header is { Extras.IsEmpty: false }).SelectMany(hit => hit.Header!.Extras).Distinct())
        {
            var at = hits.SelectMany(hit => sheet.Rows[hit.Row].Cells.Where(cell => cell.Cell.Row == hit.Row))
                .Where(cell => cell.IsValue && !placed[cell.Number] && cell.Cell.Column >= extra.Columns.Start.Value && cell.Cell.EndColumn <= extra.Columns.End.Value)
                .Select(sheet.Locate).Distinct().ToImmutableArray();
            // Values that moved to the place of units or codes make no column that the form lacks.
            if (!at.IsEmpty && !SideColumns.IsName(LabelText.Of(extra.Label))) yield return new Extra(Axis.Column, extra.Label.Trim(), at);
        }
    }

    /// <summary>Last year's numbers beside this year's, under the header that names its year.</summary>
    private static IEnumerable<Extra> LastYears(Sheet sheet, List<RowHit> hits)
    {
        if (sheet.Cells.FirstOrDefault(cell => sheet.IsOfOther(cell) && OtherColumns.YearOf(cell.Cell.Text) is not null) is not { } header) yield break;
        var at = hits.SelectMany(hit => sheet.Rows[hit.Row].Cells.Where(cell => cell.Cell.Row == hit.Row && sheet.IsOfOther(cell) && CellReader.IsValue(cell.Cell.Text))).Select(sheet.Locate).Distinct().ToImmutableArray();
        if (!at.IsEmpty) yield return new Extra(Axis.Column, header.Cell.Text.Trim(), at);
    }

    /// <summary>The rightmost text of a row that is none of the form's labels, left of where values begin: a text among them is a unit.</summary>
    private static SheetCell? LocalLabel(Sheet sheet, int row, int values) => sheet.Rows[row].Cells
        .TakeWhile(cell => cell.Kind != SheetCellKind.Number)
        .LastOrDefault(cell => cell.Kind == SheetCellKind.Text && cell.Cell.Row == row && cell.Cell.Column < values && !cell.IsLabelAnywhere);
}
