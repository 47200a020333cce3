using System.Buffers;
using System.Globalization;
using Dom = AngleSharp.Dom;

namespace ReportIngest.Reading.Html;

/// <summary>Whether the style of an element keeps its text from being seen, or may: what lies behind white text a style sheet elsewhere may say.</summary>
internal static class PaleText
{
    /// <summary>In pixels or what else is counted: text that far to the left or above is meant for programs that read aloud.</summary>
    private const int Off = -500;

    /// <summary>In pixels or points: what nobody can read.</summary>
    private const int Tiny = 2;

    private const double Faint = 0.1;

    private static readonly SearchValues<char> OfNumbers = SearchValues.Create("+-.0123456789");

    /// <summary><see cref="Traits.Pale"/>, <see cref="Traits.White"/> or neither, as a style has it.</summary>
    public static Traits Of(string style) => Of(style, Ground(style));

    /// <summary>The same of an element, behind which an attribute may lay a colour.</summary>
    public static Traits Of(Dom.Element element, string style) => Of(style, Ground(style) ?? Ground(element));

    private static Traits Of(string style, string? ground) =>
        IsOutOfSight(style) ? Traits.Pale
        : !style.Contains("color", StringComparison.OrdinalIgnoreCase) || Elements.Last(style, "color") is not { } colour ? Traits.None
        : IsUnseen(ground, Plain(colour)) ? Traits.Pale
        : IsWhite(colour) ? Traits.White : Traits.None;

    private static bool IsOutOfSight(string style) =>
        Number(style, "font-size") == 0 || Elements.Last(style, "font") is ['0', ..] || Length(style, "font-size") <= Tiny || Number(style, "opacity") <= Faint
        || Number(style, "text-indent") <= Off || Number(style, "left") <= Off || Number(style, "top") <= Off || Number(style, "margin-left") <= Off
        || (Elements.Last(style, "clip") ?? "").StartsWith("rect(0", StringComparison.OrdinalIgnoreCase)
        || ((Elements.Last(style, "overflow") ?? "").StartsWith("hidden", StringComparison.OrdinalIgnoreCase)
            && (Number(style, "height") == 0 || Number(style, "width") == 0 || Number(style, "max-height") == 0));

    public static bool IsWhite(string colour) => Plain(colour) is "white" or "#fff" or "rgb(255,255,255)" or ['#', 'f', _, 'f', _, 'f', _];

    /// <summary>Whether the element says that what lies behind it is not white.</summary>
    public static bool HasGround(Dom.Element element) =>
        IsGround((Elements.Attribute(element, "style") is { } style ? Ground(style) : null) ?? Ground(element));

    /// <summary>Whether the style says that what lies behind is not white.</summary>
    public static bool HasGround(string style) => IsGround(Ground(style));

    private static bool IsGround(string? ground) =>
        ground is not null && !IsWhite(ground) && Plain(ground) is var plain && !IsOfOther(plain) && plain is not ("none" or "transparent");

    private static bool IsUnseen(string? ground, string colour) =>
        colour == "transparent" || (!IsOfOther(colour) && ground is not null && Plain(ground) == colour);

    /// <summary>Said of letters and ground it names two colours: each its own.</summary>
    private static bool IsOfOther(string colour) => colour is "" or "inherit" or "initial" or "unset" or "revert" or "auto";

    private static string? Ground(string style) => Elements.Last(style, "background-color") ?? Elements.Last(style, "background") ?? Elements.Last(style, "background-image");

    private static string? Ground(Dom.Element element) => Elements.Attribute(element, "bgcolor") ?? Elements.Attribute(element, "background");

    private static string Plain(string colour) => colour.Replace("!important", "", StringComparison.OrdinalIgnoreCase).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>The number that a property begins with, whatever is counted; null where it has none.</summary>
    private static double? Number(string style, string property)
    {
        if (Elements.Last(style, property) is not { } value) return null;
        var end = value.AsSpan().IndexOfAnyExcept(OfNumbers);
        return double.TryParse(end < 0 ? value : value.AsSpan(0, end), NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Of the letters in pixels; null where the style says none in pixels or points.</summary>
    public static double? Size(string style) =>
        Length(style, "font-size") is { } size ? size * (Elements.Last(style, "font-size")!.Contains("pt", StringComparison.OrdinalIgnoreCase) ? PixelsInPoint : 1) : null;

    /// <summary>How far the letters stand off their line; null where the style says nothing of it.</summary>
    public static double? Shift(string style) => Length(style, "vertical-align") ?? Length(style, "mso-text-raise");

    private const double PixelsInPoint = 4 / 3d;

    /// <summary>The same of what is counted in pixels or points.</summary>
    private static double? Length(string style, string property) =>
        Elements.Last(style, property) is { } value && (value.Contains("px", StringComparison.OrdinalIgnoreCase) || value.Contains("pt", StringComparison.OrdinalIgnoreCase)) ? Number(style, property) : null;
}
