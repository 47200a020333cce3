using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// Colours whose functions or spaces lead back to themselves, or branch without end. PdfPig makes all of them when it loads the resources that name them, and follows them until the
/// stack is full, which ends the process; seen beforehand they cost their file and nothing else.
/// </summary>
internal sealed class ColourCircles(Pig.Tokenization.Scanner.IPdfTokenScanner scanner, Pig.Filters.ILookupFilterProvider filters)
{
    /// <summary>Parts that one colour is made of, each as often as it is come to. A gradient of a drawing program has some hundred.</summary>
    private const double Most = 100_000;

    /// <summary>Of resources, where colours are named.</summary>
    private static readonly Pig.Tokens.NameToken[] Named = Names("ColorSpace", "Pattern", "Shading", "ExtGState");

    /// <summary>Of a colour, what leads to its parts. Its resources do not: they may be those of the page, which name it again.</summary>
    private static readonly Pig.Tokens.NameToken[] Leading = Names("ColorSpace", "CS", "Alternate", "Function", "Functions", "Shading", "SMask", "G", "Group", "TR", "TR2", "ExtGState");

    /// <summary>Colours whose third part stands in for them.</summary>
    private static readonly Pig.Tokens.NameToken[] WithAlternate = Names("Separation", "DeviceN");

    private static readonly Pig.Tokens.NameToken[] Device = Names("DeviceGray", "DeviceRGB", "DeviceCMYK");

    private static readonly Pig.Tokens.NameToken Alternate = Pig.Tokens.NameToken.Create("Alternate");

    private static readonly Made Endless = new(double.PositiveInfinity, ByName: false);

    /// <summary>What there is behind a reference; endless while that is being found out.</summary>
    private readonly Dictionary<Pig.Core.IndirectReference, Made> _made = [];

    /// <summary>Names under which colours stand in for others, which the format does not allow but PdfPig looks up, and names of colours for which one does. A circle of names has one that is both, and a sound document none.</summary>
    private readonly HashSet<string> _standIns = new(StringComparer.Ordinal), _replaced = new(StringComparer.Ordinal);

    /// <exception cref="UnreadableException">A colour that these resources name has no end.</exception>
    public void Refuse(Pig.Tokens.DictionaryToken resources)
    {
        foreach (var kind in Named)
        {
            if (resources.TryGet(kind, out var entry) && Resolved(entry) is Pig.Tokens.DictionaryToken colours)
            {
                foreach (var (name, colour) in colours.Data)
                {
                    if (RefuseColour(colour).ByName) _replaced.Add(name);
                }
            }
        }
        if (_replaced.Overlaps(_standIns)) throw UnreadableException.Endless();
    }

    /// <exception cref="UnreadableException">The colour has no end.</exception>
    public Made RefuseColour(Pig.Tokens.IToken colour) => Parts(colour, 0) is { Parts: <= Most } made ? made : throw UnreadableException.Endless();

    private Made Parts(Pig.Tokens.IToken? token, int level)
    {
        if (level > Circles.Deepest) return Endless;
        switch (token)
        {
            case Pig.Tokens.IndirectReferenceToken reference:
                if (_made.TryGetValue(reference.Data, out var known)) return known;
                _made[reference.Data] = Endless;
                return _made[reference.Data] = Parts(Resolved(reference), level + 1);
            case Pig.Tokens.ArrayToken array:
                return Together(array.Data, level, array.Data is [Pig.Tokens.NameToken kind, _, var alternate, ..] && WithAlternate.Contains(kind) && StandsIn(alternate));
            case Pig.Tokens.StreamToken function when ColourFunctions.IsEndless(function, scanner, filters):
                return Endless;
            case Pig.Tokens.StreamToken stream:
                return Parts(stream.StreamDictionary, level + 1);
            case Pig.Tokens.DictionaryToken dictionary:
                return Together(Leading.Select(key => dictionary.TryGet(key, out var part) ? part : null), level, dictionary.TryGet(Alternate, out var other) && StandsIn(other));
            default:
                return default;
        }
    }

    private Made Together(IEnumerable<Pig.Tokens.IToken?> tokens, int level, bool byName)
    {
        var all = new Made(1, byName);
        foreach (var token in tokens)
        {
            var part = Parts(token, level + 1);
            all = new Made(all.Parts + part.Parts, all.ByName || part.ByName);
        }
        return all;
    }

    private bool StandsIn(Pig.Tokens.IToken alternate)
    {
        if (Resolved(alternate) is not Pig.Tokens.NameToken name || Device.Contains(name)) return false;
        _standIns.Add(name.Data);
        return true;
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

    /// <param name="Parts">How many there are.</param>
    /// <param name="ByName">A colour among them has one that stands in for it under a name of the resources.</param>
    internal readonly record struct Made(double Parts, bool ByName);
}
