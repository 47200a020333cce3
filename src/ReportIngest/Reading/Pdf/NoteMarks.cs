using System.Collections.Immutable;

namespace ReportIngest.Reading.Pdf;

/// <summary>A small digit set high behind a number or a word is the mark of a note, and none of its digits. Of digits that stand close in two sizes otherwise nobody knows whether they are one number.</summary>
internal static class NoteMarks
{
    /// <summary>Chromium sets a superscript in 0.83 of the size, Word and LibreOffice in 0.58 to 0.67.</summary>
    private const double Small = 0.9;

    /// <summary>All three lift it by a third of the size; numbers on one line differ by less than a tenth.</summary>
    private const double Lift = 0.2;

    /// <summary>Chromium sets a digit below the line, or a small one on it, in 0.83 of the size; fonts that a printer changes within a number differ by less.</summary>
    private const double Other = 0.87;

    /// <summary>Letters on one line, also one below it, differ by a third of the size; lines by more than half.</summary>
    private const double SameLine = 0.5;

    /// <summary>A mark touches what it belongs to.</summary>
    private const double Near = 0.25;

    /// <summary>The letters with such digits as superscripts; the brackets of a mark are left out.</summary>
    public static ImmutableArray<Glyph> Raised(ImmutableArray<Glyph> glyphs)
    {
        ImmutableArray<Glyph>.Builder? raised = null;
        var (text, last) = (-1, -1);
        for (var i = 0; i < glyphs.Length; i++)
        {
            var isMark = IsOfMark(glyphs[i]) && text >= 0 && IsRaised(glyphs[text], glyphs[i]) && IsBehind(glyphs[last], glyphs[i], glyphs[text].Size);
            if (isMark)
            {
                raised ??= Before(glyphs, i);
                if (char.IsAsciiDigit(glyphs[i].Text[0])) raised.Add(glyphs[i] with { Text = Superscripts.Of(glyphs[i].Text) });
            }
            else
            {
                if (text >= 0 && text == last && IsOfOtherSize(glyphs[text], glyphs[i])) (raised ??= Before(glyphs, i)).Add(glyphs[i] with { Text = Glyph.Unknown });
                else raised?.Add(glyphs[i]);
                if (!glyphs[i].IsBlank) text = i;
            }

            if (!glyphs[i].IsBlank) last = i;
        }

        return raised?.ToImmutable() ?? glyphs;
    }

    private static ImmutableArray<Glyph>.Builder Before(ImmutableArray<Glyph> glyphs, int end)
    {
        var before = ImmutableArray.CreateBuilder<Glyph>(glyphs.Length);
        before.AddRange(glyphs.AsSpan(0, end));
        return before;
    }

    private static bool IsOfMark(in Glyph glyph) => glyph.Turn == 0 && glyph.Text.Length == 1 && (char.IsAsciiDigit(glyph.Text[0]) || glyph.Text[0] is '[' or ']');

    /// <summary>Of two lines that stand close the lower edge of the upper is above the upper edge of the letters of the lower: a mark reaches below it.</summary>
    private static bool IsRaised(in Glyph text, in Glyph mark) =>
        text.Turn == 0 && mark.Size < Small * text.Size && text.Box.Bottom - mark.Box.Bottom is var lift && lift > Lift * text.Size && lift < 0.8 * text.Size;

    private static bool IsOfOtherSize(in Glyph before, in Glyph digit) =>
        IsDigit(before) && IsDigit(digit) && Math.Max(before.Size, digit.Size) is var size && Math.Min(before.Size, digit.Size) < Other * size
        && Math.Abs(before.Box.Bottom - digit.Box.Bottom) < SameLine * size && IsBehind(before, digit, size);

    private static bool IsDigit(in Glyph glyph) => glyph.Turn == 0 && glyph.Text is [>= '0' and <= '9'];

    private static bool IsBehind(in Glyph before, in Glyph mark, double size) => Math.Abs(mark.Box.Left - before.Box.Right) < Near * size;
}
