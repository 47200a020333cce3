using System.Text;

namespace ReportIngest.Reports;

/// <summary>Patterns that pass over blanks begin at each of them, so that a run of n costs n² steps: a megabyte of blanks was minutes. No line is wider than some hundred.</summary>
internal static class LongBlanks
{
    private const int Longest = 200;

    /// <summary>The text with no run of blanks longer than that; itself where it has none, as nearly all have.</summary>
    public static string Shortened(string text)
    {
        // A longer run has a blank at one of these places.
        for (var i = Longest; i < text.Length; i += Longest)
        {
            if (CompactText.IsBlank(text[i]) && CompactText.IsBlank(text[i - 1])) return Cut(text);
        }

        return text;
    }

    private static string Cut(string text)
    {
        var cut = new StringBuilder(text.Length);
        var run = 0;
        foreach (var character in text)
        {
            run = CompactText.IsBlank(character) ? run + 1 : 0;
            if (run <= Longest) cut.Append(character);
        }

        return cut.ToString();
    }
}
