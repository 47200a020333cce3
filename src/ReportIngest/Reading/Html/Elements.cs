using System.Collections.Frozen;
using System.Globalization;
using Dom = AngleSharp.Dom;

namespace ReportIngest.Reading.Html;

/// <summary>
/// What a browser's own style sheet and the style attribute say of an element, as far as it decides over text. The page's style sheets are not read:
/// to misread what decides there (print or screen, which rule outweighs which) would silently hide text that is shown.
/// </summary>
internal static class Elements
{
    private static readonly FrozenSet<string> Blocks = FrozenSet.Create(
        "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
        "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main",
        "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul");

    private static readonly FrozenSet<string> Textless = FrozenSet.Create(
        "audio", "button", "canvas", "datalist", "head", "iframe", "input", "noframes", "noscript", "object", "option", "script", "select", "style",
        "svg", "template", "textarea", "title", "video");

    public static bool IsBlock(Dom.IElement element) => Blocks.Contains(element.LocalName);

    /// <summary>Takes no room on the page: neither text nor, for a cell, a place in its row. <c>mso-hide</c> is Word's hidden text.</summary>
    public static bool IsGone(Dom.IElement element) =>
        Textless.Contains(element.LocalName) || element.HasAttribute("hidden")
        || (element.GetAttribute("style") is { } style && (Says(style, "display", "none") || Says(style, "mso-hide", "all")));

    /// <summary>Keeps its room but shows no text, or only struck-out text that no longer holds.</summary>
    public static bool IsInvisible(Dom.IElement element) =>
        element.LocalName is "del" or "s" or "strike"
        || (element.GetAttribute("style") is { } style
            && (Says(style, "visibility", "hidden") || Says(style, "visibility", "collapse")
                || Says(style, "text-decoration", "line-through") || Says(style, "text-decoration-line", "line-through")));

    /// <summary>The characters of a text node; raised digits, also those of a link to a note, are no digits of the number before them.</summary>
    public static string Text(Dom.IText text) => IsRaised(text.ParentElement) || IsRaised(text.ParentElement?.ParentElement) ? Superscripts.Of(text.Data) : text.Data;

    private static bool IsRaised(Dom.IElement? element) =>
        element is not null && (element.LocalName == "sup" || (element.GetAttribute("style") is { } style && Says(style, "vertical-align", "super")));

    /// <summary>A picture as large as a table, or of no stated size. Signs of sharing and printing, arrows and lines say that they are smaller.</summary>
    public static bool MayShowTable(Dom.IElement picture) => Size(picture, "width") >= SmallestWidth && Size(picture, "height") >= SmallestHeight;

    /// <summary>In pixels: table four in the smallest letters that can be read is some 400 wide and 80 high.</summary>
    private const int SmallestWidth = 200, SmallestHeight = 60;

    /// <summary>In pixels as the page states it; the largest there is for a share of the page or nothing.</summary>
    private static int Size(Dom.IElement picture, string side)
    {
        var text = Style(picture, side) ?? picture.GetAttribute(side) ?? "";
        var digits = text.AsSpan().TrimStart();
        var length = digits.IndexOfAnyExceptInRange('0', '9');
        var unit = length < 0 ? "" : digits[length..].Trim();
        return (unit.IsEmpty || unit.StartsWith("px") || unit[0] == '.') && int.TryParse(length < 0 ? digits : digits[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) ? pixels : int.MaxValue;
    }

    /// <summary>1 to 6 for a heading, else 0.</summary>
    public static int HeadingLevel(Dom.IElement element) => element.LocalName is ['h', >= '1' and <= '6' and var digit] ? digit - '0' : 0;

    /// <summary>An integer attribute as HTML reads it: leading digits count (<c>2px</c> is 2), anything else is <paramref name="otherwise"/>.</summary>
    public static int Number(Dom.IElement element, string attribute, int otherwise, int maximum)
    {
        var text = (element.GetAttribute(attribute) ?? "").AsSpan().TrimStart();
        if (text is ['+', ..]) text = text[1..];
        var digits = 0;
        var value = 0;
        for (; digits < text.Length && char.IsAsciiDigit(text[digits]); digits++)
            value = Math.Min(maximum, (value * 10) + (text[digits] - '0'));
        return digits == 0 ? otherwise : value;
    }

    /// <summary>What the style attribute says of a property, its last word; null where it says nothing.</summary>
    public static string? Style(Dom.IElement element, string property) =>
        element.GetAttribute("style") is { } style && TryGetLast(style, property, out var value) ? value.ToString() : null;

    private static bool Says(string style, string property, string beginning) =>
        TryGetLast(style, property, out var value) && value.StartsWith(beginning, StringComparison.OrdinalIgnoreCase);

    private static bool TryGetLast(string style, string property, out ReadOnlySpan<char> value)
    {
        value = default;
        if (!style.Contains(property, StringComparison.OrdinalIgnoreCase)) return false;
        var found = false;
        foreach (var range in style.AsSpan().Split(';'))
        {
            var declaration = style.AsSpan(range);
            var colon = declaration.IndexOf(':');
            if (colon < 0 || !declaration[..colon].Trim().Equals(property, StringComparison.OrdinalIgnoreCase)) continue;
            value = declaration[(colon + 1)..].Trim();
            found = true;
        }

        return found;
    }
}
