using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>
/// Functions of a colour that are tables (<c>/FunctionType 0</c>) or little programs (<c>/FunctionType 4</c>). PdfPig makes room for as many samples as a table says that it has, and runs
/// any program: one whose blocks stand where none may, calls itself until the stack is full.
/// </summary>
internal static partial class ColourFunctions
{
    /// <summary>Samples of a table. A table of four colours has 17 × 17 × 17 × 17.</summary>
    private const double MostSamples = 1 << 22;

    /// <summary>Values that a program may copy at once, and blocks within blocks: the format's own limit of its stack, and more than any producer writes.</summary>
    private const int MostCopied = 100, DeepestBlock = 32;

    private static readonly Pig.Tokens.NameToken FunctionType = Pig.Tokens.NameToken.Create("FunctionType"), Size = Pig.Tokens.NameToken.Create("Size");

    public static bool IsEndless(Pig.Tokens.StreamToken function, Pig.Tokenization.Scanner.IPdfTokenScanner scanner, Pig.Filters.ILookupFilterProvider filters)
    {
        if (!function.StreamDictionary.TryGet(FunctionType, out var type) || type is not Pig.Tokens.NumericToken { Int: 0 or 4 } kind) return false;
        if (kind.Int == 4) return !IsProgram(Encoding.Latin1.GetString(Pig.PdfExtensions.Decode(function, filters, scanner).Span));
        return Pig.PdfExtensions.TryGet<Pig.Tokens.ArrayToken>(function.StreamDictionary, Size, scanner, out var sizes)
            && sizes.Data.OfType<Pig.Tokens.NumericToken>().Aggregate(1.0, (samples, size) => samples * Math.Max(1, size.Double)) > MostSamples;
    }

    /// <summary>Whether each block but the outermost is one of <c>if</c> or of the two of <c>ifelse</c>, so that none is left to be run, and each <c>copy</c> has its number before it.</summary>
    private static bool IsProgram(string text)
    {
        var (outer, blocks, before) = (new Stack<int>(), 0, "");
        foreach (var word in Words().EnumerateMatches(text))
        {
            var token = text.AsSpan(word.Index, word.Length);
            if (token[0] == '%') continue;
            var expected = token switch { "if" => 1, "ifelse" => 2, _ => 0 };
            if (token is "{")
            {
                if (blocks > (outer.Count == 0 ? 0 : 1) || outer.Count == DeepestBlock) return false;
                outer.Push(blocks);
                blocks = 0;
            }
            else if (blocks != expected || (token is "copy" && !(int.TryParse(before, CultureInfo.InvariantCulture, out var copied) && copied <= MostCopied)))
            {
                return false;
            }
            else
            {
                blocks = token is "}" && outer.TryPop(out var inOuter) ? inOuter + 1 : 0;
            }
            before = token.ToString();
        }
        return true;
    }

    [GeneratedRegex(@"%[^\r\n]*|[{}]|[^\0\t\n\f\r {}%]+", RegexOptions.CultureInvariant)]
    private static partial Regex Words();
}
