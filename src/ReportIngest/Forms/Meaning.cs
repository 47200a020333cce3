using System.Collections.Frozen;
using System.Collections.Immutable;

namespace ReportIngest.Forms;

/// <summary>What a text can be in one section of one edition.</summary>
/// <param name="Rows">The rows it can be the label of: none, one, or the rows of the several grids and labels it fits.</param>
/// <param name="Columns">The leaf columns it can be the header of.</param>
/// <param name="Group">The columns below a group header (法人或其他组织, 行政复议); empty where the text is none.</param>
/// <param name="IsRowGroup">It is a label above rows: a group (（三）不予公开) or a caption (第二十条第（一）项).</param>
internal sealed record Meaning(ImmutableArray<RowLabel> Rows, ImmutableArray<ColumnLabel> Columns, ImmutableArray<Column> Group, bool IsRowGroup)
{
    public static readonly Meaning None = new([], [], [], false);

    /// <summary>It is any label of the section: then it is no value.</summary>
    public bool IsLabel { get; } = Rows.Length > 0 || Columns.Length > 0 || IsRowGroup || !Group.IsEmpty;

    /// <summary>It heads a column of the grid.</summary>
    public bool Heads(Grid grid)
    {
        foreach (var label in Columns)
        {
            if (label.Grid == grid) return true;
        }

        return false;
    }

    public bool Heads(Grid grid, Column column)
    {
        foreach (var label in Columns)
        {
            if (label.Grid == grid && label.Column == column) return true;
        }

        return false;
    }

    /// <summary>It heads a column of the grid, or a group of them.</summary>
    public bool StandsOver(Grid grid) => Heads(grid) || HeadsGroup(grid);

    /// <summary>It heads a group of columns of the grid.</summary>
    public bool HeadsGroup(Grid grid)
    {
        foreach (var column in Group)
        {
            if (grid.Columns.Contains(column)) return true;
        }

        return false;
    }
}

/// <summary>What one text means under each of the labels there are, found out when it is asked for, and once.</summary>
internal sealed class Meanings(LabelText text)
{
    private static readonly Dictionary<LabelText, Meanings> Known = FormMatcher.AllLabels
        .SelectMany(labels => labels.Printed).Select(LabelText.Of).Where(text => text.Key.Length > 0).Distinct().ToDictionary(text => text, Complete);

    private static readonly FrozenDictionary<string, Meanings> AsPrinted = FormMatcher.AllLabels
        .SelectMany(labels => labels.Printed).Distinct().Where(text => LabelText.Of(text).Key.Length > 0).ToFrozenDictionary(text => text, text => Known[LabelText.Of(text)]);

    private readonly Meaning?[] _under = new Meaning?[FormMatcher.AllLabels.Length];

    private bool? _isLabel, _isRow, _isColumn;

    public LabelText Text => text;

    /// <summary>Most labels are printed as the form prints them: their keys and meanings are known.</summary>
    public static Meanings Of(string text) => Printed(text) ?? Of(LabelText.Of(text));

    /// <summary>Of a label that is printed as the form, or a variant of it, prints it; else null.</summary>
    public static Meanings? Printed(string text) => AsPrinted.GetValueOrDefault(text);

    /// <summary>The form, or a variant of it, prints it.</summary>
    public static bool IsPrinted(LabelText text) => Known.ContainsKey(text);

    public static Meanings Of(LabelText text) => Known.TryGetValue(text, out var known) ? known : new Meanings(text);

    public Meaning Under(FormLabels labels) => _under[labels.Index] ??= labels.MeaningOf(text);

    /// <summary>A label of the form, in whatever section or edition.</summary>
    public bool IsLabel => _isLabel ??= Any(meaning => meaning.IsLabel);

    /// <summary>A label of a row, in whatever section or edition.</summary>
    public bool IsRow => _isRow ??= Any(meaning => !meaning.Rows.IsEmpty);

    /// <summary>A header of a column, in whatever section or edition.</summary>
    public bool IsColumn => _isColumn ??= Any(meaning => !meaning.Columns.IsEmpty);

    /// <summary>Whether the text has such a meaning under any of the labels.</summary>
    public bool Any(Func<Meaning, bool> has)
    {
        foreach (var labels in FormMatcher.AllLabels)
        {
            if (has(Under(labels))) return true;
        }

        return false;
    }

    /// <summary>With nothing left to find out, so that documents read at the same time can share it.</summary>
    private static Meanings Complete(LabelText text)
    {
        var meanings = new Meanings(text);
        foreach (var labels in FormMatcher.AllLabels) meanings.Under(labels);
        _ = (meanings.IsLabel, meanings.IsRow, meanings.IsColumn);
        return meanings;
    }
}
