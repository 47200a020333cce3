namespace ReportIngest.Reading.Pdf;

/// <summary>Letters painted over their like to make them bold.</summary>
internal sealed class Overprints
{
    /// <summary>Two prints of a letter stand within a point; two equal digits of 4 pt stand 2 pt apart.</summary>
    private const double Near = 1;

    /// <summary>Letters in bands of this height are compared; a line of small type is higher.</summary>
    private const double Band = 4;

    /// <summary>By the first character and the band.</summary>
    private readonly Dictionary<long, List<Glyph>> _seen = [];

    /// <summary>False where another operation of the file has shown the same letter at the same place; letters of one operation follow one another.</summary>
    public bool IsNew(Glyph glyph)
    {
        var band = (int)(glyph.Box.Top / Band);
        for (var near = (int)((glyph.Box.Top - Near) / Band); near <= (int)((glyph.Box.Top + Near) / Band); near++)
            if (_seen.TryGetValue(Key(glyph, near), out var others) && Covers(others, glyph))
                return false;
        if (!_seen.TryGetValue(Key(glyph, band), out var same))
            _seen[Key(glyph, band)] = same = [];
        same.Add(glyph);
        return true;
    }

    private static long Key(Glyph glyph, int band) => ((long)glyph.Text[0] << 32) | (uint)band;

    private static bool Covers(List<Glyph> others, Glyph glyph)
    {
        foreach (var other in others)
            if (other.Run != glyph.Run && Math.Abs(other.Box.Left - glyph.Box.Left) < Near && Math.Abs(other.Box.Top - glyph.Box.Top) < Near && other.Text == glyph.Text)
                return true;
        return false;
    }
}
