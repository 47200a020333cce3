using ReportIngest.Documents;

namespace ReportIngest.Forms;

/// <summary>What one table shows of how a document lost its empty or merged cells holds for its other tables, whose rows are too few to show it.</summary>
internal static class SameLoss
{
    public static void Withdraw(SortedDictionary<int, SectionMatch> matches)
    {
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
                foreach (var (indicator, _) in row) match.Cells.Remove(indicator);
                doubts.Ambiguous(row.Select(pair => pair.Key.Code), row.Select(pair => pair.Value.At));
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

    private static bool IsBesideZero(List<KeyValuePair<Indicator, FoundCell>> cells, int at)
    {
        while (at >= 0 && IsBlank(cells[at])) at--;
        return at >= 0 && cells[at].Value.Cell.Cell.Text.Trim() == "0";
    }

    private static bool IsBlank(KeyValuePair<Indicator, FoundCell> cell) => cell.Value.Cell.Kind == SheetCellKind.Blank;
}
