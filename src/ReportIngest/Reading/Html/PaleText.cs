using Dom = AngleSharp.Dom;

namespace ReportIngest.Reading.Html;

/// <summary>Whether the style of an element keeps its text from being seen, or may: what lies behind white text a style sheet elsewhere may say.</summary>
internal static class PaleText
{
    private const double Faint = 0.1;

    /// <summary><see cref="Traits.Pale"/>, <see cref="Traits.White"/> or neither, as a style has it; and <see cref="Traits.Pushed"/>.</summary>
    public static Traits Of(in Declarations style) => Of(style, Ground(style));

    /// <summary>The same of an element, behind which an attribute may lay a colour.</summary>
    public static Traits Of(Dom.Element element, in Declarations style) => Of(style, Ground(style) ?? Ground(element));

    private static Traits Of(in Declarations style, string? ground) => Colours(style, ground) | (Elsewhere.IsPushed(style) ? Traits.Pushed : Traits.None);

    private static Traits Colours(in Declarations style, string? ground)
    {
        if (OutOfSight.Is(style)) return Traits.Pale;
        if (IsUnseen(ground, Plain(style[Property.Fill]))) return Traits.Pale;
        var colour = Plain(style[Property.Colour]);
        return IsUnseen(ground, colour) ? Traits.Pale : IsWhitePlain(colour) ? Traits.White : Traits.None;
    }

    public static bool IsWhite(ReadOnlySpan<char> colour) => IsWhitePlain(Plain(colour));

    private static bool IsWhitePlain(string colour) => Colour.Of(colour) is { IsWhite: true };

    /// <summary>Whether the element says that what lies behind it is not white.</summary>
    public static bool HasGround(Dom.Element element) =>
        IsGround((Elements.Attribute(element, "style") is { } style ? Ground(new Declarations(style)) : null) ?? Ground(element));

    /// <summary>Whether the style says that what lies behind is not white.</summary>
    public static bool HasGround(in Declarations style) => IsGround(Ground(style));

    private static bool IsGround(string? ground) =>
        ground is not null && Plain(ground) is var plain && !IsOfOther(plain) && plain != "none" && Colour.Of(plain) is null or { IsWhite: false, Opacity: > Faint };

    private static bool IsUnseen(string? ground, string colour)
    {
        if (IsOfOther(colour)) return false;
        var seen = Colour.Of(colour);
        if (seen?.Opacity <= Faint) return true;
        if (ground is null) return false;
        var behind = Plain(ground);
        return behind == colour || (seen is { } ink && Colour.Of(behind) is { Opacity: > Faint } paper && ink.IsLike(paper));
    }

    /// <summary>Said of letters and ground it names two colours: each its own.</summary>
    private static bool IsOfOther(string colour) => colour is "" or "inherit" or "initial" or "unset" or "revert" or "auto";

    private static string? Ground(in Declarations style) =>
        style[Property.BackgroundColour] is [_, ..] colour ? colour.ToString()
        : style[Property.Background] is [_, ..] ground ? ground.ToString()
        : style[Property.BackgroundImage] is [_, ..] picture ? picture.ToString() : null;

    private static string? Ground(Dom.Element element) => Elements.Attribute(element, "bgcolor") ?? Elements.Attribute(element, "background");

    /// <summary>In lower case, the parts of a function set apart by single blanks or commas.</summary>
    private static string Plain(ReadOnlySpan<char> colour) => colour.IsEmpty ? "" :
        colour.ToString().Replace(", ", ",", StringComparison.Ordinal).Trim().ToLowerInvariant();

    /// <summary>Of the letters in pixels; null where the style says none in pixels or points, nor one that is smaller than what is around.</summary>
    public static double? Size(in Declarations style)
    {
        var size = style[Property.FontSize];
        if (OutOfSight.Length(size) is { } length) return length * (size.Contains("pt", StringComparison.OrdinalIgnoreCase) ? PixelsInPoint : 1);
        if (size.EndsWith("rem", StringComparison.OrdinalIgnoreCase)) return Style.Number(size) * PixelsInRem;
        var share = size.Contains('%') ? Style.Number(size) / 100 : size.EndsWith("em", StringComparison.OrdinalIgnoreCase) ? Style.Number(size) : size.EndsWith("small", StringComparison.OrdinalIgnoreCase) || size.Equals("smaller", StringComparison.OrdinalIgnoreCase) ? 0.8 : null;
        return share * Lettering.Usual is { } smaller && Lettering.IsSmall(smaller) ? smaller : null;
    }

    /// <summary>How far the letters stand off their line; null where the style says nothing of it.</summary>
    public static double? Shift(in Declarations style) =>
        Elsewhere.Is(style) ? Lettering.Moved
        : style[Property.VerticalAlign] is [_, ..] align && Raise(align) is { } raise ? raise
        : OutOfSight.Length(style[Property.MsoTextRaise]) ?? Lift(style);

    private static double? Raise(ReadOnlySpan<char> align) =>
        align.Contains("top", StringComparison.OrdinalIgnoreCase) ? 1 : align.Contains("bottom", StringComparison.OrdinalIgnoreCase) ? -1 : Style.Number(align);

    private static double? Lift(in Declarations style) => OutOfSight.Length(style[Property.Top]) is { } top and not 0 ? -top : OutOfSight.Length(style[Property.Bottom]) is { } bottom and not 0 ? bottom : null;

    private const double PixelsInPoint = 4 / 3d;

    /// <summary>Of the letters of a page that says nothing else of them.</summary>
    private const double PixelsInRem = 16;
}
