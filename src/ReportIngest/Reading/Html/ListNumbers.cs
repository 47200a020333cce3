using ReportIngest.Reading.Docx;
using Dom = AngleSharp.Dom;

namespace ReportIngest.Reading.Html;

/// <summary>The numbers that a browser prints before the items of <c>ol</c>: a section's heading may have its number from there only.</summary>
internal sealed class ListNumbers
{
    private const int Largest = 1_000_000;

    private readonly Dictionary<Dom.Element, string> _markers = [];
    private readonly HashSet<Dom.Element> _known = [];

    /// <summary><c>1. </c> or <c>一、</c> for an <c>li</c>; empty where its list has no numbers.</summary>
    public string Before(Dom.Element item)
    {
        if (item.ParentElement is not Dom.Element { LocalName: "ol" } list) return "";
        if (_known.Add(list) && !IsMenu(list)) Number(list);
        return _markers.GetValueOrDefault(item, "");
    }

    /// <summary>Sites mark their menus and paths up as lists, and take the numbers away in a style sheet: an item of such a list is a link and nothing else.</summary>
    private static bool IsMenu(Dom.Element list) =>
        list.Children.Any(item => item.ChildNodes.Where(node => !string.IsNullOrWhiteSpace(node.TextContent)).Take(2).ToList() is [Dom.IElement { LocalName: "a" }]);

    private void Number(Dom.Element list)
    {
        var (format, end) = Style(list);
        if (format.Length == 0) return;
        var number = Elements.Number(list, "start", 1, Largest);
        foreach (var (item, traits) in Elements.Children(list))
        {
            if (!traits.HasFlag(Traits.Item)) continue;
            number = Elements.Number(item, "value", number, Largest);
            _markers[item] = NumberText.Of(number++, format) + end;
        }
    }

    /// <summary>The format under its name in Word, and what stands behind the number; no format where a list shows no numbers.</summary>
    private static (string Format, string End) Style(Dom.Element list)
    {
        var said = new Declarations(Elements.Attribute(list, "style"));
        var style = (said[Property.ListStyleType] is [_, ..] type ? type : said[Property.ListStyle]).ToString().ToLowerInvariant();
        return style switch
        {
            "none" or "disc" or "circle" or "square" => ("", ""),
            "cjk-ideographic" or "simp-chinese-informal" or "trad-chinese-informal" => ("chineseCountingThousand", "、"),
            "cjk-decimal" => ("ideographDigital", "、"),
            "upper-roman" => ("upperRoman", ". "),
            "lower-roman" => ("lowerRoman", ". "),
            "upper-alpha" or "upper-latin" => ("upperLetter", ". "),
            "lower-alpha" or "lower-latin" => ("lowerLetter", ". "),
            _ => (list.GetAttribute("type") switch { "A" => "upperLetter", "a" => "lowerLetter", "I" => "upperRoman", "i" => "lowerRoman", _ => "decimal" }, ". "),
        };
    }
}
