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

/// <summary>What a run, a paragraph's end or a style says of its characters (<c>w:rPr</c>).</summary>
/// <param name="Struck">Struck out by hand: what is written there no longer holds.</param>
/// <param name="Raised">Superscript: the mark of a note.</param>
/// <param name="Pale">White or without size: it may not be seen.</param>
/// <param name="Rise">How far a run in a size of its own stands above the line, in half points: LibreOffice writes a superscript so.</param>
internal readonly record struct RunProperties(string? Style, bool? Hidden, bool Deleted, bool Struck, bool Raised, bool Pale, int Rise)
{
    /// <summary>In half points: what nobody can read.</summary>
    private const int Tiny = 4;

    public static RunProperties Of(WordXml xml)
    {
        var found = default(RunProperties);
        var (rise, isSized, isWhite, isShaded) = (0, false, false, false);
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            switch (xml.Name)
            {
                case "rStyle": found = found with { Style = xml.Value }; break;
                case "vanish": found = found with { Hidden = xml.On }; break;
                case "del" or "moveFrom": found = found with { Deleted = true }; break;
                case "strike" or "dstrike": found = found with { Struck = xml.On }; break;
                case "vertAlign": found = found with { Raised = xml.Value == "superscript" }; break;
                case "position": rise = xml.Number() ?? 0; break;
                case "sz":
                    isSized = true;
                    found = found with { Pale = xml.Number() <= Tiny };
                    break;
                case "color": isWhite = "FFFFFF".Equals(xml.Value, StringComparison.OrdinalIgnoreCase); break;
                case "shd" or "highlight": isShaded = true; break;
            }
        }

        return found with { Rise = isSized ? rise : 0, Pale = found.Pale || (isWhite && !isShaded) };
    }
}
