namespace ReportIngest.Corpus;

/// <summary>Tells two documents of one report (a web page and its PDF) from two reports of one unit and year.</summary>
internal static class Versions
{
    /// <summary>Another format loses a heading or a page number, not a tenth of the text; two reports of one unit share set phrases, far from nine tenths.</summary>
    private const double OneText = 0.9;

    /// <summary>Null where there is too little text to tell, one is a scan, or the texts differ but the numbers do not.</summary>
    public static bool? AreOne(Dossier left, Dossier right)
    {
        var (mine, theirs) = (left.Text, right.Text);
        if (mine.IsShort || theirs.IsShort) return null;
        if (TextShingles.Overlap(mine, theirs) >= OneText) return true;
        if (left.Doubts.IsRecognised || right.Doubts.IsRecognised) return null; // a recognition program may have misread more than a tenth
        return CellDifferences.Of(left, right) is { Different.IsEmpty: true, Compared: > 0 } same && same.NonZero ? null : false;
    }
}
