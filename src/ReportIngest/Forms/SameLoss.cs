using ReportIngest.Documents;

namespace ReportIngest.Forms;

/// <summary>What one table shows of how a document lost its empty or merged cells holds for its other tables, whose rows are too few to show it.</summary>
internal static class SameLoss
{
    public static void Withdraw(SortedDictionary<int, SectionMatch> matches)
    {
        WithdrawLoneEnds(matches);
        var filledUp = matches.Values.Any(match => match.IsFilledUp);
        var covered = matches.GetValueOrDefault(Largest)?.HasCovered is true;
        if (!filledUp && !covered) return;
        foreach (var (section, match) in matches.ToList()) matches[section] = Withdrawn(match, filledUp, covered && section != Largest);
    }

    /// <summary>Table three has rows enough to show that its blanks stand nowhere but beside a 0.</summary>
    private const int Largest = 3;

    /// <param name="filledUp">Rows that lost cells were filled up at their end.</param>
    /// <param name="covered">Blanks beside a 0 may be merged with it, where none stands elsewhere.</param>
    private static SectionMatch Withdrawn(SectionMatch match, bool filledUp, bool covered)
    {
        var doubts = new DoubtBook(match.Section);
        var rows = match.Cells.Where(pair => pair.Value.Sheet.Table.Spans == SpanFidelity.Lost).GroupBy(pair => (pair.Key.Grid, pair.Key.Row, pair.Value.Sheet))
            .Select(row => row.OrderBy(pair => pair.Value.Cell.Cell.Column).ToList()).Where(row => row.Count > 1).ToList();
        covered &= rows.TrueForAll(row => row.Index().All(pair => !IsBlank(pair.Item) || IsBesideZero(row, pair.Index)));
        foreach (var row in rows)
        {
            if (filledUp && IsBlank(row[^1]) && !row.TrueForAll(IsBlank))
            {
                TakeBack(match, doubts, row);
            }
            else if (covered)
            {
                foreach (var (indicator, cell) in row.Where(IsBlank))
                {
                    match.Cells.Remove(indicator);
                    doubts.Unclear(indicator.Code, cell.At);
                }
            }
        }

        return doubts.Doubts() is { IsEmpty: false } more ? match with { Doubts = [.. match.Doubts, .. more], IsWhole = false } : match;
    }

    /// <summary>
    /// A document that has something in every place, and blanks only at the end of rows: where spans are lost such a row may lack a cell further in front, and was filled up. Not a row that lacks but its total; that its sum tells.
    /// A column that is blank in all rows, or a row without any value or with few, was left blank.
    /// </summary>
    private static void WithdrawLoneEnds(SortedDictionary<int, SectionMatch> matches)
    {
        if (!matches.Values.Any(match => match.Table.Spans == SpanFidelity.Lost && match.Cells.Values.Any(cell => cell.Cell.Kind == SheetCellKind.Blank))) return;
        var rows = matches.Values.SelectMany(match => match.Cells.Where(pair => pair.Value.Sheet.Table.Spans == SpanFidelity.Lost).GroupBy(pair => (match.Section, pair.Key.Row, pair.Value.Sheet)))
            .Select(row => (row.Key.Section, Cells: row.OrderBy(pair => pair.Value.Cell.Cell.Column).ToList())).Where(row => row.Cells.Count > 1 && !row.Cells.TrueForAll(IsBlank)).ToList();
        var leftBlank = rows.SelectMany(row => row.Cells).GroupBy(pair => pair.Key.Column).Where(column => column.Count() > 1 && column.All(IsBlank)).Select(column => column.Key).ToHashSet();
        var ends = new List<(int Section, List<KeyValuePair<Indicator, FoundCell>> Cells)>();
        foreach (var row in rows)
        {
            var last = row.Cells.FindLastIndex(pair => !IsBlank(pair));
            if (row.Cells.Take(last).Any(pair => IsBlank(pair) && !leftBlank.Contains(pair.Key.Column))) return;
            var blank = row.Cells.Skip(last + 1).Select(pair => pair.Key.Column).Where(column => !leftBlank.Contains(column)).ToList();
            if (blank.Count > 0 && blank.Count * 2 < row.Cells.Count && !(blank is [{ Key: "total" }] && row.Cells.Exists(pair => pair.Value.Field.Value.Number > 0))) ends.Add(row);
        }

        foreach (var section in ends.GroupBy(row => row.Section))
        {
            var (match, doubts) = (matches[section.Key], new DoubtBook(section.Key));
            foreach (var row in section) TakeBack(match, doubts, row.Cells);
            matches[section.Key] = match with { Doubts = [.. match.Doubts, .. doubts.Doubts()], IsWhole = false };
        }
    }

    private static void TakeBack(SectionMatch match, DoubtBook doubts, List<KeyValuePair<Indicator, FoundCell>> row)
    {
        foreach (var (indicator, _) in row) match.Cells.Remove(indicator);
        doubts.Ambiguous(row.Select(pair => pair.Key.Code), row.Select(pair => pair.Value.At));
    }

    private static bool IsBesideZero(List<KeyValuePair<Indicator, FoundCell>> cells, int at)
    {
        while (at >= 0 && IsBlank(cells[at])) at--;
        return at >= 0 && cells[at].Value.Cell.Cell.Text.Trim() == "0";
    }

    private static bool IsBlank(KeyValuePair<Indicator, FoundCell> cell) => cell.Value.Cell.Kind == SheetCellKind.Blank;
}
