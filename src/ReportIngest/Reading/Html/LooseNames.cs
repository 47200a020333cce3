using AngleSharp.Dom;
using Dom = AngleSharp.Dom;

namespace ReportIngest.Reading.Html;

/// <summary>Where a page has no document type, or one of old, a browser compares classes and ids without case: <c>.sk</c> means <c>class="SK"</c> too.</summary>
internal static class LooseNames
{
    public static bool AreIn(Dom.Element? element) => ((Dom.INode?)element)?.Owner?.CompatMode == "BackCompat";

    /// <summary>Puts the classes and ids of such a page into lower case, as the selectors of its sheets are put.</summary>
    public static void Fold(Dom.Element root)
    {
        if (!AreIn(root)) return;
        foreach (var element in root.Descendants().OfType<Dom.Element>())
        {
            Fold(element, "class");
            Fold(element, "id");
        }
    }

    /// <summary>The selectors of such a page's sheets; the values of attributes, in square brackets, keep their case.</summary>
    public static string Fold(string selectors)
    {
        var isInBrackets = false;
        return string.Create(selectors.Length, selectors, (folded, text) =>
        {
            for (var at = 0; at < text.Length; at++)
            {
                isInBrackets = text[at] == '[' || (isInBrackets && text[at] != ']');
                folded[at] = isInBrackets ? text[at] : char.ToLowerInvariant(text[at]);
            }
        });
    }

    private static void Fold(Dom.Element element, string attribute)
    {
        if (Elements.Attribute(element, attribute) is { } names && names.Any(char.IsAsciiLetterUpper)) element.SetAttribute(attribute, names.ToLowerInvariant());
    }
}
