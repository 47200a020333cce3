using Dom = AngleSharp.Dom;

namespace ReportIngest.Reading.Html;

/// <summary>
/// What its own style pushes aside in every cell of a table alike: the cells themselves, or the one element that each consists of. Each number then still stands below its header.
/// Of a row alone that would not be so, nor of shares, which are of the width of each cell. Of style sheets only the rules are known that tell something by themselves, so none is asked.
/// </summary>
internal static class PushedAlike
{
    public static IEnumerable<Dom.Element> Of(List<List<Dom.Element>> groups)
    {
        var cells = groups.SelectMany(group => group).SelectMany(row => Elements.Children(row)).Select(child => child.Element).Where(cell => cell.LocalName is "td" or "th");
        if (cells.FirstOrDefault() is not { } first) return [];
        var pattern = Chain(first).ToList();
        var depth = pattern.FindLastIndex(element => Elsewhere.IsPushed(new Declarations(Said(element)))) + 1;
        if (depth == 0 || IsInCell(first) || pattern.Take(depth).Any(element => IsOther(Said(element)))) return [];
        var styles = pattern.Take(depth).Select(Said).ToList();
        var all = cells.Where(cell => !string.IsNullOrWhiteSpace(cell.TextContent)).Select(cell => Chain(cell).Take(depth).ToList()).ToList();
        return all.TrueForAll(chain => chain.Select(Said).SequenceEqual(styles)) ? all.SelectMany(chain => chain) : [];
    }

    /// <summary>What a table within a cell pushes aside may be shown above another cell of the table around it.</summary>
    private static bool IsInCell(Dom.Element cell)
    {
        for (var around = cell.ParentElement; around is not null; around = around.ParentElement)
        {
            if (around.LocalName is "td" or "th") return true;
        }

        return false;
    }

    private static bool IsOther(string style) => style.Contains('%', StringComparison.Ordinal) || Elsewhere.IsOrdered(new Declarations(style)) || Elsewhere.IsTurned(new Declarations(style));

    private static string Said(Dom.Element element) => Style.Plain(Elements.Attribute(element, "style") ?? "");

    /// <summary>A cell, the element that it consists of, what that consists of.</summary>
    private static IEnumerable<Dom.Element> Chain(Dom.Element cell)
    {
        for (Dom.Element? element = cell; element is not null; element = Only(element)) yield return element;
    }

    private static Dom.Element? Only(Dom.Element parent)
    {
        Dom.Element? only = null;
        foreach (var node in ((Dom.INode)parent).ChildNodes)
        {
            if (node is Dom.Element element && only is null) only = element;
            else if (node is Dom.Element || (node is Dom.IText text && !string.IsNullOrWhiteSpace(text.Data))) return null;
        }

        return only;
    }
}
