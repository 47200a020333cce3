using System.Text.RegularExpressions;

namespace ReportIngest.Reading.Html;

/// <summary>
/// Whether a style shows an element elsewhere than where it stands among its neighbours. Where it goes is not followed, for what its neighbours do then the whole page decides:
/// its digits, and those of the cells beside it, are doubted.
/// </summary>
internal static class Elsewhere
{
    /// <summary>In pixels: a cell for one digit is wider; less sets a number straight within its own.</summary>
    private const double Nudge = 15;

    /// <summary>In pixels, of each unit; those of letters as they usually are, and a hundredth of a window is no less than a letter.</summary>
    private static readonly (string Unit, double Pixels)[] Units =
        [("px", 1), ("rem", 16), ("em", 16), ("pt", 4 / 3d), ("pc", 16), ("cm", 96 / 2.54), ("mm", 9.6 / 2.54), ("in", 96), ("ch", 8), ("ex", 8), ("vw", 16), ("vh", 16), ("vmin", 16), ("vmax", 16)];

    /// <summary>Words that leave an element where it is. <c>span</c> makes it wider and moves what follows as a span of HTML does.</summary>
    private static readonly string[] Unplaced = ["auto", "span", "inherit", "initial", "unset", "revert"];

    /// <summary>Taken out of what stands around it: into the place of a cell the next one moves.</summary>
    public static bool IsTakenOut(in Declarations style) => style.Says(Property.Position, "absolute") || style.Says(Property.Position, "fixed");

    public static bool Is(in Declarations style) => IsOrdered(style) || IsPushed(style) || IsTurned(style);

    /// <summary>In another order than its neighbours.</summary>
    public static bool IsOrdered(in Declarations style) =>
        style.Says(Property.Float, "right") || style[Property.Order] is ['-' or (>= '1' and <= '9'), ..]
        || style[Property.FlexDirection].EndsWith("reverse", StringComparison.OrdinalIgnoreCase) || style[Property.FlexFlow].Contains("reverse", StringComparison.OrdinalIgnoreCase)
        || IsPlaced(style[Property.GridPlace]) || IsPlaced(style[Property.GridEnd]) || IsPlaced(style[Property.GridRow]);

    /// <summary>Beside the place that is kept for it: within a cell, too, that may be above another. Half of what is around it to one side and half of itself back is how pages set something in the middle.</summary>
    public static bool IsPushed(in Declarations style)
    {
        var halves = Half(style[Property.Translate]);
        if (IsAlong(style[Property.Offset])) return true;
        if (IsAnyFar(style[Property.Translate]) || Pixels(style[Property.MarginLeft]) < -Nudge) return true;
        if (!style[Property.Transform].IsEmpty)
        {
            foreach (Match function in Style.Functions().Matches(style[Property.Transform].ToString()))
            {
                var name = function.Groups["name"].Value.ToLowerInvariant();
                var arguments = function.Groups["arguments"].ValueSpan;
                if (name is "calc" or "min" or "max" or "clamp" or "var") return true;
                if (!name.StartsWith("translate", StringComparison.Ordinal) || name == "translatez") continue;
                if (IsAnyFar(arguments)) return true;
                if (name != "translatey") halves += Half(arguments);
            }
        }

        if (style[Property.Position] is [_, ..] position && !position.Equals("static", StringComparison.OrdinalIgnoreCase))
        {
            if (IsFar(style[Property.Left]) || IsFar(style[Property.Right]) || IsFar(style[Property.Top]) || IsFar(style[Property.Bottom]) || IsAnyFar(style[Property.Inset])) return true;
            halves += Half(style[Property.Left]) is not 0 and var left ? left : -Half(style[Property.Right]);
        }

        return halves != 0;
    }

    /// <summary>Upside down, mirrored, askew, or wherever a matrix lays it.</summary>
    public static bool IsTurned(in Declarations style) => IsAngle(style[Property.Rotate]) || (!style[Property.Transform].IsEmpty && IsTransformed(style[Property.Transform].ToString()));

    private static bool IsPlaced(ReadOnlySpan<char> place)
    {
        foreach (var word in Unplaced)
        {
            if (place.StartsWith(word, StringComparison.OrdinalIgnoreCase)) return false;
        }

        return !place.IsEmpty;
    }

    /// <summary>Along a line, wherever that leads; a place (<c>auto</c>) may stand before it.</summary>
    private static bool IsAlong(ReadOnlySpan<char> path)
    {
        if (path.StartsWith("auto", StringComparison.OrdinalIgnoreCase)) path = path[4..].TrimStart();
        return IsPlaced(path) && !path.StartsWith("none", StringComparison.OrdinalIgnoreCase);
    }

    private static bool IsAnyFar(ReadOnlySpan<char> lengths)
    {
        if (lengths.IsEmpty) return false;
        foreach (var length in lengths.SplitAny(' ', ','))
        {
            if (IsFar(lengths[length])) return true;
        }

        return false;
    }

    /// <summary>Shares are of the element or of what is around it; a half is looked at with others (<see cref="Half"/>). What is calculated is not followed.</summary>
    private static bool IsFar(ReadOnlySpan<char> length) =>
        length.Contains('(') || (length.Contains('%') ? Style.Number(length.Trim()) is { } share && Math.Abs(share) is not (0 or 50) : Math.Abs(Pixels(length)) >= Nudge);

    /// <summary>1 or −1 where the first of some lengths is a half, to the right or to the left; else 0.</summary>
    private static int Half(ReadOnlySpan<char> lengths)
    {
        var first = lengths.Trim();
        if (first.IndexOfAny(' ', ',') is >= 0 and var end) first = first[..end];
        return first.EndsWith("%") && Style.Number(first) is { } share && Math.Abs(share) == 50 ? Math.Sign(share) : 0;
    }

    private static double Pixels(ReadOnlySpan<char> length)
    {
        if (length.IsEmpty) return 0;
        var (number, pixels) = (Style.Number(length.Trim()) ?? 0, 1d);
        foreach (var (unit, size) in Units)
        {
            if (!length.TrimEnd().EndsWith(unit, StringComparison.OrdinalIgnoreCase)) continue;
            pixels = size;
            break;
        }

        return number * pixels;
    }

    private static bool IsAngle(ReadOnlySpan<char> angle) => (Style.Number(angle) ?? 0) != 0;

    private static bool IsTransformed(string transform) => Style.Functions().Matches(transform).Any(function =>
    {
        var arguments = function.Groups["arguments"].ValueSpan;
        return function.Groups["name"].Value.ToLowerInvariant() switch
        {
            "matrix" => !IsStraight([.. Numbers(function)]),
            "matrix3d" => Numbers(function).ToList() is not { Count: 16 } of || !IsStraight([of[0], of[1], of[4], of[5], of[12], of[13]]),
            "scalex" or "scale" => arguments.Contains('-'),
            "rotate" or "rotatez" or "rotatey" or "skew" or "skewx" => IsAngle(arguments),
            _ => false,
        };
    });

    private static IEnumerable<double> Numbers(Match function) => function.Groups["arguments"].Value.Split(',').Select(argument => Style.Number(argument.AsSpan().Trim()) ?? double.NaN);

    /// <summary>Whether a matrix leaves an element in its size and, but for a nudge, in its place.</summary>
    private static bool IsStraight(double[] matrix) => matrix is [1, 0, 0, 1, > -Nudge and < Nudge, > -Nudge and < Nudge];
}
