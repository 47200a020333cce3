using Dom = AngleSharp.Dom;
using Parsing = AngleSharp.Html.Parser;

namespace ReportIngest.Reading.Html;

/// <summary>A tag without the page around it, as Markdown has them.</summary>
internal static class LoneTag
{
    private static readonly Parsing.HtmlParser Parser = new();

    /// <summary>Whether a browser would not show the text behind the tag, or not as part of its line, or may not.</summary>
    public static bool MayHide(string tag)
    {
        if (tag is not ['<', not ('/' or '!' or '?'), ..]) return false;
        using var page = Parser.ParseDocument(tag);
        if (page.Body?.FirstElementChild is not Dom.Element element) return false;
        var traits = Elements.Of(element);
        // Those are struck out and raised by their names, which the reader of Markdown knows too.
        if (element.LocalName is "del" or "s" or "strike" or "sub" or "sup") traits &= ~(Traits.Invisible | Traits.Raised);
        return (traits & (Traits.Unseen | Traits.Pale | Traits.Pushed | Traits.Raised)) != Traits.None || (traits.HasFlag(Traits.White) && !PaleText.HasGround(element)) || HiddenNames.AreOf(element);
    }
}
