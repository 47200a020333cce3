using System.Globalization;
using Drawing = System.Drawing;

namespace ReportIngest.Reading.Html;

/// <summary>A colour as a style says it, channels from 0 to 255 and opacity from 0 to 1.</summary>
internal readonly record struct Colour(double Red, double Green, double Blue, double Opacity)
{
    /// <summary>From here on a channel is as good as full: nobody tells the digits from the paper.</summary>
    private const int Full = 0xF0;

    /// <summary>Two colours no channel of which differs by more are one to the eye.</summary>
    private const int Alike = 8;

    /// <summary>Null for what names no colour of its own (<c>inherit</c>, <c>var(…)</c>) or one that is not reckoned here (<c>lab(…)</c>).</summary>
    public static Colour? Of(string plain) =>
        plain is ['#', .. var digits] ? OfDigits(digits)
        : plain.IndexOf('(', StringComparison.Ordinal) is > 0 and var open && plain.EndsWith(')') ? OfFunction(plain[..open], plain[(open + 1)..^1])
        : plain == "transparent" ? new Colour(0, 0, 0, 0)
        : Drawing.Color.FromName(plain) is { IsKnownColor: true, IsSystemColor: false } named ? new Colour(named.R, named.G, named.B, 1) : null;

    public bool IsWhite => Red >= Full && Green >= Full && Blue >= Full;

    public bool IsLike(Colour other) => Math.Abs(Red - other.Red) <= Alike && Math.Abs(Green - other.Green) <= Alike && Math.Abs(Blue - other.Blue) <= Alike;

    private static Colour? OfDigits(string digits)
    {
        if (digits.Length is 3 or 4) digits = string.Concat(digits.Select(digit => new string(digit, 2)));
        if (digits.Length is not (6 or 8) || !uint.TryParse(digits.PadRight(8, 'f'), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number)) return null;
        return new Colour(number >> 24, (number >> 16) & 0xFF, (number >> 8) & 0xFF, (number & 0xFF) / 255d);
    }

    private static Colour? OfFunction(string name, string arguments)
    {
        var parts = arguments.Split([',', '/', ' '], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length is not (3 or 4)) return null;
        var opacity = parts.Length == 4 ? Share(parts[3]) : 1;
        return name switch
        {
            "rgb" or "rgba" => new Colour(Channel(parts[0]), Channel(parts[1]), Channel(parts[2]), opacity),
            "hsl" or "hsla" => OfHue(Number(parts[0]), Share(parts[1]), Share(parts[2])) with { Opacity = opacity },
            "hwb" => OfWhiteness(Number(parts[0]), Share(parts[1]), Share(parts[2])) with { Opacity = opacity },
            _ => null,
        };
    }

    private static Colour OfHue(double hue, double saturation, double lightness)
    {
        var reach = saturation * Math.Min(lightness, 1 - lightness);
        return new Colour(At(0), At(8), At(4), 1);

        double At(double step)
        {
            var k = (step + (hue / 30)) % 12;
            return 255 * (lightness - (reach * Math.Clamp(Math.Min(k - 3, 9 - k), -1, 1)));
        }
    }

    private static Colour OfWhiteness(double hue, double white, double black)
    {
        if (white + black >= 1) (white, black) = (white / (white + black), black / (white + black));
        var pure = OfHue(hue, 1, 0.5);
        return new Colour(Mixed(pure.Red), Mixed(pure.Green), Mixed(pure.Blue), 1);

        double Mixed(double channel) => (channel * (1 - white - black)) + (255 * white);
    }

    private static double Channel(string part) => part.EndsWith('%') ? 255 * Share(part) : Number(part);

    private static double Share(string part) => part.EndsWith('%') ? Number(part[..^1]) / 100 : Number(part);

    private static double Number(string part) => Style.Number(part) ?? 0;
}
