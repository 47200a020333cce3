using System.Collections.Immutable;
using ReportIngest.Documents;

namespace ReportIngest.Forms;

/// <summary>Which column of the form stands where, as the header rows of a table say it.</summary>
/// <param name="Order">The form's columns from left to right.</param>
/// <param name="Positions">The range of grid columns of each, in the same order; empty where spans are lost and only the order is known.</param>
/// <param name="Extras">Ranges under a header that the form does not have.</param>
/// <param name="Named">Every column of the grid was found by its label. If not, the order is the form's own and must be confirmed by equations.</param>
/// <param name="Guessed">Columns whose header is only like the form's: the one that was missing stands there under a misprint.</param>
internal sealed record Header(
    ImmutableArray<Column> Order, ImmutableArray<Range> Positions, ImmutableArray<ExtraColumn> Extras, bool Named, ImmutableArray<Column> Guessed)
{
    public bool Positional => !Positions.IsEmpty;

    /// <summary>The same columns for a table with other positions: a continuation whose grid is not the header's.</summary>
    public Header WithoutPositions() => this with { Positions = [], Extras = [] };

    public static Header Assumed(Grid grid) => new(grid.Columns, [], [], Named: false, []);
}

internal sealed record ExtraColumn(Range Columns, string Label);

/// <summary>Reads header rows in two ways: by position, which needs spans, and by order, which does not.</summary>
internal static class HeaderReader
{
    /// <summary>The header in rows <paramref name="first"/> to <paramref name="last"/>; null where they name no column of the grid.</summary>
    public static Header? Read(Sheet sheet, int first, int last, Grid grid, FormLabels labels)
    {
        var positions = ByPosition(sheet, first, last, grid, labels, out var extras);
        var guessed = positions is null ? [] : Guess(positions, ref extras, grid);
        if (positions?.Count == grid.Columns.Length) return Positioned(positions, extras, named: true, guessed);
        if (HeaderOrder.Read(sheet, first, last, grid, labels) is { } order) return new Header(order, [], [], Named: true, []);
        return positions is { Count: > 0 } ? Positioned(positions, extras, named: false, guessed) : null;
    }

    private static Header Positioned(Dictionary<Column, Range> positions, ImmutableArray<ExtraColumn> extras, bool named, ImmutableArray<Column> guessed)
    {
        var ordered = positions.OrderBy(pair => pair.Value.Start.Value).ToList();
        return new Header([.. ordered.Select(pair => pair.Key)], [.. ordered.Select(pair => pair.Value)], extras, named, guessed);
    }

    /// <summary>A column that is missing, and a header that is only like it: the two are one when neither fits anything else.</summary>
    private static ImmutableArray<Column> Guess(Dictionary<Column, Range> positions, ref ImmutableArray<ExtraColumn> extras, Grid grid)
    {
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
        for (var position = 0; position < sheet.Table.Columns; position++)
        {
            var path = Path(sheet, first, last, position);
            var (column, clear, label) = ColumnUnder(path, grid, labels);
            if (!clear) return null;
            if (column is null)
            {
                // A group that stands over none of its columns: the header was written in one row, and positions mean nothing.
                if (sheet.Table.Spans == SpanFidelity.Lost && path.Exists(cell => labels.Group(cell.Label).Any(grid.Columns.Contains))) return null;
                if (label is not null) AddExtra(unknown, position, label);
                continue;
            }

            if (!found.TryGetValue(column, out var range)) found[column] = new Range(position, position + 1);
            else if (range.End.Value == position) found[column] = new Range(range.Start, position + 1);
            else return null;
        }

        // A header that the form lacks is a column of its own only beside the form's value columns, not over the labels on the left.
        var start = found.Count == 0 ? int.MaxValue : found.Values.Min(range => range.Start.Value);
        extras = [.. unknown.Where(extra => extra.Columns.Start.Value >= start - 1 && extra.Columns.Start.Value > 0)];
        return found;
    }

    private static List<SheetCell> Path(Sheet sheet, int first, int last, int position)
    {
        var path = new List<SheetCell>();
        for (var row = first; row <= last; row++)
        {
            if (sheet.At(row, position) is { Kind: SheetCellKind.Text } cell && !path.Contains(cell)) path.Add(cell);
        }

        return path;
    }

    private static (Column? Column, bool Clear, string? Unknown) ColumnUnder(List<SheetCell> path, Grid grid, FormLabels labels)
    {
        List<Column>? candidates = null;
        IEnumerable<Column> allowed = grid.Columns;
        string? unknown = null;
        foreach (var cell in path)
        {
            var leaves = labels.Columns(cell.Label).Where(label => label.Grid == grid).Select(label => label.Column).ToList();
            if (leaves.Count > 0)
            {
                candidates = candidates is null ? leaves : [.. candidates.Intersect(leaves)];
                continue;
            }

            var group = labels.Group(cell.Label);
            if (!group.IsEmpty) allowed = allowed.Intersect(group).ToList();
            else unknown = cell.Cell.Text;
        }

        if (candidates is null) return (null, true, unknown);
        var left = candidates.Intersect(allowed).ToList();
        return left.Count == 1 ? (left[0], true, null) : (null, false, null);
    }

    private static void AddExtra(List<ExtraColumn> extras, int position, string label)
    {
        if (extras.Count > 0 && extras[^1] is var extra && extra.Label == label && extra.Columns.End.Value == position)
            extras[^1] = extra with { Columns = new Range(extra.Columns.Start, position + 1) };
        else
            extras.Add(new ExtraColumn(new Range(position, position + 1), label));
    }
}

/// <summary>
/// The order of a grid's columns from header rows whose spans are lost: the labels of a row, from left to right, fill the groups of
/// the rows above in turn. <c>行政复议, 行政诉讼</c> over <c>维持 … 总计, 未经复议, 复议后</c> over ten labels gives all fifteen.
/// </summary>
internal static class HeaderOrder
{
    private sealed class Node(string? label, Node? parent, Column? column)
    {
        public string? Label { get; } = label;
        public Node? Parent { get; } = parent;
        public Column? Column { get; } = column;
        public List<Node> Children { get; } = [];
        public int Row { get; set; } = -1;
        public int Position { get; set; } = -1;
        public bool Seen => Row >= 0;
    }

    public static ImmutableArray<Column>? Read(Sheet sheet, int first, int last, Grid grid, FormLabels labels)
    {
        var root = Tree(grid);
        var nodes = Descendants(root).ToList();
        for (var row = first; row <= last; row++) Fill(sheet, row, nodes, labels);

        if (root.Children.Exists(child => child.Column is not null && !child.Seen)) return null;

        // A group of its own table (行政复议 apart from 行政诉讼) is whole without the others.
        var groups = root.Children.Where(child => Descendants(child).Prepend(child).Any(node => node.Seen)).ToList();
        var leaves = groups.SelectMany(group => Descendants(group).Prepend(group)).Where(node => node.Column is not null).ToList();
        return leaves.Count > 0 && leaves.TrueForAll(leaf => leaf.Seen) ? [.. AsPrinted(groups).SelectMany(Leaves)] : null;
    }

    private static void Fill(Sheet sheet, int row, List<Node> nodes, FormLabels labels)
    {
        var parentAt = -1;
        SheetCell? previous = null;
        foreach (var cell in sheet.Rows[row].Where(cell => cell.Cell.Row == row && cell.Kind == SheetCellKind.Text))
        {
            if (previous is not null && previous.Label == cell.Label) continue; // repeated instead of merged
            previous = cell;
            var node = nodes
                .Where(node => !node.Seen && ParentPosition(node, row) >= parentAt && Meets(node, cell, labels))
                .OrderBy(node => HasPrintedGroup(node, row) ? 0 : 1)
                .ThenBy(node => ParentPosition(node, row))
                .FirstOrDefault();
            if (node is null) continue;
            parentAt = ParentPosition(node, row);
            (node.Row, node.Position) = (row, cell.Cell.Column);
        }
    }

    /// <summary>Below a group that is printed, before those of groups that are not.</summary>
    private static bool HasPrintedGroup(Node node, int row) => ParentPosition(node, row) >= 0;

    /// <summary>Where the nearest group seen in a row above stands; groups that are not printed are looked through.</summary>
    private static int ParentPosition(Node node, int row)
    {
        for (var parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent.Seen && parent.Row < row) return parent.Position;
        }

        return -1;
    }

    private static bool Meets(Node node, SheetCell cell, FormLabels labels) => node.Column is not null
        ? labels.Columns(cell.Label).Any(label => label.Column == node.Column)
        : node.Label is not null && node.Label == cell.Label.Key;

    private static IEnumerable<Column> Leaves(Node node)
    {
        if (node.Column is not null) return [node.Column];

        // Beside its group instead of below it (总计 beside 申请人情况): before or after all that is below.
        return node.Children
            .GroupBy(child => child.Row != node.Row ? 0 : child.Position < node.Position ? -1 : 1).OrderBy(side => side.Key)
            .SelectMany(side => AsPrinted([.. side])).SelectMany(Leaves);
    }

    /// <summary>Nodes of one row stand as printed; nodes of different rows cannot be compared and keep the form's order.</summary>
    private static IEnumerable<Node> AsPrinted(List<Node> nodes) =>
        nodes.Exists(node => node.Row != nodes[0].Row) ? nodes : nodes.OrderBy(node => node.Position);

    private static Node Tree(Grid grid)
    {
        var root = new Node(null, null, null);
        foreach (var column in grid.Columns)
        {
            IEnumerable<string> groups = column.Outer is null ? column.Label[..^1] : [column.Outer, .. column.Label[..^1]];
            var parent = root;
            foreach (var label in groups.Select(Labels.Key))
            {
                var child = parent.Children.Find(node => node.Label == label);
                if (child is null) parent.Children.Add(child = new Node(label, parent, null));
                parent = child;
            }

            parent.Children.Add(new Node(null, parent, column));
        }

        return root;
    }

    private static IEnumerable<Node> Descendants(Node node) => node.Children.SelectMany(child => Descendants(child).Prepend(child));
}
