using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reports;

namespace ReportIngest.Forms;

/// <summary>
/// Lays one table of the form on the document's tables: rows by their labels, columns by their headers, and a row whose values do not
/// stand under the headers by the order of its values. Equations choose between readings that the labels leave open; they never make a number.
/// </summary>
internal sealed class SectionMatcher
{
    private readonly FormLabels _labels;
    private readonly HeaderBlocks _headers;
    private readonly ImmutableArray<Sheet> _sheets;
    private readonly DoubtBook _doubts;
    private readonly Faith _faith;

    /// <summary>Tables with a row whose numbers leave only an empty place for their total.</summary>
    private HashSet<Sheet> _totalsBlank = [];

    /// <summary>The rows that can be laid in several ways and in one of them have a sum, as that way lays them; not where far more rows of their table have a blank total.</summary>
    private List<KeyValuePair<RowHit, ImmutableArray<SheetCell>>> _summed = [];

    private readonly Dictionary<Indicator, FoundCell> _cells = [];
    private int _equal; // cells that another copy of their row has alike
    private readonly Dictionary<RowHit, ImmutableArray<SheetCell>> _readings = new(ReferenceEqualityComparer.Instance);

    private readonly List<RowHit> _hits;

    private readonly List<RowHit> _unheaded;

    private SectionMatcher(ImmutableArray<Sheet> sheets, FormLabels labels, HeaderBlocks headers)
    {
        _labels = labels;
        _sheets = sheets;
        _headers = headers;
        _doubts = new DoubtBook(labels.Section);
        _hits = RowHits.Find(sheets, labels, _headers);
        _hits.AddRange(UnlabelledRows.Find(sheets, labels, _headers));
        _unheaded = _hits.FindAll(IsUnheaded);
        _hits.RemoveAll(IsUnheaded);
        _faith = new Faith(_hits);
        (RowsMet, var columns) = RowHits.Count(_hits);
        Met = RowsMet + columns;
    }

    /// <summary>Neither a header nor a sum says which of its columns is which.</summary>
    private static bool IsUnheaded(RowHit hit) => hit.Header is null && hit.Form.Grid.Columns.Length > 1 && hit.Form.Grid.Equations.IsEmpty;

    /// <summary>The rows and headers of <paramref name="labels"/>' section; null where the document has no table that can be told to be it.</summary>
    public static SectionMatcher? Find(ImmutableArray<Sheet> sheets, FormLabels labels)
    {
        var headers = new HeaderBlocks(sheets, labels);
        if (labels.NeedsHeader && headers.AreNone) return null; // as those of the edition that it is not
        var matcher = new SectionMatcher(sheets, labels, headers);
        return matcher.IsTheTable() ? matcher : null;
    }

    /// <summary>Labels of the form that are met: <see cref="SectionMatch.Labels"/> are no more.</summary>
    public int Met { get; }

    private int RowsMet { get; }

    /// <summary>A row was met twice.</summary>
    private bool HasCopy => RowsMet < _hits.Count;

    /// <summary>The table laid out, when it is asked for.</summary>
    public SectionMatch Match => field ??= Lay();

    private SectionMatch Lay()
    {
        var open = new List<OpenRow>();
        var unfit = new List<RowHit>();
        var glued = GluedCells.AreIn(_sheets);
        var hidden = _hits.Where(hit => hit.Header is { Named: true, Positional: false } header && RowReader.HasHiddenColumn(hit.Sheet, hit.Row, hit.Label, header)).Select(hit => hit.Sheet).ToHashSet();
        _cells.EnsureCapacity(_labels.Indicators);
        foreach (var hit in _hits)
        {
            var reading = GluedCells.Hold(hit, glued) || GoesOnBelow(hit) || (hidden.Contains(hit.Sheet) && HasBlanksAmongValues(hit)) ? RowReading.Unfit : RowReader.Read(hit.Sheet, hit.Row, hit.Label, hit.Header ?? Header.Assumed(hit.Form.Grid), _faith.In(hit.Sheet));
            if (reading.Alignment == Alignment.Ambiguous) open.Add(new OpenRow(hit, [.. reading.Alternatives.Select(way => new Way(way, Likelihood(hit, way)))]));
            else if (reading.Alignment == Alignment.Unfit || reading.Cells.Any(cell => cell.IsLabelAnywhere)) unfit.Add(hit); // a label in the place of a value: cells are lost (empty ones that were dropped), and the row took in the next
            else Accept(hit, reading.Cells, moved: reading.Alignment == Alignment.ByOrder);
        }

        Choose(open);
        var trial = new Trial(_labels, _headers, _doubts, _hits, _readings);
        trial.WithdrawUnproved();
        foreach (var hit in unfit.Where(hit => !_readings.Keys.Any(other => other.Form == hit.Form))) _doubts.NotLocated(Codes(hit), [At(hit)]);
        foreach (var hit in _unheaded.Where(hit => RowHits.HoldsValue(hit.Sheet, hit.Row) && _hits.Exists(other => other.Sheet == hit.Sheet) && !_hits.Exists(other => other.Form == hit.Form))) _doubts.NotLocated(Codes(hit), [At(hit)]);
        trial.WithdrawUncounted(unfit);
        trial.WithdrawBelowMovedHeader();
        var counts = new CellCounts(_doubts, _hits, _readings);
        counts.WithdrawUnlikeOthers();
        trial.WithdrawDoubled(unfit);
        if (HasCopy) trial.WithdrawOfOneCopy();
        var isFilledUp = trial.WithdrawShifted();
        var dropped = new DroppedBlanks(_doubts, _hits, _readings).Withdraw();
        var columns = new ColumnSums(_labels.Form, _doubts, _readings);
        columns.WithdrawFilledUp();
        columns.WithdrawBesideBlankColumn();
        trial.WithdrawFilledInFront();
        trial.WithdrawBesideExtra();
        counts.WithdrawWhereSumTells();
        trial.WithdrawMovedUp();
        trial.WithdrawRestsOfLabels();
        var covered = trial.MayBeCovered();
        var unknown = trial.MayHaveMovedOut(unfit);
        unknown.UnionWith(covered);
        foreach (var (hit, cells) in _readings) Place(hit, cells, unknown);
        return Result() with { IsFilledUp = isFilledUp || dropped, HasCovered = covered.Count > 0 };
    }

    /// <summary>Enough of the table's own labels: four rows of table three, two of table two, a named header of table four.</summary>
    private bool IsTheTable() => (!_labels.NeedsHeader || _hits.Exists(hit => hit.Header is not null)) && RowsMet >= _labels.Section switch
    {
        2 => 2,
        3 => 4,
        _ => 1,
    };

    /// <summary>A row without a label that is its table's last, and behind it a table as wide of nothing but values: a page break has cut the row.</summary>
    private bool GoesOnBelow(RowHit hit) =>
        hit.Label is null && hit.Row == hit.Sheet.Table.Rows - 1 && hit.Sheet.Table.Spans is SpanFidelity.Ruled or SpanFidelity.Inferred
        && hit.Sheet.Index + 1 < _sheets.Length && _sheets[hit.Sheet.Index + 1] is var next && next.Table.Columns == hit.Sheet.Table.Columns
        && next.Cells.Any(cell => cell.IsValue) && !next.Cells.Any(cell => cell.IsLabelAnywhere);

    private void Accept(RowHit hit, ImmutableArray<SheetCell> cells, bool moved)
    {
        var header = hit.Header;
        if (header is not { Named: true } && !(header is { Positional: true } && !moved) && !Confirmed(hit, cells))
        {
            _doubts.Ambiguous(Codes(hit), [At(hit)]);
            return;
        }

        if (hit.Guessed) _doubts.Misprinted(Codes(hit), [At(hit)]);
        if (header is { Guessed.IsEmpty: false }) _doubts.Misprinted(header.Guessed.Select(column => hit.Form.In(column).Code), [At(hit)]);
        if (moved && !IsWhereRowsStand(hit, cells)) _doubts.Moved(Codes(hit), cells.Select(hit.Sheet.Locate));
        _readings[hit] = cells;
    }

    /// <summary>Whole cells of a whole row, in a table that says its spans: nothing was moved, only the header is in another table.</summary>
    private static bool IsWhereRowsStand(RowHit hit, ImmutableArray<SheetCell> cells) =>
        hit.Header is { Named: true, Positional: false } && hit.Sheet.Table.Spans is SpanFidelity.Stated or SpanFidelity.Ruled
        && cells[^1].Cell.EndColumn == hit.Sheet.Table.Columns;

    /// <summary>Without a header that names the columns, the form's order is taken only where the row's own sums confirm it.</summary>
    private static bool Confirmed(RowHit hit, ImmutableArray<SheetCell> cells) =>
        hit.Form.Grid.Columns.Length == 1 || (cells.Length == hit.Form.Grid.Columns.Length && RowSumsHold(hit, cells) && (cells.All(IsFilled) || RowReader.Behind(hit.Sheet, hit.Row, hit.Label).Length == cells.Length));

    private static bool RowSumsHold(RowHit hit, ImmutableArray<SheetCell> cells)
    {
        if (hit.Form.Sums.IsEmpty) return false;
        var fields = new Field[cells.Length];
        for (var i = 0; i < fields.Length; i++) fields[i] = new FoundCell(hit.Sheet, cells[i], hit.Form.In(hit.Order[i])).Field;
        Func<Indicator, Field?> own = indicator => Array.Find(fields, field => field.Indicator == indicator);
        Func<Indicator, bool> isThere = indicator => own(indicator) is not null;
        var known = false;
        foreach (var identity in hit.Form.Sums)
        {
            if (!identity.Left.All(isThere) || !identity.Right.All(isThere)) continue;
            if (!Balance.Of(identity, own).Holds) return false;
            known = true;
        }

        return known;
    }

    /// <summary>
    /// Blanks at an end: the likeliest way by the row's own sum, and among ways that are equally likely the one in which rows with the same label
    /// column stand. A row under which nothing is decided waits until the others are.
    /// </summary>
    private void Choose(List<OpenRow> open)
    {
        if (open.Count == 0) return;
        const int many = 3; // so many rows with a blank total for one with a sum: the sum is one by chance
        var blank = open.Where(row => !row.Ways.Any(way => way.Likelihood == 2) && row.Ways.Any(way => way.Likelihood == 1 && HasNumber(way.Cells))).CountBy(row => row.Hit.Sheet).ToDictionary();
        _totalsBlank = [.. blank.Keys];
        var summed = open.Where(row => row.Ways.Count(way => way.Likelihood == 2) == 1).ToLookup(row => row.Hit.Sheet);
        _summed = [.. summed.Where(rows => blank.GetValueOrDefault(rows.Key) < many * rows.Count()).SelectMany(rows => rows)
            .Select(row => KeyValuePair.Create(row.Hit, row.Ways.Find(way => way.Likelihood == 2)!.Cells))];
        for (var decided = -1; decided != 0;)
        {
            decided = open.RemoveAll(TryChoose);
        }

        foreach (var (hit, _) in open) _doubts.Ambiguous(Codes(hit), [At(hit)]);
    }

    private bool TryChoose(OpenRow row)
    {
        var (hit, ways) = (row.Hit, row.Ways);
        var proved = ways.FindAll(way => way.Likelihood == 2);
        var candidates = proved.Count > 0 ? proved : ways;
        var starts = Starts(hit);
        // Where totals are left blank, a number that is the sum of others may be so by chance.
        var likeliest = proved is [var only] && !_totalsBlank.Contains(hit.Sheet) && (hit.Sheet.Table.Spans != SpanFidelity.Lost || IsWhereOthersBegin(hit, only.Cells, starts)) ? proved
            : starts.Count > 1 ? [] // rows begin anywhere
            : starts.Count == 1 ? candidates.FindAll(way => starts.Contains(way.Cells[0].Cell.Column))
            : candidates.FindAll(way => way.Likelihood == 1);
        if (likeliest is not [var chosen]) return false;
        Accept(hit, chosen.Cells, moved: hit.Header is not { Positional: true } header || chosen.Cells[0].Cell.Column != header.Positions[0].Start.Value);
        return true;
    }

    /// <summary>Where spans are lost the blank in front may be the label's, and a sum holds wherever a blank stands: other rows say where values begin, or else the header.</summary>
    private static bool IsWhereOthersBegin(RowHit hit, ImmutableArray<SheetCell> cells, HashSet<int> starts) => starts.Count > 0 ? starts.Contains(cells[0].Cell.Column) : StandsUnderHeader(hit, cells);

    /// <summary>A row that can be laid on the columns in several ways.</summary>
    private sealed record OpenRow(RowHit Hit, List<Way> Ways);

    /// <param name="Likelihood">2 where a number of the row is the sum of others, 1 where nothing speaks against the way, 0 where a sum fails.</param>
    private sealed record Way(ImmutableArray<SheetCell> Cells, int Likelihood);

    private static bool HasBlanksAmongValues(RowHit hit)
    {
        var behind = RowReader.Behind(hit.Sheet, hit.Row, hit.Label);
        return behind.Any(IsFilled) && behind.Count(IsFilled) < hit.Order.Length;
    }

    internal static bool StandsUnderHeader(RowHit hit, ImmutableArray<SheetCell> cells) =>
        hit.Header is not { Positional: true } header || cells[0].Cell.Column == header.Positions[0].Start.Value;

    /// <summary>The columns in which the values of other rows begin; where positions cannot be trusted only of rows with a label as wide that reach from the first column to the last or have a sum.</summary>
    private HashSet<int> Starts(RowHit hit)
    {
        var trusted = _faith.In(hit.Sheet) != Trust.None;
        var starts = Begin(_readings.Where(pair => trusted ? pair.Value.Any(IsFilled) : IsFilled(pair.Value[0]) && IsFilled(pair.Value[^1])));
        // Below no header, in a part of a table that was cut, rows may have lost the cells of labels that span them, and others not: rows of one kind only speak for themselves.
        if (hit.Sheet.Table.Spans == SpanFidelity.Lost && hit.Header is not { Positional: true } && _readings.Where(pair => pair.Key.Sheet == hit.Sheet && pair.Key.Form.Grid == hit.Form.Grid).Select(pair => KindOf(pair.Key)).Distinct().Take(2).ToList() is [var kind] && kind != KindOf(hit)) return [];

        // A sum by chance may speak against the other rows, but not for itself.
        if (starts.Count > 0 || !_totalsBlank.Contains(hit.Sheet)) starts.UnionWith(Begin(_summed.Where(pair => pair.Key != hit)));
        return starts;

        static (int?, int) KindOf(RowHit hit) => (hit.Label?.Cell.EndColumn, hit.Form.Groups.Length);

        HashSet<int> Begin(IEnumerable<KeyValuePair<RowHit, ImmutableArray<SheetCell>>> rows) => rows
            .Where(pair => pair.Key.Sheet == hit.Sheet && pair.Key.Form.Grid == hit.Form.Grid && (trusted || pair.Key.Label?.Cell.EndColumn == hit.Label?.Cell.EndColumn))
            .Select(pair => pair.Value[0].Cell.Column).ToHashSet();
    }

    internal static bool IsFilled(SheetCell cell) => cell.Kind != SheetCellKind.Blank || cell.IsUnclear; // NaN keeps the place of a value

    /// <summary>2 where a number of the row is the sum of others, 1 where nothing speaks against the way (an empty total, or zeros), 0 where a sum fails.</summary>
    internal static int Likelihood(RowHit hit, ImmutableArray<SheetCell> way)
    {
        var total = Math.Min(way.Length, hit.Order.Length) - 1;
        while (total >= 0 && hit.Order[total].Key != "total") total--;
        if (total >= 0 && way[total].Kind != SheetCellKind.Number) return 1;
        return !RowSumsHold(hit, way) ? 0 : HasNumber(way) ? 2 : 1;
    }

    internal static bool HasNumber(ImmutableArray<SheetCell> way) =>
        way.Any(cell => cell.Kind == SheetCellKind.Number && cell.Cell.Text.Any(digit => digit is >= '1' and <= '9'));

    /// <param name="unknown">Cells of which it is not known whether they are blank.</param>
    private void Place(RowHit hit, ImmutableArray<SheetCell> cells, HashSet<SheetCell> unknown)
    {
        for (var i = 0; i < cells.Length; i++)
        {
            var indicator = hit.Form.In(hit.Order[i]);
            // The end of a label says nothing of the value beside it.
            if (cells[i].IsUnclear || _labels.IsEndOfLabel(cells[i]) || unknown.Contains(cells[i]))
            {
                _doubts.Unclear(indicator.Code, hit.Sheet.Locate(cells[i]));
                continue;
            }

            var cell = new FoundCell(hit.Sheet, cells[i], indicator, indicator.Kind == IndicatorKind.Amount ? PrintedUnit.Of(hit, indicator.Column, _labels) : null);
            if (indicator.Kind == IndicatorKind.Amount && PrintedUnit.Beside(hit) is { } own && own != (cell.PrintedUnit ?? "万元"))
            {
                _doubts.Unclear(indicator.Code, hit.Sheet.Locate(cells[i]));
                continue;
            }

            if (_doubts.IsWithdrawn(indicator.Code) || _cells.TryAdd(indicator, cell)) continue;
            var other = _cells[indicator];
            if (other.Cell.Cell.Text == cell.Cell.Cell.Text)
            {
                _equal++;
                continue;
            }

            // The row stands there twice with different values: neither is taken.
            _cells.Remove(indicator);
            _doubts.Twice(indicator.Code, [other.At, cell.At]);
        }
    }

    private SectionMatch Result()
    {
        var leftovers = Leftovers.Of(_hits, _readings, _headers, _labels);
        if (!leftovers.Numbers.IsEmpty) _doubts.LeftOver(leftovers.Numbers);
        var stray = new StrayNumbers(_sheets, _labels, _doubts, _hits, _cells);
        stray.TakeBackSingle(leftovers.Numbers);
        stray.TakeBackBelow(leftovers.Numbers);
        stray.TakeBackBeside(leftovers.Numbers);
        stray.TakeBackAbove(leftovers.Numbers.Concat(leftovers.Extras.Where(extra => extra.Axis == Axis.Row).SelectMany(extra => extra.At)));
        var sources = _hits.Select(hit => hit.Sheet.Index).Distinct().Order().ToImmutableArray();
        var spans = _hits.Max(hit => hit.Sheet.Table.Spans);
        var table = new PlacedTable(_labels.Section, _labels.Form.Edition, sources, spans, leftovers.Extras);
        return new SectionMatch(_labels.Form, _labels.Section, _cells, table, _doubts.Doubts(), Met - leftovers.Extras.Length)
        {
            IsWhole = _cells.Count == _labels.Indicators,
            IsDoubled = _doubts.Doubled * 2 > _labels.Indicators,
            IsShownAgain = _equal > 0 && _doubts.Doubled == 0,
            Copied = HasCopy ? _hits.CountBy(hit => hit.Form).Where(row => row.Value > 1).Select(row => row.Key.Row).ToHashSet() : NoRows,
            HasLostLabels = leftovers.HasLostLabels,
        };
    }

    private static readonly HashSet<Row> NoRows = [];

    internal static IEnumerable<string> Codes(RowHit hit) => hit.Order.Select(column => hit.Form.In(column).Code);

    internal static Location At(RowHit hit) => hit.Sheet.Locate(hit.Label ?? hit.Sheet.Rows[hit.Row].Cells[0]);
}
