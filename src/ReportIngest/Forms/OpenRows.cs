using System.Collections.Immutable;
using ReportIngest.Documents;
using static ReportIngest.Forms.RowJudgement;

namespace ReportIngest.Forms;

/// <summary>
/// Rows that can be laid on the columns in several ways: blanks stand at an end. Taken is the likeliest way by the row's own sum, and among ways that are equally likely the one in
/// which rows with the same label column stand. A row under which nothing is decided waits until the others are.
/// </summary>
/// <param name="readings">The rows that are laid, also those that <paramref name="accept"/> lays.</param>
/// <param name="accept">Takes a row with its cells; true where they do not stand under the header.</param>
internal sealed class OpenRows(Faith faith, IReadOnlyDictionary<RowHit, ImmutableArray<SheetCell>> readings, Action<RowHit, ImmutableArray<SheetCell>, bool> accept)
{
    private sealed record OpenRow(RowHit Hit, List<Way> Ways);

    private sealed record Way(ImmutableArray<SheetCell> Cells, RowSum Sum);

    private readonly List<OpenRow> _open = [];

    /// <summary>Tables with a row whose numbers leave only an empty place for their total.</summary>
    private HashSet<Sheet> _totalsBlank = [];

    /// <summary>The rows that in one of their ways have a sum, as that way lays them; not where far more rows of their table have a blank total.</summary>
    private List<KeyValuePair<RowHit, ImmutableArray<SheetCell>>> _summed = [];

    public void Add(RowHit hit, ImmutableArray<ImmutableArray<SheetCell>> ways) => _open.Add(new OpenRow(hit, [.. ways.Select(way => new Way(way, Sum(hit, way)))]));

    /// <returns>The rows that nothing decides.</returns>
    public IEnumerable<RowHit> Choose()
    {
        if (_open.Count == 0) return [];
        const int many = 3; // so many rows with a blank total for one with a sum: the sum is one by chance
        var blank = _open.Where(row => !row.Ways.Any(way => way.Sum == RowSum.Holds) && row.Ways.Any(way => way.Sum == RowSum.SaysNothing && HasNumber(way.Cells))).CountBy(row => row.Hit.Sheet).ToDictionary();
        _totalsBlank = [.. blank.Keys];
        var summed = _open.Where(row => row.Ways.Count(way => way.Sum == RowSum.Holds) == 1).ToLookup(row => row.Hit.Sheet);
        _summed = [.. summed.Where(rows => blank.GetValueOrDefault(rows.Key) < many * rows.Count()).SelectMany(rows => rows)
            .Select(row => KeyValuePair.Create(row.Hit, row.Ways.Find(way => way.Sum == RowSum.Holds)!.Cells))];
        for (var decided = -1; decided != 0;)
        {
            decided = _open.RemoveAll(TryChoose);
        }

        return _open.Select(row => row.Hit);
    }

    private bool TryChoose(OpenRow row)
    {
        var (hit, ways) = (row.Hit, row.Ways);
        var proved = ways.FindAll(way => way.Sum == RowSum.Holds);
        var candidates = proved.Count > 0 ? proved : ways;
        var starts = Starts(hit);
        // Where totals are left blank, a number that is the sum of others may be so by chance.
        var likeliest = proved is [var only] && !_totalsBlank.Contains(hit.Sheet) && (hit.Sheet.Table.Spans != SpanFidelity.Lost || IsWhereOthersBegin(hit, only.Cells, starts)) ? proved
            : starts.Count > 1 ? [] // rows begin anywhere
            : starts.Count == 1 ? candidates.FindAll(way => starts.Contains(way.Cells[0].Cell.Column))
            : candidates.FindAll(way => way.Sum == RowSum.SaysNothing);
        if (likeliest is not [var chosen]) return false;
        accept(hit, chosen.Cells, hit.Header is not { Positional: true } header || chosen.Cells[0].Cell.Column != header.Positions[0].Start.Value);
        return true;
    }

    /// <summary>Where spans are lost the blank in front may be the label's, and a sum holds wherever a blank stands: other rows say where values begin, or else the header.</summary>
    private static bool IsWhereOthersBegin(RowHit hit, ImmutableArray<SheetCell> cells, HashSet<int> starts) => starts.Count > 0 ? starts.Contains(cells[0].Cell.Column) : StandsUnderHeader(hit, cells);

    /// <summary>The columns in which the values of other rows begin; where positions cannot be trusted only of rows with a label as wide that reach from the first column to the last or have a sum.</summary>
    private HashSet<int> Starts(RowHit hit)
    {
        var trusted = faith.In(hit.Sheet) != Trust.None;
        var starts = Begin(readings.Where(pair => trusted ? pair.Value.Any(IsFilled) : IsFilled(pair.Value[0]) && IsFilled(pair.Value[^1])));
        // Below no header, in a part of a table that was cut, rows may have lost the cells of labels that span them, and others not: rows of one kind only speak for themselves.
        if (hit.Sheet.Table.Spans == SpanFidelity.Lost && hit.Header is not { Positional: true } && readings.Where(pair => pair.Key.Sheet == hit.Sheet && pair.Key.Form.Grid == hit.Form.Grid).Select(pair => KindOf(pair.Key)).Distinct().Take(2).ToList() is [var kind] && kind != KindOf(hit)) return [];

        // A sum by chance may speak against the other rows, but not for itself.
        if (starts.Count > 0 || !_totalsBlank.Contains(hit.Sheet)) starts.UnionWith(Begin(_summed.Where(pair => pair.Key != hit)));
        return starts;

        static (int?, int) KindOf(RowHit hit) => (hit.Label?.Cell.EndColumn, hit.Form.Groups.Length);

        HashSet<int> Begin(IEnumerable<KeyValuePair<RowHit, ImmutableArray<SheetCell>>> rows) => rows
            .Where(pair => pair.Key.Sheet == hit.Sheet && pair.Key.Form.Grid == hit.Form.Grid && (trusted || pair.Key.Label?.Cell.EndColumn == hit.Label?.Cell.EndColumn))
            .Select(pair => pair.Value[0].Cell.Column).ToHashSet();
    }
}
