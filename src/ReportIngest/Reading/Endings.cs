using ReportIngest.Documents;

namespace ReportIngest.Reading;

/// <summary>Tells a file that is whole from one whose download or copy broke off.</summary>
internal static class Endings
{
    /// <summary>Of a web page or a fragment of one. A page closes itself at its end; a fragment, the tables it opened.</summary>
    public static Ending OfPage(string text)
    {
        if (EndsInCharacter(text)) return Ending.Cut;
        if (Last("</html") >= 0 || Last("</body") >= 0) return Ending.Whole;
        return Last("<html") >= 0 || Last("<body") >= 0 || Last("<table") > Last("</table") ? Ending.Cut : Ending.Whole;

        int Last(string tag) => text.LastIndexOf(tag, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Of text and Markdown.</summary>
    public static Ending OfText(string text) => EndsInCharacter(text) ? Ending.Cut : text is [.., '\n' or '\r'] ? Ending.Whole : Ending.Open;

    /// <summary>The bytes end within a character.</summary>
    private static bool EndsInCharacter(string text) => text is [.., '\uFFFD'];
}
