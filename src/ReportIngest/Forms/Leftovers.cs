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
        var torn = new TornLabels(labels, hits);
        var met = hits.Select(hit => hit.Form).ToHashSet();
        ImmutableArray<Leftovers> tables = [.. hits.GroupBy(hit => hit.Sheet).Select(table => In(new FormRows(table.Key, [.. table], met, headers, labels), readings, torn, labels))];
        return new Leftovers([.. tables.SelectMany(table => table.Extras)], [.. tables.SelectMany(table => table.Numbers)], tables.Any(table => table.HasLostLabels));
    }

    private static Leftovers In(FormRows rows, Dictionary<RowHit, ImmutableArray<SheetCell>> readings, TornLabels torn, FormLabels labels)
    {
        var sheet = rows.Sheet;
        var placed = new bool[sheet.Cells.Length];
        var values = int.MaxValue;
        foreach (var (hit, cells) in readings)
        {
            if (hit.Sheet != sheet) continue;
            values = Math.Min(values, cells[0].Cell.Column);
            foreach (var cell in cells) placed[cell.Number] = true;
        }

        var isPlaced = placed.Contains(true);
        var columns = ExtraColumns(sheet, rows.Hits, placed).ToLookup(extra => torn.IsColumn(extra.Label));
        List<Extra> extras = [.. columns[false], .. LastYears(sheet, rows.Hits)];
        List<Location> numbers = [.. columns[true].SelectMany(extra => extra.At)];
        var hasLost = columns.Contains(true);
        var taken = extras.Concat(columns[true]).SelectMany(extra => extra.At).ToHashSet();
        var below = rows.Last + 1;
        while (below < sheet.Table.Rows && sheet.Rows[below].Cells.All(cell => cell.Kind == SheetCellKind.Blank)) below++;
        for (var row = 0; row < sheet.Table.Rows; row++)
        {
            hasLost |= isPlaced && rows.HasLostLabel(row);
            if (rows[row] == FormRowKind.Header || (row < rows.First && !rows.IsWithin(row))) continue;
            var left = Left(sheet, row, placed, taken, readings);
            if (left.IsEmpty) continue;
            var label = rows[row] == FormRowKind.OfForm ? null : LocalLabel(sheet, row, values);
            var isTorn = label is not null && torn.IsRow(label.Cell.Text);
            hasLost |= isTorn;
            if (isTorn || (label is not null && TornLabels.IsRest(sheet, row, label, labels))) numbers.AddRange(left);
            else if (row > rows.Last && !rows.HasShape(left.Length) && !(label is null && row == below && IsCutOff(sheet, row, values))) continue;
            else if (label is not null) extras.Add(new Extra(Axis.Row, label.Cell.Text.Trim(), left));
            else if (isPlaced && !IsLabelOnly(rows.Hits, row, readings)) numbers.AddRange(left);
        }

        return new Leftovers([.. extras], [.. numbers], hasLost);
    }

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

    /// <summary>The first row below the form's last that has no text but among its values: a page break of a drawn table may have cut the row above.</summary>
    private static bool IsCutOff(Sheet sheet, int row, int values) =>
        sheet.Table.Spans is SpanFidelity.Ruled or SpanFidelity.Inferred
        && !sheet.Rows[row].Cells.Any(cell => cell.Kind == SheetCellKind.Text && cell.Cell.Row == row && cell.Cell.Column < values);

    /// <summary>A row whose own reading failed is named by that doubt already.</summary>
    private static bool IsLabelOnly(ImmutableArray<RowHit> hits, int row, Dictionary<RowHit, ImmutableArray<SheetCell>> readings) =>
        hits.Any(hit => hit.Row == row && !readings.ContainsKey(hit));

    private static IEnumerable<Extra> ExtraColumns(Sheet sheet, ImmutableArray<RowHit> hits, bool[] placed)
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
    private static IEnumerable<Extra> LastYears(Sheet sheet, ImmutableArray<RowHit> hits)
    {
        if (sheet.Cells.FirstOrDefault(cell => sheet.IsOfOther(cell) && OtherColumns.YearOf(cell.Cell.Text) is not null) is not { } header) yield break;
        var at = hits.SelectMany(hit => sheet.Rows[hit.Row].Cells.Where(cell => cell.Cell.Row == hit.Row && sheet.IsOfOther(cell) && CellReader.IsValue(cell.Cell.Text))).Select(sheet.Locate).Distinct().ToImmutableArray();
        if (!at.IsEmpty) yield return new Extra(Axis.Column, header.Cell.Text.Trim(), at);
    }

    /// <summary>Of a label beside a header: shorter ones are units and marks.</summary>
    private const int FewestLetters = 4;

    /// <summary>The rightmost text of a row that is none of the form's labels, left of where values begin: a text among them is a unit. Beside a header of the form it is one too, unless it says more than a unit does (自然人 | 其中：涉农).</summary>
    private static SheetCell? LocalLabel(Sheet sheet, int row, int values)
    {
        SheetCell? label = null;
        var headed = false;
        foreach (var cell in sheet.Rows[row].Cells.TakeWhile(cell => cell.Kind != SheetCellKind.Number))
        {
            if (cell.Kind != SheetCellKind.Text || cell.Cell.Row != row) continue;
            if (cell.IsHeaderOnly && (headed || label is not null)) return null;
            headed |= cell.IsHeaderOnly;
            if (cell.Cell.Column < values && !cell.IsLabelAnywhere) label = cell;
        }

        return headed && label is { } beside && (beside.Label.Key.Length < FewestLetters || SideColumns.IsUnit(beside.Cell.Text)) ? null : label;
    }
}
