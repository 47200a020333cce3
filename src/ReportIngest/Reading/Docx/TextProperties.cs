using System.Globalization;

namespace ReportIngest.Reading.Docx;

/// <summary>What a paragraph or a style says of itself (<c>w:pPr</c>), as far as text depends on it; null where it says nothing.</summary>
/// <param name="Outline">From 0; 9 is body text.</param>
/// <param name="MarkDeleted">The paragraph's end was deleted or moved away under tracked changes: it runs on into the next one.</param>
/// <param name="MarkHidden">The paragraph's end is hidden text.</param>
internal sealed record ParagraphProperties(
    string? Style, int? Outline, int? Numbering, int? NumberingLevel, bool MarkDeleted, bool? MarkHidden)
{
    public static readonly ParagraphProperties None = new(null, null, null, null, false, null);

    /// <summary>Reads the element that <paramref name="xml"/> stands on. What was so before a tracked change (<c>w:pPrChange</c>) is not looked at.</summary>
    public static ParagraphProperties Of(WordXml xml)
    {
        var found = None;
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            switch (xml.Name)
            {
                case "pStyle": found = found with { Style = xml.Value }; break;
                case "outlineLvl": found = found with { Outline = xml.Number() }; break;
                case "numPr": found = OfNumbering(xml, found); break;
                case "rPr":
                    var mark = RunProperties.Of(xml);
                    found = found with { MarkDeleted = mark.Deleted, MarkHidden = mark.Hidden };
                    break;
            }
        }

        return found;
    }

    private static ParagraphProperties OfNumbering(WordXml xml, ParagraphProperties found)
    {
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Name == "numId") found = found with { Numbering = xml.Number() };
            else if (xml.Name == "ilvl") found = found with { NumberingLevel = xml.Number() };
        }

        return found;
    }
}

/// <summary>What a run, a paragraph's end or a style says of its characters (<c>w:rPr</c>); null where it says nothing.</summary>
/// <param name="Struck">Struck out by hand: what is written there no longer holds.</param>
/// <param name="Raised">Superscript: the mark of a note.</param>
/// <param name="Unseen">Without size, width or fill: it may not be seen.</param>
/// <param name="Colour">Of the letters, as the file writes it.</param>
/// <param name="Ground">What lies behind them.</param>
/// <param name="Rise">How far it stands above the line, in half points.</param>
/// <param name="Size">In half points.</param>
internal readonly record struct RunProperties(
    string? Style, bool? Hidden, bool Deleted, bool? Struck, bool? Raised, bool? Unseen, string? Colour, string? Ground, int? Rise, int? Size)
{
    /// <summary>In half points: what nobody can read.</summary>
    private const int Tiny = 4;

    /// <summary>In hundredths of a letter's width: the same.</summary>
    private const int Narrow = 10;

    private const string Black = "000000";

    public static RunProperties Of(WordXml xml)
    {
        var found = default(RunProperties);
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            switch (xml.Name)
            {
                case "rStyle": found = found with { Style = xml.Value }; break;
                case "vanish": found = found with { Hidden = xml.On }; break;
                case "del" or "moveFrom": found = found with { Deleted = true }; break;
                case "strike" or "dstrike": found = found with { Struck = xml.On || found.Struck == true }; break;
                case "vertAlign": found = found with { Raised = xml.Value is "superscript" or "subscript" }; break;
                case "position": found = found with { Rise = xml.Number() }; break;
                case "sz": found = found with { Size = xml.Number(), Unseen = xml.Number() <= Tiny || found.Unseen == true }; break;
                case "w": found = found with { Unseen = xml.Number() <= Narrow || found.Unseen == true }; break;
                case "color": found = found with { Colour = xml.Value is null or "auto" && xml.Attribute("themeColor") is "background1" or "light1" ? StoryReader.Paper : xml.Value }; break;
                case "shd": found = found with { Ground = xml.Ground }; break;
                case "highlight": found = found with { Ground = xml.Value switch { "white" => StoryReader.Paper, "black" => Black, var named => named } }; break;
                case "textFill": found = Filled(xml, found); break;
            }
        }

        return found;
    }

    /// <summary>What it says, and where it says nothing, what <paramref name="other"/> does.</summary>
    public RunProperties Or(in RunProperties other) => this with
    {
        Struck = Struck ?? other.Struck,
        Raised = Raised ?? other.Raised,
        Unseen = Unseen ?? other.Unseen,
        Colour = Colour ?? other.Colour,
        Ground = Ground ?? other.Ground,
        Rise = Rise ?? other.Rise,
        Size = Size ?? other.Size,
    };

    /// <summary>Whether its letters stand out from a ground no more than no reader sees.</summary>
    public bool IsLike(string ground) =>
        Colour is { } letters && (Ground ?? ground) is var behind
        && (int.TryParse(letters, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var one) && int.TryParse(behind, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var other)
            ? IsNear(one, other, 0) && IsNear(one, other, 8) && IsNear(one, other, 16)
            : letters.Equals(behind, StringComparison.OrdinalIgnoreCase));

    private static bool IsNear(int one, int other, int shift) => Math.Abs((one >> shift & 255) - (other >> shift & 255)) <= Shade;

    /// <summary>Of 255, of each of three colours.</summary>
    private const int Shade = 16;

    /// <summary>The filling of Word 2010, which outweighs the colour; from its transparency on that leaves a tenth.</summary>
    private static RunProperties Filled(WordXml xml, RunProperties found)
    {
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Name == "noFill" || (xml.Name == "alpha" && xml.Number() >= 90_000)) found = found with { Unseen = true };
            if (xml.Name == "srgbClr") found = found with { Colour = xml.Value };
            found = Filled(xml, found);
        }

        return found;
    }
}
