using System.Buffers;
using System.Globalization;
using Dom = AngleSharp.Dom;

namespace ReportIngest.Reading.Html;

/// <summary>Whether the style attribute of an element keeps its text from being seen, or may: what lies behind white text a style sheet may say, and those are not read.</summary>
internal static class PaleText
{
    /// <summary>In pixels or what else is counted: text that far to the left or above is meant for programs that read aloud.</summary>
    private const int Off = -500;

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("+-.0123456789");

    /// <summary><see cref="Traits.Pale"/>, <see cref="Traits.White"/> or neither.</summary>
    public static Traits Of(Dom.Element element, string style) =>
        IsOutOfSight(element) ? Traits.Pale
        : !style.Contains("color", StringComparison.OrdinalIgnoreCase) || Elements.Style(element, "color") is not { } colour ? Traits.None
        : IsUnseen(element, Plain(colour)) ? Traits.Pale
        : IsWhite(colour) ? Traits.White : Traits.None;

    private static bool IsOutOfSight(Dom.Element element) =>
        Number(element, "font-size") == 0 || Number(element, "opacity") == 0
        || Number(element, "text-indent") <= Off || Number(element, "left") <= Off || Number(element, "top") <= Off || Number(element, "margin-left") <= Off
        || (Elements.Style(element, "clip") ?? "").StartsWith("rect(0", StringComparison.OrdinalIgnoreCase)
        || ((Elements.Style(element, "overflow") ?? "").StartsWith("hidden", StringComparison.OrdinalIgnoreCase)
            && (Number(element, "height") == 0 || Number(element, "width") == 0 || Number(element, "max-height") == 0));

    public static bool IsWhite(string colour) => Plain(colour) is "white" or "#fff" or "#ffffff" or "rgb(255,255,255)";

    /// <summary>Whether the element says that what lies behind it is not white.</summary>
    public static bool HasGround(Dom.Element element) =>
        Ground(element) is { } ground && !IsWhite(ground) && Plain(ground) is var plain && !IsOfOther(plain) && plain is not ("none" or "transparent");

    private static bool IsUnseen(Dom.Element element, string colour) =>
        colour == "transparent" || (!IsOfOther(colour) && Ground(element) is { } ground && Plain(ground) == colour);

    /// <summary>Said of letters and ground it names two colours: each its own.</summary>
    private static bool IsOfOther(string colour) => colour is "" or "inherit" or "initial" or "unset" or "revert" or "auto";

    private static string? Ground(Dom.Element element) =>
        Elements.Style(element, "background-color") ?? Elements.Style(element, "background") ?? Elements.Attribute(element, "bgcolor") ?? Elements.Attribute(element, "background");

    private static string Plain(string colour) => colour.Replace("!important", "", StringComparison.OrdinalIgnoreCase).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>The number that a property begins with, whatever is counted; null where it has none.</summary>
    private static double? Number(Dom.Element element, string property)
    {
        if (Elements.Style(element, property) is not { } value) return null;
        var end = value.AsSpan().IndexOfAnyExcept(OfNumbers);
        return double.TryParse(end < 0 ? value : value.AsSpan(0, end), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
