using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// The widths of a font's glyphs, <c>/W[first [w w …] first last w …]</c>, and of a vertical one's <c>/W2</c>. PdfPig makes an entry of each glyph of a range, so that a range to the
/// largest number takes all the memory there is. The lists are looked up as PdfPig looks them up: they may stand behind a reference, packed, or under a name in other letters.
/// </summary>
internal sealed class GlyphWidths(Pig.Tokenization.Scanner.IPdfTokenScanner scanner)
{
    private static readonly (Pig.Tokens.NameToken Key, int Values)[] Lists = [(Pig.Tokens.NameToken.Create("W"), 1), (Pig.Tokens.NameToken.Create("W2"), 3)];

    private readonly HashSet<Pig.Core.IndirectReference> _seen = [];

    /// <summary>Of all fonts until now.</summary>
    private double _glyphs;

    /// <exception cref="UnreadableException">With this font the document has more glyphs in ranges than codes are allowed it.</exception>
    public void Refuse(Pig.Tokens.IToken font)
    {
        if (font is Pig.Tokens.IndirectReferenceToken reference && !_seen.Add(reference.Data)) return;
        if (Resolved<Pig.Tokens.DictionaryToken>(font) is not { } dictionary || !dictionary.TryGet(Pig.Tokens.NameToken.DescendantFonts, out var entry)) return;
        var first = Resolved<Pig.Tokens.ArrayToken>(entry) is { Length: > 0 } descendants ? descendants[0] : entry;
        if (Resolved<Pig.Tokens.DictionaryToken>(first) is not { } descendant) return;
        foreach (var (key, values) in Lists)
        {
            if (descendant.TryGet(key, out var list) && Resolved<Pig.Tokens.ArrayToken>(list) is { } widths) _glyphs += InRanges(widths, values);
        }
        if (_glyphs > CodeRanges.Most) throw UnreadableException.Endless();
    }

    /// <param name="values">How many numbers stand behind a range.</param>
    private double InRanges(Pig.Tokens.ArrayToken list, int values)
    {
        var glyphs = 0.0;
        for (var i = 0; i + 1 < list.Length;)
        {
            if (Resolved<Pig.Tokens.ArrayToken>(list[i + 1]) is not null)
            {
                i += 2;
                continue;
            }
            if (Resolved<Pig.Tokens.NumericToken>(list[i]) is { } first && Resolved<Pig.Tokens.NumericToken>(list[i + 1]) is { } last)
                glyphs += last.Int == int.MaxValue ? double.PositiveInfinity : Math.Max(0, (double)last.Int - first.Int + 1); // none comes after the largest: it would be counted round and round
            i += 2 + values;
        }
        return glyphs;
    }

    /// <summary>Null for what is damaged: PdfPig says what it makes of it.</summary>
    private T? Resolved<T>(Pig.Tokens.IToken token)
        where T : class, Pig.Tokens.IToken
    {
        try
        {
            return Pig.Parser.Parts.DirectObjectFinder.TryGet<T>(token, scanner, out var found) ? found : null;
        }
        catch (Exception damaged) when (damaged is not OutOfMemoryException)
        {
            return null;
        }
    }
}
