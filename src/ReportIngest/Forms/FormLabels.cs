using System.Collections.Immutable;

namespace ReportIngest.Forms;

/// <summary>
/// The labels of one section of a form, ready for comparing. A text meets a label when their keys are equal, when it contains the label's
/// anchor, or when it is a typo away; the tolerance for typos is below half the distance to every other label, so no text meets two.
/// </summary>
internal sealed class FormLabels
{
    private readonly Dictionary<string, ImmutableArray<RowLabel>> _rows = [];
    private readonly Dictionary<string, ImmutableArray<ColumnLabel>> _columns = [];

    /// <summary>Columns by their headers with those of their groups in front, as programs write a header of several rows in one: 申请人情况 法人或其他组织 商业企业.</summary>
    private readonly Dictionary<string, ImmutableArray<ColumnLabel>> _joined = [];

    private readonly Dictionary<string, ImmutableArray<Column>> _groups = [];
    private readonly Dictionary<Column, ImmutableArray<string>> _groupsOver = [];
    private readonly HashSet<string> _rowGroups = [];
    private readonly List<(string Anchor, RowLabel Row, int Longest)> _anchors = [];
    private readonly Dictionary<string, int> _tolerances = [];
    private readonly ImmutableArray<TolerantKey> _typoRows, _typoColumns, _typoGroups, _typoRowGroups;

    /// <param name="index">Among all labels there are.</param>
    public FormLabels(int index, Form form, int section)
    {
        Index = index;
        Form = form;
        Section = section;
        Grids = [.. form.Grids.Where(grid => grid.Section == section)];
        Indicators = form.Indicators.Count(indicator => indicator.Section == section);
        FormRows = [.. Grids.SelectMany(grid => grid.Rows.Select((row, number) => new RowLabel(form, grid, row, number)))];
        Most = FormRows.Length + Grids.Sum(grid => grid.Columns.Length);
        foreach (var row in FormRows.Where(row => !row.Row.Label.IsEmpty)) AddRow(row);
        foreach (var grid in Grids)
        {
            foreach (var column in grid.Columns) AddColumn(grid, column);
        }

        var keys = _rows.Keys.Concat(_columns.Keys).Concat(_groups.Keys).Concat(_rowGroups).Distinct().ToList();
        foreach (var key in keys) _tolerances[key] = Tolerance(key, keys);
        _typoRows = Tolerant(_rows.Keys);
        _typoColumns = Tolerant(_columns.Keys);
        _typoGroups = Tolerant(_groups.Keys);
        _typoRowGroups = Tolerant(_rowGroups);
    }

    public int Index { get; }

    public Form Form { get; }

    public int Section { get; }

    /// <summary>Without a header its rows tell nothing: those of table two (规章, 行政许可) are words of any text.</summary>
    public bool NeedsHeader => Section == 2;

    public ImmutableArray<Grid> Grids { get; }

    /// <summary>How many the section has.</summary>
    public int Indicators { get; }

    /// <summary>How many rows and columns the section has: no document meets more.</summary>
    public int Most { get; }

    /// <summary>The rows of all grids, also those without a label.</summary>
    public ImmutableArray<RowLabel> FormRows { get; }

    /// <summary>Every text as the form or a variant of it prints it.</summary>
    public IEnumerable<string> Printed => Grids.SelectMany(grid => grid.Rows.SelectMany(row => row.Label.Concat(row.Variants))
        .Concat(grid.Columns.SelectMany(column => column.Label.Concat(column.Variants).Append(column.Outer ?? "")))
        .Append(grid.Caption ?? ""));

    /// <summary>Whether the section is the same in another edition.</summary>
    public bool IsLike(FormLabels other) => Printed.SequenceEqual(other.Printed) && Parts.SequenceEqual(other.Parts);

    private IEnumerable<object?> Parts => Grids.SelectMany(grid => grid.Rows.SelectMany(row => new object?[] { row.Key, row.Anchor, row.Label.Length })
        .Concat(grid.Columns.SelectMany(column => new object?[] { column.Key, column.Label.Length, column.Kind, column.Unit })).Concat(grid.Equations).Append(grid.Key));

    /// <summary>The keys of the group headers above a column, the outermost first.</summary>
    public ImmutableArray<string> GroupsOver(Column column) => _groupsOver[column];

    /// <summary>Whether a text that means <paramref name="columns"/> is a group header, printed as <paramref name="key"/> or a typo away.</summary>
    public bool IsGroup(string key, ImmutableArray<Column> columns) => !columns.IsEmpty && _groups[key] == columns;

    /// <summary>Every key with the number of typos it bears.</summary>
    internal IReadOnlyDictionary<string, int> Tolerances => _tolerances;

    /// <summary>What a text can be here. Dear for a text that is no label: ask <see cref="Meanings"/>, which asks once.</summary>
    public Meaning MeaningOf(LabelText text)
    {
        var meaning = new Meaning(Rows(text), Columns(text), Group(text), IsRowGroup(text));
        return meaning.IsLabel ? meaning : Meaning.None;
    }

    /// <summary>A piece of a label that a line or a page break has cut off (）项, 益组织).</summary>
    public bool IsEndOfLabel(SheetCell cell) => cell is { Kind: SheetCellKind.Text, Cell.Text: { Length: > 1 } text } && IsEndOfLabel(text);

    private bool IsEndOfLabel(string text) => Printed.Any(label => label.EndsWith(text, StringComparison.Ordinal));

    /// <summary>The one row whose label a text is, letter for letter.</summary>
    public RowLabel? Whole(string text) => _rows.TryGetValue(Labels.Key(text), out var rows) && rows is [var row] ? row : null;

    private ImmutableArray<RowLabel> Rows(LabelText text)
    {
        if (_rows.TryGetValue(text.Key, out var rows) || _rows.TryGetValue(text.Outside, out rows)) return rows;
        var anchored = Anchored(text.Key);
        if (anchored.Length > 0) return anchored;
        return Typo(text.Key, _typoRows) is { } key ? _rows[key] : [];
    }

    private ImmutableArray<ColumnLabel> Columns(LabelText text)
    {
        if (_columns.TryGetValue(text.Key, out var columns) || _columns.TryGetValue(text.Outside, out columns) || _joined.TryGetValue(text.Key, out columns)) return columns;
        return Typo(text.Key, _typoColumns) is { } key ? _columns[key] : [];
    }

    private ImmutableArray<Column> Group(LabelText text) =>
        _groups.TryGetValue(text.Key, out var columns) || _groups.TryGetValue(text.Outside, out columns)
            || (Typo(text.Key, _typoGroups) is { } key && _groups.TryGetValue(key, out columns)) ? columns : [];

    private bool IsRowGroup(LabelText text) =>
        _rowGroups.Contains(text.Key) || _rowGroups.Contains(text.Outside) || Typo(text.Key, _typoRowGroups) is not null;

    private ImmutableArray<RowLabel> Anchored(string key)
    {
        ImmutableArray<RowLabel> found = [];
        foreach (var (anchor, row, longest) in _anchors)
        {
            // A sentence that mentions the words is no label: labels glued to their group are at most twice as long.
            if (key.Length <= (2 * longest) + 4 && key.Contains(anchor, StringComparison.Ordinal)) found = found.Add(row);
        }

        return found is [var only] && RowInFront(key, only) is { } other ? [other, only] : found;
    }

    /// <summary>The row above whose label has run together with one that has an anchor (总计 with 结转下年度继续办理): a group's would be no row's.</summary>
    private RowLabel? RowInFront(string key, RowLabel row)
    {
        if (row.Keys.Any(own => key.StartsWith(own, StringComparison.Ordinal)) || _rowGroups.Any(group => key.StartsWith(group, StringComparison.Ordinal))) return null;
        foreach (var (label, rows) in _rows)
        {
            if (rows[0].Index < row.Index && rows[0].Grid == row.Grid && key.StartsWith(label, StringComparison.Ordinal) && key.IndexOf(row.Row.Anchor!, StringComparison.Ordinal) >= label.Length) return rows[0];
        }

        return null;
    }

    private static string? Typo(string key, ImmutableArray<TolerantKey> labels)
    {
        foreach (var (label, tolerance) in labels)
        {
            if (Math.Abs(key.Length - label.Length) <= tolerance && Labels.Distance(key, label, tolerance) <= tolerance) return label;
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

    private void AddRow(RowLabel label)
    {
        var (grid, row) = (label.Grid, label.Row);
        foreach (var key in label.Keys) Add(_rows, key, label);
        if (row.Anchor is not null) _anchors.Add((row.Anchor, label, label.Keys.Max(key => key.Length)));
        foreach (var group in row.Label[..^1]) _rowGroups.Add(Labels.Key(group));
        if (grid.Caption is not null) _rowGroups.Add(Labels.Key(grid.Caption));
    }

    private void AddColumn(Grid grid, Column column)
    {
        var label = new ColumnLabel(grid, column);
        var keys = column.Variants.Add(column.Label[^1]).SelectMany(text => new[] { Labels.Key(text), Labels.KeyOutsideBrackets(text) }).Distinct().ToList();
        foreach (var key in keys) Add(_columns, key, label);
        IEnumerable<string> groups = column.Outer is null ? column.Label[..^1] : [column.Outer, .. column.Label[..^1]];
        _groupsOver[column] = [.. groups.Select(group => Labels.Key(group))];
        for (var from = 0; from < _groupsOver[column].Length; from++)
        {
            foreach (var key in keys) Add(_joined, string.Concat(_groupsOver[column][from..]) + key, label);
        }

        foreach (var group in _groupsOver[column])
            _groups[group] = _groups.TryGetValue(group, out var columns) ? columns.Add(column) : [column];
    }

    private static void Add<T>(Dictionary<string, ImmutableArray<T>> labels, string key, T label)
    {
        var list = labels.GetValueOrDefault(key, []);
        if (!list.Contains(label)) labels[key] = list.Add(label);
    }
}
