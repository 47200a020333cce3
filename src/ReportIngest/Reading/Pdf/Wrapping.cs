using System.Collections.Immutable;
using System.Text;

namespace ReportIngest.Reading.Pdf;

/// <summary>Undoes line breaks: the lines of a cell or paragraph become the text that was wrapped.</summary>
internal static class Wrapping
{
    /// <summary>Word's default margin of a cell on either side (0.19 cm); browsers and LibreOffice have less.</summary>
    private const double Padding = 5.4;

    /// <summary>
    /// Joins lines by what they are: Chinese without a blank, Latin words with one, a number that did not fit in <paramref name="width"/>
    /// without one. Numbers that would have fitted on one line were put on two by the writer, and stay apart by <c>\n</c>.
    /// </summary>
    public static string Join(ImmutableArray<Line> lines, double width)
    {
        if (lines.Length <= 1)
            return lines.IsEmpty ? "" : lines[0].Text;
        var text = new StringBuilder();
        for (var i = 0; i < lines.Length; i++)
        {
            if (i > 0)
                text.Append(Between(lines[i - 1], lines[i], width));
            text.Append(lines[i].Text);
        }
        return text.ToString();
    }

    private static string Between(Line before, Line after, double width)
    {
        var (last, first) = (before.Text[^1], after.Text[0]);
        if (IsOfNumber(last) && IsOfNumber(first))
            return Wraps(before, after, width) ? "" : "\n";
        return IsChinese(last) || IsChinese(first) || last == '-' ? "" : " ";
    }

    /// <summary>True when the first letters of <paramref name="after"/> that must stay together would not have fitted at the end of <paramref name="before"/>.</summary>
    public static bool Wraps(Line before, Line after, double width)
    {
        var together = 1;
        while (together < after.Text.Length && char.IsAsciiLetter(after.Text[together - 1]) && char.IsAsciiLetter(after.Text[together]))
            together++;
        return width - before.Length < together * after.Length / after.Text.Length + 2 * Padding;
    }

    public static bool IsOfNumber(char c) => char.IsAsciiDigit(c) || c is '.' or ',';

    /// <summary>Letters and marks that are set without blanks between them: everything of full width.</summary>
    public static bool IsChinese(char c) => c is >= '\u2e80' and <= '\ud7ff' or >= '\uf900' and <= '\ufaff' or >= '\ufe10' and <= '\uffef'
        or '“' or '”' or '‘' or '’' or '…' or '—' || char.IsSurrogate(c);
}
