using Dom = AngleSharp.Dom;

namespace ReportIngest.Reading.Html;

/// <summary>What lies behind the elements of a page. Each is asked once: thousands of white words may stand below the same hundreds of elements.</summary>
internal sealed class Grounds(StyleSheets? sheets)
{
    private readonly Dictionary<Dom.Element, bool> _known = [];

    /// <summary>Whether the element or one around it says that it is not white.</summary>
    public bool IsBehind(Dom.Element? element)
    {
        if (element is null) return false;
        if (_known.TryGetValue(element, out var known)) return known;
        return _known[element] = PaleText.HasGround(element) || (sheets?.LayGround(element) ?? false) || IsBehind(element.ParentElement as Dom.Element);
    }
}
