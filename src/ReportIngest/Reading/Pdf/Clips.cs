using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>Letters outside of what they are clipped to are in the file and not on the page. What lies around the innermost clip is not asked: nothing outside of that one is seen.</summary>
internal sealed class Clips(double width, double height)
{
    private Pig.Graphics.PdfPath? _last;
    private Box? _seen;

    /// <summary>Whether nothing of the inner half of a letter is seen. A clip that is no box hides none.</summary>
    public bool Hide(Pig.Graphics.PdfPath? clip, Box letter)
    {
        if (clip is null) return false;
        if (!ReferenceEquals(clip, _last)) (_last, _seen) = (clip, clip is [var edge] && Covers.Extent(edge, height) is { } box && !IsPage(box) ? box : null);
        var (x, y) = (letter.Width / 4, letter.Height / 4);
        return _seen is { } seen && (letter.Right - x <= seen.Left || letter.Left + x >= seen.Right || letter.Bottom - y <= seen.Top || letter.Top + y >= seen.Bottom);
    }

    /// <summary>What stands beyond the page's own edge is kept: a table may run over it.</summary>
    private bool IsPage(Box clip) => clip.Left <= 1 && clip.Top <= 1 && clip.Right >= width - 1 && clip.Bottom >= height - 1;
}
