using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// Colours whose functions or spaces lead back to themselves, or branch without end. PdfPig makes all of them when it loads the resources that name them, and follows them until the
/// stack is full, which ends the process; seen beforehand they cost their file and nothing else.
/// </summary>
internal sealed class ColourCircles(Pig.Tokenization.Scanner.IPdfTokenScanner scanner)
{
    /// <summary>Parts that one colour is made of, each as often as it is come to. A gradient of a drawing program has some hundred.</summary>
    private const double Most = 100_000;

    /// <summary>Of resources, where colours are named.</summary>
    private static readonly Pig.Tokens.NameToken[] Named = Names("ColorSpace", "Pattern", "Shading", "ExtGState");

    /// <summary>Of a colour, what leads to its parts. Its resources do not: they may be those of the page, which name it again.</summary>
    private static readonly Pig.Tokens.NameToken[] Leading = Names("ColorSpace", "CS", "Alternate", "Function", "Functions", "Shading", "SMask", "G", "Group", "TR", "TR2", "ExtGState");

    /// <summary>How many parts there are behind a reference; endless while that is being found out.</summary>
    private readonly Dictionary<Pig.Core.IndirectReference, double> _parts = [];

    /// <exception cref="UnreadableException">A colour that these resources name has no end.</exception>
    public void Refuse(Pig.Tokens.DictionaryToken resources)
    {
        foreach (var kind in Named)
        {
            if (resources.TryGet(kind, out var entry) && Resolved(entry) is Pig.Tokens.DictionaryToken colours)
            {
                foreach (var colour in colours.Data.Values) RefuseColour(colour);
            }
        }
    }

    /// <exception cref="UnreadableException">The colour has no end.</exception>
    public void RefuseColour(Pig.Tokens.IToken colour)
    {
        if (Parts(colour, 0) > Most) throw UnreadableException.Endless();
    }

    private double Parts(Pig.Tokens.IToken? token, int level)
    {
        if (level > Circles.Deepest) return double.PositiveInfinity;
        switch (token)
        {
            case Pig.Tokens.IndirectReferenceToken reference:
                if (_parts.TryGetValue(reference.Data, out var known)) return known;
                _parts[reference.Data] = double.PositiveInfinity;
                return _parts[reference.Data] = Parts(Resolved(reference), level + 1);
            case Pig.Tokens.ArrayToken array:
                return 1 + array.Data.Sum(part => Parts(part, level + 1));
            case Pig.Tokens.StreamToken stream:
                return Parts(stream.StreamDictionary, level + 1);
            case Pig.Tokens.DictionaryToken dictionary:
                return 1 + Leading.Sum(key => dictionary.TryGet(key, out var part) ? Parts(part, level + 1) : 0);
            default:
                return 0;
        }
    }

    /// <summary>Null for what is damaged: PdfPig says what it makes of it.</summary>
    private Pig.Tokens.IToken? Resolved(Pig.Tokens.IToken token)
    {
        if (token is not Pig.Tokens.IndirectReferenceToken reference) return token;
        try
        {
            return scanner.Get(reference.Data)?.Data;
        }
        catch (Exception damaged) when (damaged is not OutOfMemoryException)
        {
            return null;
        }
    }

    private static Pig.Tokens.NameToken[] Names(params string[] names) => [.. names.Select(Pig.Tokens.NameToken.Create)];
}
