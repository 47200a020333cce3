using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reports;
using static ReportIngest.Forms.RowJudgement;

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
        var open = new OpenRows(_faith, _readings, Accept);
        var unfit = new List<RowHit>();
        var glued = GluedCells.AreIn(_sheets);
        var hidden = _hits.Where(hit => hit.Header is { Named: true, Positional: false } header && RowReader.HasHiddenColumn(hit.Sheet, hit.Row, hit.Label, header)).Select(hit => hit.Sheet).ToHashSet();
        _cells.EnsureCapacity(_labels.Indicators);
        foreach (var hit in _hits)
        {
            var reading = GluedCells.Hold(hit, glued) || GoesOnBelow(hit) || (hidden.Contains(hit.Sheet) && HasBlanksAmongValues(hit)) ? RowReading.Unfit : RowReader.Read(hit.Sheet, hit.Row, hit.Label, hit.Header ?? Header.Assumed(hit.Form.Grid), _faith.In(hit.Sheet));
            if (reading.Alignment == Alignment.Ambiguous) open.Add(hit, reading.Alternatives);
            else if (reading.Alignment == Alignment.Unfit || reading.Cells.Any(cell => cell.IsLabelAnywhere)) unfit.Add(hit); // a label in the place of a value: cells are lost (empty ones that were dropped), and the row took in the next
            else Accept(hit, reading.Cells, moved: reading.Alignment == Alignment.ByOrder);
        }

        foreach (var hit in open.Choose()) _doubts.Ambiguous(hit.Codes, [hit.At]);
        var withdrawals = new Withdrawals(_labels, _headers, _doubts, _hits, _readings);
        withdrawals.WithdrawUnproved();
        foreach (var hit in unfit.Where(hit => !_readings.Keys.Any(other => other.Form == hit.Form))) _doubts.NotLocated(hit.Codes, [hit.At]);
        foreach (var hit in _unheaded.Where(hit => RowHits.HoldsValue(hit.Sheet, hit.Row) && _hits.Exists(other => other.Sheet == hit.Sheet) && !_hits.Exists(other => other.Form == hit.Form))) _doubts.NotLocated(hit.Codes, [hit.At]);
        withdrawals.WithdrawUncounted(unfit);
        withdrawals.WithdrawBelowMovedHeader();
        var counts = new CellCounts(_doubts, _hits, _readings);
        counts.WithdrawUnlikeOthers();
        withdrawals.WithdrawDoubled(unfit);
        if (HasCopy) withdrawals.WithdrawOfOneCopy();
        var isFilledUp = withdrawals.WithdrawShifted();
        var columns = new ColumnSums(_labels.Form, _doubts, _readings);
        var dropped = new DroppedBlanks(columns, _doubts, _hits, _readings).Withdraw();
        columns.WithdrawFilledUp();
        withdrawals.WithdrawFilledInFront();
        withdrawals.WithdrawBesideExtra();
        counts.WithdrawWhereSumTells();
        withdrawals.WithdrawMovedUp();
        withdrawals.WithdrawRestsOfLabels();
        var covered = DoubtedBlanks.Covered(_readings);
        var unknown = DoubtedBlanks.MovedOut(_readings, unfit);
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
            _doubts.Ambiguous(hit.Codes, [hit.At]);
            return;
        }

        if (hit.Guessed) _doubts.Misprinted(hit.Codes, [hit.At]);
        if (header is { Guessed.IsEmpty: false }) _doubts.Misprinted(header.Guessed.Select(column => hit.Form.In(column).Code), [hit.At]);
        if (moved && !IsWhereRowsStand(hit, cells)) _doubts.Moved(hit.Codes, cells.Select(hit.Sheet.Locate));
        _readings[hit] = cells;
    }

    /// <summary>Whole cells of a whole row, in a table that says its spans: nothing was moved, only the header is in another table.</summary>
    private static bool IsWhereRowsStand(RowHit hit, ImmutableArray<SheetCell> cells) =>
        hit.Header is { Named: true, Positional: false } && hit.Sheet.Table.Spans is SpanFidelity.Stated or SpanFidelity.Ruled
        && cells[^1].Cell.EndColumn == hit.Sheet.Table.Columns;

    /// <summary>Without a header that names the columns, the form's order is taken only where the row's own sums confirm it.</summary>
    private static bool Confirmed(RowHit hit, ImmutableArray<SheetCell> cells) =>
        hit.Form.Grid.Columns.Length == 1 || (cells.Length == hit.Form.Grid.Columns.Length && SumsHold(hit, cells) && (cells.All(IsFilled) || RowReader.Behind(hit.Sheet, hit.Row, hit.Label).Length == cells.Length));

    private static bool HasBlanksAmongValues(RowHit hit)
    {
        var behind = RowReader.Behind(hit.Sheet, hit.Row, hit.Label);
        return behind.Any(IsFilled) && behind.Count(IsFilled) < hit.Order.Length;
    }

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
}
