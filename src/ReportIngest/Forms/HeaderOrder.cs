using System.Collections.Immutable;
using ReportIngest.Documents;

namespace ReportIngest.Forms;

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
        public List<Node> Children { get; } = column is null ? [] : None; // a column has none
        public int Row { get; private set; } = -1;
        public int Position { get; private set; } = -1;
        public Range Columns => new(Position, _end);
        public bool Seen => Row >= 0;
        public bool Guessed { get; private set; }

        public void See(SheetCell cell, bool guessed = false) => (Row, Position, _end, Guessed) = (cell.Cell.Row, cell.Cell.Column, cell.Cell.EndColumn, guessed);

        public bool IsAt(SheetCell cell) => (Row, Position) == (cell.Cell.Row, cell.Cell.Column);

        /// <summary>A label of it, or of what is below it, was met.</summary>
        public bool IsThere => Seen || Children.Exists(child => child.IsThere);

        private int _end;

        private static readonly List<Node> None = [];
    }

    /// <summary>The header, without positions where spans are lost; null where a column of a group that is there was not met.</summary>
    public static Header? Read(Sheet sheet, int first, int last, Grid grid, FormLabels labels)
    {
        var root = Tree(grid, labels);
        var nodes = Below([], root);
        for (var row = first; row <= last; row++)
        {
            if (!Fill(sheet, row, nodes, grid, labels)) return null;
        }

        foreach (var node in nodes)
        {
            if (node is { Column: not null, Seen: false }) Guess(sheet, node, labels);
        }

        if (root.Children.Exists(child => child.Column is not null && !child.Seen)) return null;

        // A group of its own table (行政复议 apart from 行政诉讼) is whole without the others.
        var groups = root.Children.FindAll(child => child.IsThere);
        if (groups.Count == 0 || groups.Exists(LacksColumn)) return null;
        ImmutableArray<Node> order = [.. AsPrinted(groups).SelectMany(Leaves)];
        return new Header([.. order.Select(leaf => leaf.Column!)], Positions(sheet, order), [], Named: sheet.Table.Spans != SpanFidelity.Lost || !groups.Exists(IsFlattened), sheet.Table.Spans == SpanFidelity.Inferred || !HasForeign(sheet, first, last, nodes, besideLabels: grid.Rows is not [{ Label.IsEmpty: true }]), [.. nodes.Where(node => node.Guessed).Select(leaf => leaf.Column!)]);
    }

    /// <summary>
    /// A header that the form lacks, right of the form's first: a column of its own, or a group whose columns stand elsewhere than it seems. Where rows have no label, left of it too. Where words were set in columns it may be the rest of a label.
    /// </summary>
    private static bool HasForeign(Sheet sheet, int first, int last, List<Node> nodes, bool besideLabels)
    {
        var (left, corner) = (besideLabels ? nodes.Where(node => node.Seen).Min(node => node.Position) : -1, besideLabels ? sheet.Rows[first].Cells.FirstOrDefault(cell => cell.Kind == SheetCellKind.Text)?.Label : null);
        for (var row = first; row <= last; row++)
        {
            foreach (var cell in sheet.Rows[row].Cells)
            {
                if (cell.Kind == SheetCellKind.Text && cell.Cell.Column > left && cell.Label != corner && !cell.IsLabelAnywhere && !nodes.Exists(node => node.IsAt(cell))) return true;
            }
        }

        return false;
    }

    /// <summary>Where nothing but the spans of groups is unknown, since no rule shows them, each label still stands over its own column.</summary>
    private static ImmutableArray<Range> Positions(Sheet sheet, ImmutableArray<Node> order) =>
        sheet.Table.Spans == SpanFidelity.Inferred && order.Zip(order.Skip(1)).All(pair => pair.First.Columns.End.Value <= pair.Second.Columns.Start.Value)
            ? [.. order.Select(leaf => leaf.Columns)]
            : [];

    /// <summary>A column that was not met, and the cell right beside its neighbour's that is only like it: a misprint.</summary>
    private static void Guess(Sheet sheet, Node node, FormLabels labels)
    {
        var siblings = node.Parent!.Children;
        var index = siblings.IndexOf(node);
        var (before, after) = (siblings.ElementAtOrDefault(index - 1), siblings.ElementAtOrDefault(index + 1));
        if ((before is { Seen: true } ? before : after) is not { Seen: true } neighbour) return;
        var row = sheet.Rows[neighbour.Row].Cells.Where(cell => cell.Cell.Row == neighbour.Row && cell.Kind == SheetCellKind.Text).ToList();
        var at = row.FindIndex(cell => cell.Cell.Column == neighbour.Position) + (neighbour == before ? 1 : -1);
        if (row.ElementAtOrDefault(at) is { } cell && !cell.Under(labels).IsLabel && Labels.Alike(cell.Cell.Text, node.Column!.Label[^1])) node.See(cell, guessed: true);
    }

    /// <returns>False where a header of the grid is there more often than the form has it, and not one above the other in the place of a merged cell: then which column each stands over is open.</returns>
    private static bool Fill(Sheet sheet, int row, List<Node> nodes, Grid grid, FormLabels labels)
    {
        var parentAt = -1;
        SheetCell? previous = null;
        foreach (var cell in sheet.Rows[row].Cells)
        {
            if (cell.Cell.Row != row || cell.Kind != SheetCellKind.Text) continue;
            if (previous is not null && previous.Label == cell.Label) continue; // repeated instead of merged
            previous = cell;
            if (Foremost(nodes, cell.Under(labels), labels, row, parentAt) is not var (node, at))
            {
                if (cell.Under(labels).Heads(grid) && !(row > 0 && sheet.At(row - 1, cell.Cell.Column)?.Label == cell.Label)) return false;
                continue;
            }

            parentAt = at;
            node.See(cell);
        }

        return true;
    }

    /// <summary>Of the nodes that a cell can be, from <paramref name="parentAt"/> on, the first by its group's position; below a group that is printed, before those of groups that are not.</summary>
    private static (Node Node, int At)? Foremost(List<Node> nodes, Meaning meaning, FormLabels labels, int row, int parentAt)
    {
        (Node Node, int At)? foremost = null;
        foreach (var node in nodes)
        {
            if (node.Seen || !Meets(node, meaning, labels) || ParentPosition(node, row) is var at && at < parentAt) continue;
            if (foremost is not { } other || Rank(at) < Rank(other.At)) foremost = (node, at);
        }

        return foremost;

        static int Rank(int at) => at < 0 ? int.MaxValue : at;
    }

    /// <summary>Where the nearest group seen in a row above stands; groups that are not printed are looked through.</summary>
    private static int ParentPosition(Node node, int row)
    {
        for (var parent = node.Parent; parent is not null; parent = parent.Parent)
        {
            if (parent.Seen && parent.Row < row) return parent.Position;
        }

        return -1;
    }

    private static bool Meets(Node node, Meaning meaning, FormLabels labels)
    {
        if (node.Column is null) return labels.IsGroup(node.Label!, meaning.Group);
        foreach (var label in meaning.Columns)
        {
            if (label.Column == node.Column) return true;
        }

        return false;
    }

    private static IEnumerable<Node> Leaves(Node node)
    {
        if (node.Column is not null) return [node];

        if (IsFlattened(node)) return AsPrinted(node.Children).OrderBy(child => child.Position == node.Position + 1).SelectMany(Leaves);

        // Beside its group instead of below it (总计 beside 申请人情况): before or after all that is below.
        return node.Children
            .GroupBy(child => child.Row != node.Row ? 0 : child.Position < node.Position ? -1 : 1).OrderBy(side => side.Key)
            .SelectMany(side => AsPrinted([.. side])).SelectMany(Leaves);
    }

    /// <summary>
    /// All that is below a group stands in its row, since a table written one cell a line keeps no rows of its header, and a column stands before groups or columns below it: 申请人情况, 总计, 自然人, …
    /// is how a total is written that stands beside its group, and so is one that stands first below it. The former is the likelier; sums must confirm it.
    /// </summary>
    private static bool IsFlattened(Node node) =>
        node.Seen && node.Children.Exists(child => child.Column is null) && node.Children.TrueForAll(child => child.Seen && child.Row == node.Row && child.Position > node.Position)
        && node.Children.Exists(child => child.Column is { Key: "total" } && child.Position == node.Position + 1);

    /// <summary>Nodes of one row stand as printed; nodes of different rows cannot be compared and keep the form's order.</summary>
    private static IEnumerable<Node> AsPrinted(List<Node> nodes) =>
        nodes.Exists(node => node.Row != nodes[0].Row) ? nodes : nodes.OrderBy(node => node.Position);

    private static Node Tree(Grid grid, FormLabels labels)
    {
        var root = new Node(null, null, null);
        foreach (var column in grid.Columns)
        {
            var parent = root;
            foreach (var label in labels.GroupsOver(column))
            {
                var child = parent.Children.Find(node => node.Label == label);
                if (child is null) parent.Children.Add(child = new Node(label, parent, null));
                parent = child;
            }

            parent.Children.Add(new Node(null, parent, column));
        }

        return root;
    }

    private static bool LacksColumn(Node node) => node.Column is null ? node.Children.Exists(LacksColumn) : !node.Seen;

    /// <summary>All below a node, each before its own.</summary>
    private static List<Node> Below(List<Node> all, Node node)
    {
        foreach (var child in node.Children)
        {
            all.Add(child);
            Below(all, child);
        }

        return all;
    }
}
