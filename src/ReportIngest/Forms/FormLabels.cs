using System.Collections.Immutable;

namespace ReportIngest.Forms;

/// <summary>
/// The labels of one section of a form, ready for comparing. A text meets a label when their keys are equal, when it contains the label's
/// anchor, or when it is a typo away; the tolerance for typos is below half the distance to every other label, so no text meets two.
/// </summary>
internal sealed class FormLabels
{
    private readonly Dictionary<string, List<RowLabel>> _rows = [];
    private readonly Dictionary<string, List<ColumnLabel>> _columns = [];
    private readonly Dictionary<string, ImmutableArray<Column>> _groups = [];
    private readonly HashSet<string> _rowGroups = [];
    private readonly List<(string Anchor, RowLabel Row, int Longest)> _anchors = [];
    private readonly Dictionary<string, int> _tolerances = [];
    private readonly ImmutableArray<TolerantKey> _typoRows, _typoColumns, _typoGroups, _typoRowGroups;

    public FormLabels(Form form, int section)
    {
        Form = form;
        Section = section;
        Grids = [.. form.Grids.Where(grid => grid.Section == section)];
        foreach (var grid in Grids)
        {
            foreach (var row in grid.Rows.Where(row => !row.Label.IsEmpty)) AddRow(grid, row);
            foreach (var column in grid.Columns) AddColumn(grid, column);
        }

        var keys = _rows.Keys.Concat(_columns.Keys).Concat(_groups.Keys).Concat(_rowGroups).Distinct().ToList();
        foreach (var key in keys) _tolerances[key] = Tolerance(key, keys);
        _typoRows = Tolerant(_rows.Keys);
        _typoColumns = Tolerant(_columns.Keys);
        _typoGroups = Tolerant(_groups.Keys);
        _typoRowGroups = Tolerant(_rowGroups);
    }

    public Form Form { get; }

    public int Section { get; }

    public ImmutableArray<Grid> Grids { get; }

    /// <summary>Every key with the number of typos it bears.</summary>
    internal IReadOnlyDictionary<string, int> Tolerances => _tolerances;

    /// <summary>The rows a text can be the label of: none, one, or the rows of the several grids and labels it fits.</summary>
    public IReadOnlyList<RowLabel> Rows(LabelText text)
    {
        if (_rows.TryGetValue(text.Key, out var rows) || _rows.TryGetValue(text.Outside, out rows)) return rows;
        var anchored = Anchored(text.Key);
        if (anchored.Count > 0) return anchored;
        return Typo(text.Key, _typoRows) is { } key ? _rows[key] : [];
    }

    /// <summary>The leaf columns a text can be the header of.</summary>
    public IReadOnlyList<ColumnLabel> Columns(LabelText text)
    {
        if (_columns.TryGetValue(text.Key, out var columns) || _columns.TryGetValue(text.Outside, out columns)) return columns;
        return Typo(text.Key, _typoColumns) is { } key ? _columns[key] : [];
    }

    /// <summary>The columns below a group header (法人或其他组织, 行政复议); empty where the text is none.</summary>
    public ImmutableArray<Column> Group(LabelText text) =>
        _groups.TryGetValue(text.Key, out var columns) || _groups.TryGetValue(text.Outside, out columns)
            || (Typo(text.Key, _typoGroups) is { } key && _groups.TryGetValue(key, out columns)) ? columns : [];

    /// <summary>Whether a text is a label above rows: a group (（三）不予公开) or a caption (第二十条第（一）项).</summary>
    public bool IsRowGroup(LabelText text) =>
        _rowGroups.Contains(text.Key) || _rowGroups.Contains(text.Outside) || Typo(text.Key, _typoRowGroups) is not null;

    /// <summary>Whether a text is any label of the section: then it is no value.</summary>
    public bool IsLabel(LabelText text) => Rows(text).Count > 0 || Columns(text).Count > 0 || IsRowGroup(text) || !Group(text).IsEmpty;

    private List<RowLabel> Anchored(string key)
    {
        var found = new List<RowLabel>();
        foreach (var (anchor, row, longest) in _anchors)
        {
            // A sentence that mentions the words is no label: labels glued to their group are at most twice as long.
            if (key.Length <= (2 * longest) + 4 && key.Contains(anchor, StringComparison.Ordinal)) found.Add(row);
        }

        return found;
    }

    private static string? Typo(string key, ImmutableArray<TolerantKey> labels)
    {
        foreach (var (label, tolerance) in labels)
        {
            if (Labels.Distance(key, label, tolerance) <= tolerance) return label;
        }

        return null;
    }

    /// <summary>A label with the number of typos it bears, one at least.</summary>
    private readonly record struct TolerantKey(string Label, int Tolerance);

    private ImmutableArray<TolerantKey> Tolerant(IEnumerable<string> keys) =>
        [.. keys.Select(key => new TolerantKey(key, _tolerances[key])).Where(key => key.Tolerance > 0)];

    /// <summary>None for short labels, one for six characters, two from ten; always below half the way to the nearest other label.</summary>
    private int Tolerance(string key, List<string> all)
    {
        var tolerance = key.Length < 6 ? 0 : key.Length < 10 ? 1 : 2;
        foreach (var other in all.Where(other => !SameLabel(key, other)))
        {
            var distance = Labels.Distance(key, other, (2 * tolerance) + 1);
            tolerance = Math.Min(tolerance, (distance - 1) / 2);
        }

        return tolerance;
    }

    internal bool SameLabel(string key, string other) =>
        key == other
        || (_rows.TryGetValue(key, out var rows) && _rows.TryGetValue(other, out var otherRows) && rows.SequenceEqual(otherRows))
        || (_columns.TryGetValue(key, out var columns) && _columns.TryGetValue(other, out var otherColumns) && columns.SequenceEqual(otherColumns));

    private void AddRow(Grid grid, Row row)
    {
        var label = new RowLabel(grid, row);
        var keys = row.Variants.Add(row.Label[^1]).SelectMany(text => new[] { Labels.Key(text), Labels.KeyOutsideBrackets(text) }).Distinct().ToList();
        foreach (var key in keys) Add(_rows, key, label);
        if (row.Anchor is not null) _anchors.Add((row.Anchor, label, keys.Max(key => key.Length)));
        foreach (var group in row.Label[..^1]) _rowGroups.Add(Labels.Key(group));
        if (grid.Caption is not null) _rowGroups.Add(Labels.Key(grid.Caption));
    }

    private void AddColumn(Grid grid, Column column)
    {
        var label = new ColumnLabel(grid, column);
        foreach (var key in column.Variants.Add(column.Label[^1]).SelectMany(text => new[] { Labels.Key(text), Labels.KeyOutsideBrackets(text) }).Distinct())
            Add(_columns, key, label);
        IEnumerable<string> groups = column.Outer is null ? column.Label[..^1] : [column.Outer, .. column.Label[..^1]];
        foreach (var group in groups.Select(Labels.Key))
            _groups[group] = _groups.TryGetValue(group, out var columns) ? columns.Add(column) : [column];
    }

    private static void Add<T>(Dictionary<string, List<T>> labels, string key, T label)
    {
        if (!labels.TryGetValue(key, out var list)) labels[key] = list = [];
        if (!list.Contains(label)) list.Add(label);
    }
}

/// <summary>A row of the form in its grid.</summary>
internal sealed record RowLabel(Grid Grid, Row Row);

/// <summary>A column of the form in its grid; the same header over two grids (本年处理决定数量) gives two.</summary>
internal sealed record ColumnLabel(Grid Grid, Column Column);

/// <summary>The keys of one text, computed once.</summary>
internal readonly record struct LabelText(string Key, string Outside)
{
    public static LabelText Of(string text)
    {
        var key = Labels.Key(text);
        return new LabelText(key, text.AsSpan().IndexOfAny('(', '（', '〔') < 0 ? key : Labels.KeyOutsideBrackets(text));
    }
}
