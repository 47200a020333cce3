using System.Runtime.InteropServices;

namespace ReportIngest.Reading.Pdf;

/// <summary>Letters painted over their like to make them bold.</summary>
internal sealed class Overprints
{
    /// <summary>Two prints of a letter stand within a point; two equal digits of 4 pt stand 2 pt apart.</summary>
    private const double Near = 1;

    /// <summary>In sizes: of smaller type, as on a page that was made to fit, equal digits stand within a point.</summary>
    private const double NearInSmallType = 0.25;

    /// <summary>Letters in bands of this height are compared; a line of small type is higher.</summary>
    private const double Band = 4;

    /// <summary>The last letter with a first character in a band.</summary>
    private readonly Dictionary<long, int> _last = [];

    /// <summary>The letters that are new, each with the one before it that has the same character and band, and the one of those that an earlier operation has shown, or −1.</summary>
    private readonly List<(Glyph Glyph, int Before, int OfEarlierRun)> _seen = [];

    /// <summary>Begins anew, on the next page.</summary>
    public void Clear()
    {
        _last.Clear();
        _seen.Clear();
    }

    /// <summary>False where another operation of the file has shown the same letter at the same place; letters of one operation follow one another.</summary>
    public bool IsNew(Glyph glyph)
    {
        var band = (int)(glyph.Box.Top / Band);
        for (var near = (int)((glyph.Box.Top - Near) / Band); near <= (int)((glyph.Box.Top + Near) / Band); near++)
            if (near != band && _last.TryGetValue(Key(glyph, near), out var others) && IsCovered(others, glyph))
                return false;
        ref var last = ref CollectionsMarshal.GetValueRefOrAddDefault(_last, Key(glyph, band), out var isKnown);
        if (!isKnown)
            last = -1;
        if (IsCovered(last, glyph))
            return false;
        _seen.Add((glyph, last, last >= 0 && _seen[last].Glyph.Run == glyph.Run ? _seen[last].OfEarlierRun : last));
        last = _seen.Count - 1;
        return true;
    }

    private static long Key(Glyph glyph, int band) => ((long)glyph.Text[0] << 32) | (uint)band;

    private bool IsCovered(int others, Glyph glyph)
    {
        var apart = Math.Min(Near, NearInSmallType * glyph.Size);
        for (var i = others; i >= 0;)
        {
            var (other, before, ofEarlierRun) = _seen[i];
            // Its own operation may have shown a hundred thousand without an advance: none of them is looked at.
            i = other.Run == glyph.Run ? ofEarlierRun : before;
            if (other.Run != glyph.Run && Math.Abs(other.Box.Left - glyph.Box.Left) < apart && Math.Abs(other.Box.Top - glyph.Box.Top) < apart && other.Text == glyph.Text)
                return true;
        }
        return false;
    }
}
