using System.Collections.Immutable;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// Tables that break over pages. A part at the top of a page continues the table at the foot of the page before when its column borders agree;
/// a repeated header is dropped, and a cell or row that the break cut becomes one again.
/// </summary>
internal static class SplitTables
{
    public static ImmutableArray<TableInk> Join(ImmutableArray<TableInk> parts, ImmutableArray<PageLine> text)
    {
        var tables = new List<(TableInk Table, TableInk Last)>();
        foreach (var part in parts)
        {
            var before = tables.FindLastIndex(table => Follows(table.Last, part, parts, text) && Columns.Match(table.Table.Xs, part.Xs) is not null);
            if (before >= 0)
            {
                tables[before] = (PageBreak.Join(tables[before].Table, part), part);
                continue;
            }

            var above = tables.FindLastIndex(table => Follows(table.Last, part, parts, text));
            if (above >= 0)
            {
                var upper = tables[above].Table;
                tables[above] = (CutRows.WithFoot(upper, part), tables[above].Last);
                tables.Add((CutRows.WithHead(upper, part), part));
            }
            else tables.Add((part, part));
        }
        return [.. tables.Select(table => table.Table)];
    }

    /// <summary>Nothing but page furniture stands between the two.</summary>
    private static bool Follows(TableInk upper, TableInk lower, ImmutableArray<TableInk> parts, ImmutableArray<PageLine> text)
    {
        var (above, below) = (upper.Place, lower.Place);
        return below.Page == above.Page + 1
            && !text.Any(line => line.Page == above.Page && line.Line.Box.Top >= above.Box!.Value.Bottom)
            && !text.Any(line => line.Page == below.Page && line.Line.Box.Bottom <= below.Box!.Value.Top)
            && !parts.Any(other => other.Place.Page == above.Page && other.Place.Box!.Value.Top >= above.Box!.Value.Bottom)
            && !parts.Any(other => other.Place.Page == below.Page && other.Place.Box!.Value.Bottom <= below.Box!.Value.Top);
    }
}

/// <summary>The column borders of two parts of one table.</summary>
internal static class Columns
{
    /// <summary>Where the borders of both parts lie in the borders of the part that has more of them, or null when they are not borders of one table.
    /// Parts may stand shifted: books have other margins on left and right pages.</summary>
    public static (ImmutableArray<double> Xs, ImmutableArray<int> Upper, ImmutableArray<int> Lower)? Match(ImmutableArray<double> upper, ImmutableArray<double> lower)
    {
        ImmutableArray<double> shifted = [.. lower.Select(x => x - lower[0] + upper[0])];
        var all = upper.Length >= shifted.Length ? upper : shifted;
        var (a, b) = (Indexes(all, upper), Indexes(all, shifted));
        return a is null || b is null || a.Value[^1] != all.Length - 1 || b.Value[^1] != all.Length - 1 ? null : (all, a.Value, b.Value);
    }

    private static ImmutableArray<int>? Indexes(ImmutableArray<double> all, ImmutableArray<double> borders)
    {
        var indexes = ImmutableArray.CreateBuilder<int>();
        foreach (var x in borders)
        {
            var index = Enumerable.Range(0, all.Length).MinBy(i => Math.Abs(all[i] - x));
            if (Math.Abs(all[index] - x) > RuledTables.Snap || (indexes.Count > 0 && indexes[^1] >= index))
                return null;
            indexes.Add(index);
        }
        return indexes.ToImmutable();
    }
}
