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
    public static Traits Of(Declarations style) => Of(style, Ground(style));

    /// <summary>The same of an element, behind which an attribute may lay a colour.</summary>
    public static Traits Of(Dom.Element element, Declarations style) => Of(style, Ground(style) ?? Ground(element));

    private static Traits Of(Declarations style, string? ground) =>
        IsOutOfSight(style) ? Traits.Pale
        : style[Property.Colour] is not [_, ..] colour ? Traits.None
        : IsUnseen(ground, Plain(colour)) ? Traits.Pale
        : IsWhite(colour) ? Traits.White : Traits.None;

    private static bool IsOutOfSight(Declarations style) =>
        Number(style[Property.FontSize]) == 0 || style[Property.Font] is ['0', ..] || Length(style[Property.FontSize]) <= Tiny || Number(style[Property.Opacity]) <= Faint
        || Number(style[Property.TextIndent]) <= Off || Number(style[Property.Left]) <= Off || Number(style[Property.Top]) <= Off || Number(style[Property.MarginLeft]) <= Off
        || style.Says(Property.Clip, "rect(0") || style.Says(Property.ClipPath, "inset(") || style.Says(Property.ClipPath, "polygon(") || style.Says(Property.ClipPath, "circle(")
        || style.Says(Property.ContentVisibility, "hidden") || style.Says(Property.Display, "var(")
        || Holds(style[Property.Transform], "scale(0)") || Holds(style[Property.Filter], "opacity(0)") || Holds(style[Property.Fill], "transparent")
        || (style.Says(Property.Overflow, "hidden")
            && (Number(style[Property.Height]) == 0 || Number(style[Property.Width]) == 0 || Number(style[Property.MaximumHeight]) == 0));

    public static bool IsWhite(ReadOnlySpan<char> colour) => Plain(colour) is "white" or "#fff" or "rgb(255,255,255)" or ['#', 'f', _, 'f', _, 'f', _];

    /// <summary>Whether the element says that what lies behind it is not white.</summary>
    public static bool HasGround(Dom.Element element) =>
        IsGround((Elements.Attribute(element, "style") is { } style ? Ground(new Declarations(style)) : null) ?? Ground(element));

    /// <summary>Whether the style says that what lies behind is not white.</summary>
    public static bool HasGround(Declarations style) => IsGround(Ground(style));

    private static bool IsGround(string? ground) =>
        ground is not null && !IsWhite(ground) && Plain(ground) is var plain && !IsOfOther(plain) && plain is not ("none" or "transparent");

    private static bool IsUnseen(string? ground, string colour) =>
        colour == "transparent" || (colour.StartsWith("rgba(", StringComparison.Ordinal) && colour.EndsWith(",0)", StringComparison.Ordinal)) || (!IsOfOther(colour) && ground is not null && Plain(ground) == colour);

    /// <summary>Said of letters and ground it names two colours: each its own.</summary>
    private static bool IsOfOther(string colour) => colour is "" or "inherit" or "initial" or "unset" or "revert" or "auto";

    private static string? Ground(Declarations style) =>
        style[Property.BackgroundColour] is [_, ..] colour ? colour.ToString()
        : style[Property.Background] is [_, ..] ground ? ground.ToString()
        : style[Property.BackgroundImage] is [_, ..] picture ? picture.ToString() : null;

    private static string? Ground(Dom.Element element) => Elements.Attribute(element, "bgcolor") ?? Elements.Attribute(element, "background");

    private static bool Holds(ReadOnlySpan<char> value, string word) => value.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static string Plain(ReadOnlySpan<char> colour) =>
        colour.ToString().Replace("!important", "", StringComparison.OrdinalIgnoreCase).Replace(" ", "", StringComparison.Ordinal).ToLowerInvariant();

    /// <summary>The number that a value begins with, whatever is counted; null where it has none.</summary>
    private static double? Number(ReadOnlySpan<char> value)
    {
        var end = value.IndexOfAnyExcept(OfNumbers);
        return double.TryParse(end < 0 ? value : value[..end], NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Of the letters in pixels; null where the style says none in pixels or points.</summary>
    public static double? Size(Declarations style) =>
        Length(style[Property.FontSize]) is { } size ? size * (style[Property.FontSize].Contains("pt", StringComparison.OrdinalIgnoreCase) ? PixelsInPoint : 1) : null;

    /// <summary>How far the letters stand off their line; null where the style says nothing of it.</summary>
    public static double? Shift(Declarations style) => Length(style[Property.VerticalAlign]) ?? Length(style[Property.MsoTextRaise]);

    private const double PixelsInPoint = 4 / 3d;

    /// <summary>The same of what is counted in pixels or points.</summary>
    private static double? Length(ReadOnlySpan<char> value) =>
        value.Contains("px", StringComparison.OrdinalIgnoreCase) || value.Contains("pt", StringComparison.OrdinalIgnoreCase) ? Number(value) : null;
}
