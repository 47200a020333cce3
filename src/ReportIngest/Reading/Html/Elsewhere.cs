using System.Text.RegularExpressions;

namespace ReportIngest.Reading.Html;

/// <summary>
/// Whether a style shows an element elsewhere than where it stands among its neighbours, by whatever property. Where it goes is not followed, for what its neighbours do then the whole page decides:
/// its digits, and those of the cells beside it, are doubted.
/// </summary>
internal static partial class Elsewhere
{
    /// <summary>In pixels: a cell for one digit is wider; less sets a number straight within its own.</summary>
    private const double Nudge = 15;

    /// <summary>Of letters of a usual size.</summary>
    private const double PixelsInLetter = 16;

    /// <summary>Words that leave an element where it is. <c>span</c> makes it wider and moves what follows as a span of HTML does.</summary>
    private static readonly string[] Unplaced = ["auto", "span", "inherit", "initial", "unset", "revert"];

    public static bool Is(Declarations style) =>
        style.Says(Property.Float, "right") || style[Property.Order] is ['-' or (>= '1' and <= '9'), ..]
        || style[Property.FlexDirection].EndsWith("reverse", StringComparison.OrdinalIgnoreCase) || style[Property.FlexFlow].Contains("reverse", StringComparison.OrdinalIgnoreCase)
        || IsPlaced(style[Property.GridPlace]) || IsPlaced(style[Property.GridEnd]) || IsPlaced(style[Property.GridRow])
        || IsShifted(style);

    /// <summary>Shown beside the place that is kept for it: within a cell, too, that may be above another.</summary>
    public static bool IsShifted(Declarations style) =>
        (style[Property.Position] is [_, ..] position && !position.Equals("static", StringComparison.OrdinalIgnoreCase)
            && (IsFar(style[Property.Left]) || IsFar(style[Property.Right]) || IsFar(style[Property.Top]) || IsFar(style[Property.Bottom]) || IsAnyFar(style[Property.Inset])))
        || IsAnyFar(style[Property.Translate]) || IsTurned(style[Property.Rotate]) || (!style[Property.Transform].IsEmpty && IsTransformed(style[Property.Transform].ToString()));

    private static bool IsPlaced(ReadOnlySpan<char> place)
    {
        foreach (var word in Unplaced)
        {
            if (place.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return false;
        }

        return !place.IsEmpty;
    }

    private static bool IsAnyFar(ReadOnlySpan<char> lengths)
    {
        foreach (var length in lengths.SplitAny(' ', ','))
        {
            if (IsFar(lengths[length])) return true;
        }

        return false;
    }

    /// <summary>Shares are of the element or of what is around it: a half of both is how pages set something in the middle.</summary>
    private static bool IsFar(ReadOnlySpan<char> length) =>
        Math.Abs(Style.Number(length.Trim()) ?? 0) is var number && (length.Contains('%') ? number is not (0 or 50) : number * (length.EndsWith("em", StringComparison.OrdinalIgnoreCase) || length.Contains('v') ? PixelsInLetter : 1) >= Nudge);

    private static bool IsTurned(ReadOnlySpan<char> angle) => (Style.Number(angle) ?? 0) != 0;

    private static bool IsTransformed(string transform) => Functions().Matches(transform).Any(function =>
    {
        var arguments = function.Groups["arguments"].ValueSpan;
        return function.Groups["name"].Value.ToLowerInvariant() switch
        {
            "matrix" or "matrix3d" => true,
            "scalex" or "scale" => arguments.Contains('-'),
            "rotate" or "rotatez" or "rotatey" => IsTurned(arguments),
            var name => name.StartsWith("translate", StringComparison.Ordinal) && name != "translatez" && IsAnyFar(arguments),
        };
    });

    [GeneratedRegex(@"(?<name>[a-zA-Z0-9-]+)\((?<arguments>[^()]*)\)")]
    private static partial Regex Functions();
}
