namespace ReportIngest.Reading.Html;

/// <summary>Whether a style makes the boxes of an element too small, too faint or too far off for its text to be seen; where a style sheet elsewhere has the last word that is not known.</summary>
internal static class OutOfSight
{
    /// <summary>In pixels or what else is counted: text that far to a side is meant for programs that read aloud.</summary>
    private const int Off = 500;

    /// <summary>In hundredths of it.</summary>
    private const int Window = 100;

    /// <summary>In pixels or points: what nobody can read.</summary>
    private const int Tiny = 2;

    /// <summary>Of the size of the letters around: what nobody can read.</summary>
    private const double TinyShare = 0.15;

    private const double Faint = 0.1;

    /// <summary>In pixels and in letters: digits that are pushed together so far cover each other.</summary>
    private const double Pushed = -5, PushedLetters = -0.5;

    public static bool Is(in Declarations style) =>
        IsTiny(style[Property.FontSize]) || style[Property.Font] is ['0', ..] || Style.Number(style[Property.LineHeight]) == 0 || Style.Number(style[Property.Zoom]) == 0
        || Style.Number(style[Property.Scale]) == 0 || IsFaint(Style.Number(style[Property.Opacity]), style[Property.Opacity])
        || IsOff(style[Property.TextIndent]) || IsOff(style[Property.Left]) || IsOff(style[Property.Right]) || IsOff(style[Property.Top]) || IsOff(style[Property.Bottom]) || IsOff(style[Property.MarginLeft])
        || Math.Abs(Style.Number(style[Property.Translate]) ?? 0) >= Off || IsBeside(style[Property.Translate]) || (Length(style[Property.LetterSpacing]) ?? 0) <= Pushed || (Letters(style[Property.LetterSpacing]) ?? 0) <= PushedLetters
        || style.Says(Property.Clip, "rect(") || style.Says(Property.ClipPath, "inset(") || style.Says(Property.ClipPath, "polygon(") || style.Says(Property.ClipPath, "circle(")
        || IsSaid(style[Property.Mask]) || IsSaid(style[Property.MaskImage]) || IsSaid(style[Property.TextSecurity])
        || Elsewhere.IsTurned(style)
        || style.Says(Property.ContentVisibility, "hidden") || style.Says(Property.Display, "var(")
        || (style.Says(Property.Direction, "rtl") && style[Property.UnicodeBidi].Contains("override", StringComparison.OrdinalIgnoreCase))
        || (!style[Property.Transform].IsEmpty && IsTransformed(style[Property.Transform].ToString())) || (!style[Property.Filter].IsEmpty && IsFiltered(style[Property.Filter].ToString()))
        || ((style.Says(Property.Overflow, "hidden") || style.Says(Property.Overflow, "clip"))
            && (IsNoLength(style[Property.Height]) || IsNoLength(style[Property.Width]) || IsNoLength(style[Property.MaximumHeight]) || IsNoLength(style[Property.MaximumWidth])));

    /// <summary>The number of a length in pixels or points.</summary>
    public static double? Length(ReadOnlySpan<char> value) =>
        value.Contains("px", StringComparison.OrdinalIgnoreCase) || value.Contains("pt", StringComparison.OrdinalIgnoreCase) ? Style.Number(value) : null;

    private static double? Letters(ReadOnlySpan<char> value) => value.Contains("em", StringComparison.OrdinalIgnoreCase) ? Style.Number(value) : null;

    private static bool IsTiny(ReadOnlySpan<char> size) =>
        Style.Number(size) == 0 || Length(size) <= Tiny || Letters(size) <= TinyShare || (size.Contains('%') && Style.Number(size) <= 100 * TinyShare);

    private static bool IsFaint(double? share, ReadOnlySpan<char> value) => share <= (value.Contains('%') ? 100 : 1) * Faint;

    private static bool IsOff(ReadOnlySpan<char> value) => Style.Number(value) <= -Off || IsBeside(value);

    /// <summary>A whole window away.</summary>
    private static bool IsBeside(ReadOnlySpan<char> value) =>
        (value.Contains("vw", StringComparison.OrdinalIgnoreCase) || value.Contains("vh", StringComparison.OrdinalIgnoreCase)) && Math.Abs(Style.Number(value) ?? 0) >= Window;

    private static bool IsNoLength(ReadOnlySpan<char> value) => Style.Number(value) == 0 || Length(value) is 1;

    private static bool IsSaid(ReadOnlySpan<char> value) => !value.IsEmpty && !value.StartsWith("none", StringComparison.OrdinalIgnoreCase);

    private static bool IsTransformed(string transform) => Style.Functions().Matches(transform).Any(function =>
    {
        var name = function.Groups["name"].Value;
        var said = function.Groups["arguments"].Value.Split(',', StringSplitOptions.TrimEntries);
        var arguments = said.Select(argument => Style.Number(argument) ?? 1).ToArray();
        return name.StartsWith("scale", StringComparison.OrdinalIgnoreCase) ? arguments.Contains(0)
            : name.StartsWith("translate", StringComparison.OrdinalIgnoreCase) ? Array.Exists(arguments, argument => Math.Abs(argument) >= Off) || Array.Exists(said, argument => IsBeside(argument))
            : name.Equals("matrix", StringComparison.OrdinalIgnoreCase) ? arguments is [0, 0, ..] or [_, _, 0, 0, ..]
            : (name.Equals("rotateX", StringComparison.OrdinalIgnoreCase) || name.Equals("rotateY", StringComparison.OrdinalIgnoreCase)) && Math.Abs(arguments[0]) is 90 or 270;
    });

    private static bool IsFiltered(string filter) => Style.Functions().Matches(filter).Any(function =>
        Style.Number(function.Groups["arguments"].ValueSpan.Trim()) is { } number
        && (function.Groups["name"].ValueSpan.Equals("opacity", StringComparison.OrdinalIgnoreCase) ? IsFaint(number, function.Groups["arguments"].ValueSpan)
            : function.Groups["name"].ValueSpan.Equals("blur", StringComparison.OrdinalIgnoreCase) && number >= Tiny));
}
