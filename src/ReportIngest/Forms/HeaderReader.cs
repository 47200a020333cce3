using System.Collections.Immutable;
using System.Text;
using ReportIngest.Documents;

namespace ReportIngest.Forms;

/// <summary>Reads header rows in two ways: by position, which needs spans, and by order, which does not.</summary>
internal static class HeaderReader
{
    /// <summary>The header in rows <paramref name="first"/> to <paramref name="last"/>; null where they name no column of the grid.</summary>
    public static Header? Read(Sheet sheet, int first, int last, Grid grid, FormLabels labels)
    {
        var positions = ByPosition(sheet, first, last, grid, labels, out var extras);
        var guessed = positions is null ? [] : Guess(positions, ref extras, grid);
        if (positions?.Count == grid.Columns.Length) return Positioned(positions, extras, named: true, guessed);
        if (HeaderOrder.Read(sheet, first, last, grid, labels) is { } order) return order;
        return positions is { Count: > 0 } ? Positioned(positions, extras, named: false, guessed) : null;
    }

    private static Header Positioned(Dictionary<Column, Range> found, ImmutableArray<ExtraColumn> extras, bool named, ImmutableArray<Column> guessed)
    {
        var ordered = found.OrderBy(pair => pair.Value.Start.Value).ToList();
        ImmutableArray<Range> positions = [.. ordered.Select(pair => pair.Value)];
        return new Header([.. ordered.Select(pair => pair.Key)], positions, extras, named, IsContiguous(positions), guessed);
    }

    private static bool IsContiguous(ImmutableArray<Range> positions)
    {
        for (var i = 1; i < positions.Length; i++)
        {
            if (positions[i - 1].End.Value != positions[i].Start.Value) return false;
        }

        return true;
    }

    /// <summary>A column that is missing, and a header that is only like it: the two are one when neither fits anything else.</summary>
    private static ImmutableArray<Column> Guess(Dictionary<Column, Range> positions, ref ImmutableArray<ExtraColumn> extras, Grid grid)
    {
        if (extras.IsEmpty) return [];
        var guessed = ImmutableArray.CreateBuilder<Column>();
        foreach (var column in grid.Columns.Where(column => !positions.ContainsKey(column)))
        {
            var like = extras.Where(extra => Labels.Alike(extra.Label, column.Label[^1]) && IsBeside(extra.Columns, column, positions, grid)).ToList();
            if (like.Count != 1) continue;
            positions[column] = like[0].Columns;
            extras = extras.Remove(like[0]);
            guessed.Add(column);
        }

        return guessed.ToImmutable();
    }

    /// <summary>The place beside the column's neighbour in the form: 尚未审结 is printed three times.</summary>
    private static bool IsBeside(Range place, Column column, Dictionary<Column, Range> positions, Grid grid)
    {
        var index = grid.Columns.IndexOf(column);
        return (index > 0 && positions.TryGetValue(grid.Columns[index - 1], out var before) && before.End.Value == place.Start.Value)
            || (index + 1 < grid.Columns.Length && positions.TryGetValue(grid.Columns[index + 1], out var after) && after.Start.Value == place.End.Value);
    }

    /// <summary>The columns by what stands above them; null where a position is under two columns, or one column is in two places.</summary>
    private static Dictionary<Column, Range>? ByPosition(
        Sheet sheet, int first, int last, Grid grid, FormLabels labels, out ImmutableArray<ExtraColumn> extras)
    {
        var found = new Dictionary<Column, Range>();
        var unknown = new List<ExtraColumn>();
        extras = [];
        var (path, candidates) = (new List<SheetCell>(), new List<Column>());
        for (var position = 0; position < sheet.Table.Columns; position++)
        {
            Path(sheet, first, last, position, path);
            var (column, clear, label) = ColumnUnder(path, grid, labels, candidates);
            if (!clear) return null;
            if (column is null)
            {
                // A group that stands over none of its columns: the header was written in one row, and positions mean nothing.
                if (sheet.Table.Spans == SpanFidelity.Lost && path.Exists(cell => cell.Under(labels).HeadsGroup(grid))) return null;
                if (label is not null && LabelText.Of(label).Key != Labels.OverLabels) AddExtra(unknown, position, label);
                continue;
            }

            if (!found.TryGetValue(column, out var range)) found[column] = new Range(position, position + 1);
            else if (range.End.Value == position) found[column] = new Range(range.Start, position + 1);
            else return null;
        }

        if (grid.Columns.Length > 1 && found.Values.Any(range => AreTwoColumns(sheet, last, range))) return null;

        if (sheet.Table.Spans != SpanFidelity.Inferred && (StandsBesideGroup(sheet, first, last, found, labels) || (!AreInOrder(found, grid) && IsInterrupted(found, labels)))) return null;

        // A header that the form lacks is a column of its own only beside the form's value columns, not over the labels on the left.
        var start = found.Count == 0 ? int.MaxValue : found.Values.Min(range => range.Start.Value);
        extras = [.. unknown.Where(extra => extra.Columns.Start.Value >= start - 1 && extra.Columns.Start.Value > 0)];
        return found;
    }

    /// <summary>
    /// A column left of the group that it belongs to, right of one that spans several, or with one of another group between: a rowspan too long or a colspan too short has pushed headers aside, and positions mean nothing. (Words that were set in columns stand in the middle of theirs.)
    /// </summary>
    private static bool StandsBesideGroup(Sheet sheet, int first, int last, Dictionary<Column, Range> found, FormLabels labels)
    {
        for (var row = first; row <= last; row++)
        {
            foreach (var cell in sheet.Rows[row].Cells)
            {
                if (cell.Kind != SheetCellKind.Text || cell.Cell.Row != row) continue;
                var meaning = cell.Under(labels);
                if (!meaning.Columns.IsEmpty || IsRepeated(sheet, row, cell.Cell.Column - 1, cell)) continue;
                var end = cell.Cell.EndColumn;
                while (IsRepeated(sheet, row, end, cell)) end++;
                foreach (var column in meaning.Group)
                {
                    if (!found.TryGetValue(column, out var range) || labels.GroupsOver(column) is not [.., var nearest] || !labels.IsGroup(nearest, meaning.Group)) continue;
                    if (range.Start.Value < cell.Cell.Column || (range.Start.Value >= end && (end > cell.Cell.Column + 1 || IsForeignBetween(end, range.Start.Value)))) return true;

                    bool IsForeignBetween(int from, int to) => found.Any(other => other.Value.Start.Value >= from && other.Value.Start.Value < to && !meaning.Group.Contains(other.Key));
                }
            }
        }

        return false;
    }

    /// <summary>A column that is no part of a group stands between two that are: a group that has lost its span let the header beside it slip over its columns.</summary>
    private static bool IsInterrupted(Dictionary<Column, Range> found, FormLabels labels)
    {
        var printed = found.OrderBy(pair => pair.Value.Start.Value).Select(pair => labels.GroupsOver(pair.Key)).ToList();
        foreach (var group in printed.SelectMany(groups => groups).Distinct())
        {
            var (first, last) = (printed.FindIndex(groups => groups.Contains(group)), printed.FindLastIndex(groups => groups.Contains(group)));
            if (!printed[first..last].TrueForAll(groups => groups.Contains(group))) return true;
        }

        return false;
    }

    /// <summary>The columns stand as the form has them: no group of theirs is interrupted.</summary>
    private static bool AreInOrder(Dictionary<Column, Range> found, Grid grid)
    {
        var end = 0;
        foreach (var column in grid.Columns)
        {
            if (!found.TryGetValue(column, out var range)) continue;
            if (range.Start.Value < end) return false;
            end = range.End.Value;
        }

        return true;
    }

    /// <summary>Whether the label stands in a position too: repeated in the place of a merged cell.</summary>
    private static bool IsRepeated(Sheet sheet, int row, int column, SheetCell cell) =>
        column >= 0 && column < sheet.Table.Columns && sheet.At(row, column) is { Kind: SheetCellKind.Text } beside && beside.Label == cell.Label;

    /// <summary>Two headers of one name beside each other, and values below them that differ: a merged header that is repeated stands over values that are repeated too.</summary>
    private static bool AreTwoColumns(Sheet sheet, int last, Range range)
    {
        var (left, right) = (range.Start.Value, range.End.Value - 1);
        if (left == right || sheet.At(last, left) == sheet.At(last, right)) return false;
        for (var row = last + 1; row < sheet.Table.Rows; row++)
        {
            if (sheet.At(row, left) is not { IsBeside: false } first || sheet.At(row, right) is not { IsBeside: false } second || first.Kind == SheetCellKind.Text || second.Kind == SheetCellKind.Text) return false;
            if (first.Cell.Text != second.Cell.Text) return true;
        }

        return false;
    }

    /// <summary>The texts over a position, from the top.</summary>
    private static void Path(Sheet sheet, int first, int last, int position, List<SheetCell> path)
    {
        path.Clear();
        for (var row = first; row <= last; row++)
        {
            if (sheet.At(row, position) is { Kind: SheetCellKind.Text } cell && (path.Count == 0 || path[^1] != cell)) path.Add(cell);
        }
    }

    /// <param name="candidates">Of no use but to be made once.</param>
    private static (Column? Column, bool Clear, string? Unknown) ColumnUnder(List<SheetCell> path, Grid grid, FormLabels labels, List<Column> candidates)
    {
        candidates.Clear();
        var headed = false;
        StringBuilder? pieces = null; // of a hostile table there are as many as rows
        string? unknown = null; // the pieces of a label that is no header's, or of one that a stray rule has cut (总 over 计)
        foreach (var cell in path)
        {
            var meaning = cell.Under(labels);
            if (meaning.Heads(grid))
            {
                if (headed) Narrow(candidates, meaning, grid);
                else Take(candidates, meaning, grid);
                headed = true;
            }
            else if (meaning.Group.IsEmpty)
            {
                if (unknown is null) unknown = cell.Cell.Text;
                else (pieces ??= new StringBuilder(unknown)).Append(cell.Cell.Text);
            }
        }

        unknown = pieces?.ToString() ?? unknown;
        if (!headed && pieces is not null) Take(candidates, Meanings.Of(unknown!).Under(labels), grid);
        if (candidates.Count == 0) return (null, true, unknown);
        foreach (var cell in path)
        {
            var meaning = cell.Under(labels);
            if (meaning.Group.IsEmpty || meaning.Heads(grid)) continue;
            for (var i = candidates.Count - 1; i >= 0; i--)
            {
                if (!meaning.Group.Contains(candidates[i])) candidates.RemoveAt(i);
            }
        }

        return candidates.Count == 1 ? (candidates[0], true, null) : (null, false, null);
    }

    /// <summary>The columns that a text can be the header of.</summary>
    private static void Take(List<Column> candidates, Meaning meaning, Grid grid)
    {
        foreach (var label in meaning.Columns)
        {
            if (label.Grid == grid) candidates.Add(label.Column);
        }
    }

    /// <summary>What is left of the columns when a text is one of their headers.</summary>
    private static void Narrow(List<Column> candidates, Meaning meaning, Grid grid)
    {
        for (var i = candidates.Count - 1; i >= 0; i--)
        {
            if (!meaning.Heads(grid, candidates[i])) candidates.RemoveAt(i);
        }
    }

    private static void AddExtra(List<ExtraColumn> extras, int position, string label)
    {
        if (extras.Count > 0 && extras[^1] is var extra && extra.Label == label && extra.Columns.End.Value == position)
            extras[^1] = extra with { Columns = new Range(extra.Columns.Start, position + 1) };
        else
            extras.Add(new ExtraColumn(new Range(position, position + 1), label));
    }
}
