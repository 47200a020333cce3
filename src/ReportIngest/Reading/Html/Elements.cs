using System.Buffers;
using System.Collections.Frozen;
using System.Globalization;
using Dom = AngleSharp.Dom;

namespace ReportIngest.Reading.Html;

/// <summary>
/// What a browser's own style sheet and the style attribute say of an element, as far as it decides over text. The page's style sheets (<see cref="StyleSheets"/>) doubt,
/// and decide only where they leave no doubt: to misread them (print or screen, which rule outweighs which) would silently hide text that is shown.
/// </summary>
internal static class Elements
{
    private static readonly FrozenDictionary<string, Traits> ByName = Named(
        (Traits.Block, [
            "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "dialog", "dir", "div", "dl", "dt", "fieldset",
            "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main",
            "menu", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul"]),
        (Traits.Gone, [
            "audio", "button", "canvas", "datalist", "head", "iframe", "input", "noframes", "noscript", "object", "option", "script", "select", "style",
            "rp", "svg", "template", "textarea", "title", "video", "meter", "progress", "msup", "msub", "msubsup", "mfrac", "mroot"]),
        (Traits.Invisible, ["del", "s", "strike"]),
        (Traits.Raised, ["rt", "sub", "sup"]),
        (Traits.Field, ["input", "script", "select", "textarea", "meter", "progress", "msup", "msub", "msubsup", "mfrac", "mroot"]),
        (Traits.Heading, ["h1", "h2", "h3", "h4", "h5", "h6"]),
        (Traits.Item, ["li"]),
        (Traits.Table, ["table"]),
        (Traits.LineBreak, ["br"]),
        (Traits.Picture, ["canvas", "embed", "iframe", "img", "object", "svg"]),
        (Traits.Preformatted, ["pre"]));

    /// <summary>What the mark of a note is made of.</summary>
    private static readonly SearchValues<char> OfMarks = SearchValues.Create("0123456789[]()〔〕（） ");

    /// <summary>Words without which a style keeps no text from being seen and lifts none off its line. Sizes and colours are in every other style, so only those that may tell are looked for.</summary>
    private static readonly SearchValues<string> TellingStyles = SearchValues.Create(
        ["display", "mso-hide", "visibility", "text-decoration", "size:0", "size: 0", "size:.", "size:1%", "size:1p", "size: 1p", "size:2p", "size: 2p", "size:1.", "size:2.", "font:0", "font: 0", "line-height:0", "line-height: 0",
            "vertical-align", "text-raise", "indent:-", "indent: -", "left:-", "left: -", "right:-", "right: -", "top:-", "top: -", "bottom:-", "bottom: -", "spacing:-", "spacing: -", "rect(", "clip-path", "zoom", "scale", "skew", "rotate",
            "translate", "matrix", "relative", "absolute", "inset", "offset", "filter", "mask", "text-security", "bidi-override", "opacity", "overflow", "transparent", "rgba(", "rgb(2", "hsl", "hwb", "var(", "#f", "#00000000", "#0000;", "255", "/ 0", "vw", "vh", "background",
            "white", "snow", "ivory", "azure", "mintcream", "aliceblue", "honeydew", "\\", "/*"], StringComparison.OrdinalIgnoreCase);

    /// <summary>Of what shows an element elsewhere among its neighbours.</summary>
    private static readonly string[] MovingStyles = ["float:right", "float: right", "reverse", ";order", " order", "\norder", "grid-column", "grid-row", "grid-area", "translate", "matrix", "rotate", "scale", "skew", "relative", "absolute", "fixed", "inset", "offset"];

    private static readonly SearchValues<string> Moving = SearchValues.Create(MovingStyles, StringComparison.OrdinalIgnoreCase);

    private static readonly SearchValues<string> LetterStyles = SearchValues.Create(["color", "font-size", "font:", "font :", "vertical-align", ";top:", " top:", "\ntop:", ";bottom:", " bottom:", "\nbottom:", ..MovingStyles], StringComparison.OrdinalIgnoreCase);

    /// <summary>Asked once of every element: names are looked up once and attributes read once.</summary>
    public static Traits Of(Dom.Element element)
    {
        var traits = ByName.GetValueOrDefault(element.LocalName);
        var isHidden = HidesByAttribute(element);
        if (isHidden) traits |= Traits.Gone;
        if (element.LocalName is "a" or "bdo" or "dialog" or "font" or "small") traits |= Attributed(element);
        if (Attribute(element, "style") is not { } style || !style.AsSpan().ContainsAny(TellingStyles)) return traits;
        var said = new Declarations(Style.Plain(style));
        if (isHidden && !said[Property.Display].IsEmpty && !said.IsHidden) traits = (traits & ~Traits.Gone) | Traits.Pale; // shown, unless a sheet insists on the attribute, as frameworks do
        return traits | Styled(said) | PaleText.Of(element, said);
    }

    /// <summary>Less than any style that says how the element is displayed.</summary>
    public static bool HidesByAttribute(Dom.INode node) => node is Dom.Element element && (Attribute(element, "hidden") is not null || Attribute(element, "popover") is not null);

    /// <summary>What a rule of a style sheet says of the elements that it is for.</summary>
    public static Traits Of(in Declarations style) => Styled(style) | PaleText.Of(style);

    /// <summary>A link to a note below, whose mark it is, as small digits behind a number are; a window that is not open; and the colour of old.</summary>
    private static Traits Attributed(Dom.Element element) =>
        element.LocalName == "small" ? (element.TextContent.AsSpan().ContainsAnyExcept(OfMarks) ? Traits.None : BehindDigit(element, Traits.Raised))
        : element.LocalName == "dialog" ? Attribute(element, "open") is null ? Traits.Gone : Traits.None
        : element.LocalName == "bdo" ? "rtl".Equals(Attribute(element, "dir"), StringComparison.OrdinalIgnoreCase) ? Traits.Pale : Traits.None // its digits are seen from behind
        : element.LocalName == "font" ? Attribute(element, "color") is { } colour && PaleText.IsWhite(colour) ? Traits.White : Traits.None
        : element.TextContent.AsSpan().ContainsAnyExcept(OfMarks) ? Traits.None
        : Attribute(element, "href") is ['#', _, ..] ? Traits.Raised
        : BehindDigit(element, Traits.Pale);

    /// <summary>The parser goes through the siblings each time it is asked for one: among very many, which no cell has, digits are doubted unasked.</summary>
    private static Traits BehindDigit(Dom.INode node, Traits traits) =>
        node.Parent is { ChildNodes.Length: > MostSiblings } ? Traits.Pale : node.PreviousSibling is Dom.IText { Data: [.., >= '0' and <= '9'] } ? traits : Traits.None;

    private const int MostSiblings = 2000;

    /// <summary>Whether text in an element may not be seen, where that around it may or may not; what sets its own colour or size can.</summary>
    public static bool IsPale(Dom.Element element, Traits traits, bool around, Grounds grounds) =>
        (traits & (Traits.Pale | Traits.Pushed)) != Traits.None
        || (traits.HasFlag(Traits.White) ? !grounds.IsBehind(element)
            : around && !SetsLetters(new Declarations(Attribute(element, "style"))));

    /// <summary>Whether a style gives letters a colour or size of their own.</summary>
    public static bool SetsLetters(in Declarations style) =>
        !style[Property.Colour].IsEmpty || !style[Property.BackgroundColour].IsEmpty || !style[Property.FontSize].IsEmpty || style[Property.Font].ContainsAnyInRange('1', '9');

    /// <summary>Whether a rule of a style sheet can say anything of letters or of what lies behind them; most say where boxes stand.</summary>
    public static bool MayDecide(ReadOnlySpan<char> style) => style.ContainsAny(TellingStyles) || style.ContainsAny(LetterStyles) || BeginsWith(style, "order") || BeginsWith(style, "top") || BeginsWith(style, "bottom");

    private static bool BeginsWith(ReadOnlySpan<char> style, string property) => style.StartsWith(property, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a style may show an element elsewhere than where it stands.</summary>
    public static bool MayMove(string? style) => style is not null && (style.AsSpan().ContainsAny(Moving) || BeginsWith(style, "order"));

    /// <summary>A field that is shown, or a picture that is more than a line or the blank that holds a cell open.</summary>
    public static bool ShowsMore(Dom.Element element, Traits traits) =>
        !IsHidden(element)
        && (traits.HasFlag(Traits.Field) ? !(Attribute(element, "type") ?? "").Equals("hidden", StringComparison.OrdinalIgnoreCase)
            : traits.HasFlag(Traits.Picture) && Size(element, "width", Property.Width) > LargestBlank && Size(element, "height", Property.Height) > LargestBlank);

    private static bool IsHidden(Dom.Element element) =>
        Attribute(element, "hidden") is not null || (Attribute(element, "style") is { } style && (Styled(new Declarations(style)) & Traits.Unseen) != Traits.None);

    /// <summary>In pixels: pages of old hold their cells open with pictures of one by one.</summary>
    private const int LargestBlank = 3;

    /// <summary>The children that take room.</summary>
    public static IEnumerable<(Dom.Element Element, Traits Traits)> Children(Dom.Element parent)
    {
        var nodes = ((Dom.INode)parent).ChildNodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            if (nodes[i] is Dom.Element element && Of(element) is var traits && !traits.HasFlag(Traits.Gone)) yield return (element, traits);
        }
    }

    /// <summary><c>mso-hide</c> is Word's hidden text.</summary>
    private static Traits Styled(in Declarations style) =>
        (style.Says(Property.Display, "none") || style.Says(Property.MsoHide, "all") ? Traits.Gone : Traits.None)
        | (style.Says(Property.Visibility, "hidden") || style.Says(Property.Visibility, "collapse")
            || style[Property.TextDecoration].Contains("line-through", StringComparison.OrdinalIgnoreCase)
            || style.Says(Property.TextDecorationLine, "line-through") ? Traits.Invisible : Traits.None)
        | (style.Says(Property.VerticalAlign, "super") || style.Says(Property.VerticalAlign, "sub") ? Traits.Raised : Traits.None);

    /// <summary>The characters of a text node; raised digits are no digits of the number before them.</summary>
    public static string Text(Dom.IText text, bool raised) => raised ? Superscripts.Of(text.Data) : text.Data;

    /// <summary>Whether what stands directly in an element is raised by the element around it: a link to a note stands in one.</summary>
    public static bool IsRaisedAround(Dom.Element element) => element.ParentElement is Dom.Element parent && Of(parent).HasFlag(Traits.Raised);

    /// <summary>A picture as large as a table, or of no stated size. Signs of sharing and printing, arrows and lines say that they are smaller.</summary>
    public static bool MayShowTable(Dom.Element picture) => Size(picture, "width", Property.Width) >= SmallestWidth && Size(picture, "height", Property.Height) >= SmallestHeight;

    /// <summary>In pixels: table four in the smallest letters that can be read is some 400 wide and 80 high.</summary>
    private const int SmallestWidth = 200, SmallestHeight = 60;

    /// <summary>In pixels as the page states it; the largest there is for a share of the page or nothing.</summary>
    private static int Size(Dom.Element picture, string side, Property styled)
    {
        var style = new Declarations(Attribute(picture, "style"))[styled];
        var digits = style.IsEmpty ? (Attribute(picture, side) ?? "").AsSpan().TrimStart() : style;
        var length = digits.IndexOfAnyExceptInRange('0', '9');
        var unit = length < 0 ? "" : digits[length..].Trim();
        return (unit.IsEmpty || unit.StartsWith("px") || unit[0] == '.') && int.TryParse(length < 0 ? digits : digits[..length], NumberStyles.None, CultureInfo.InvariantCulture, out var pixels) ? pixels : int.MaxValue;
    }

    /// <summary>1 to 6, of a heading.</summary>
    public static int HeadingLevel(Dom.Element heading) => heading.LocalName[1] - '0';

    /// <summary>An integer attribute as HTML reads it: leading digits count (<c>2px</c> is 2), anything else is <paramref name="otherwise"/>.</summary>
    public static int Number(Dom.Element element, string attribute, int otherwise, int maximum)
    {
        var text = (Attribute(element, attribute) ?? "").AsSpan().TrimStart();
        if (text is ['+', ..]) text = text[1..];
        var digits = 0;
        var value = 0;
        for (; digits < text.Length && char.IsAsciiDigit(text[digits]); digits++)
            value = Math.Min(maximum, (value * 10) + (text[digits] - '0'));
        return digits == 0 ? otherwise : value;
    }

    /// <summary>By its namespace, of which these have none: so the name need not be put into lower case each time.</summary>
    internal static string? Attribute(Dom.Element element, string name) => element.GetAttribute(null, name);

    private static FrozenDictionary<string, Traits> Named(params ReadOnlySpan<(Traits Trait, string[] Names)> groups)
    {
        var traits = new Dictionary<string, Traits>(StringComparer.Ordinal);
        foreach (var (trait, names) in groups)
        {
            foreach (var name in names) traits[name] = traits.GetValueOrDefault(name) | trait;
        }

        return traits.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
