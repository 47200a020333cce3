using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>What a stream's dictionary says of its sizes. PdfPig makes room for that before it looks whether so much is there.</summary>
internal static class DeclaredSizes
{
    /// <summary>Objects of a file: the format's own limit.</summary>
    private const double MostObjects = 8_388_607;

    /// <summary>Bytes of an entry of the cross-references. Producers need eight at most, twenty were the longest of the old kind.</summary>
    private const double LongestEntry = 64;

    private static readonly Pig.Tokens.NameToken
        Predictor = Name("Predictor"), Columns = Name("Columns"), Colors = Name("Colors"), Bits = Name("BitsPerComponent"), Rows = Name("Rows"), Height = Name("Height"), ShortHeight = Name("H"),
        Type = Name("Type"), CrossReferences = Name("XRef"), Size = Name("Size"), Index = Name("Index"), Widths = Name("W");

    /// <summary>Bytes of the rows in which a stream is unpacked.</summary>
    public static double OfRows(Pig.Filters.IFilter filter, Pig.Tokens.DictionaryToken stream, int filterIndex)
    {
        if (filter is not (Pig.Filters.FlateFilter or Pig.Filters.LzwFilter or Pig.Filters.CcittFaxDecodeFilter)) return 0;
        var parameters = Pig.Filters.DecodeParameterResolver.GetFilterParameters(stream, filterIndex);
        if (filter is Pig.Filters.CcittFaxDecodeFilter)
        {
            const int bytesOfColumn = 8; // two lists of the places where a row changes
            var columns = Number(parameters, Columns, 1728);
            return (columns * bytesOfColumn) + (columns / 8 * Math.Max(Number(parameters, Rows, 0), Math.Max(Number(stream, Height, 0), Number(stream, ShortHeight, 0))));
        }
        return Number(parameters, Predictor, 1) > 1 ? 2 * Number(parameters, Columns, 1) * Number(parameters, Colors, 1) * Number(parameters, Bits, 8) / 8 : 0;
    }

    /// <summary>Whether this is a stream of cross-references for more objects than a file may have, or with entries longer than any.</summary>
    public static bool AreEndless(Pig.Tokens.DictionaryToken stream)
    {
        if (!stream.TryGet<Pig.Tokens.NameToken>(Type, out var type) || type != CrossReferences) return false;
        var objects = stream.TryGet<Pig.Tokens.ArrayToken>(Index, out var ranges) ? Numbers(ranges).Where((_, i) => i % 2 == 1).Sum() : Number(stream, Size, 0);
        return objects > MostObjects || (stream.TryGet<Pig.Tokens.ArrayToken>(Widths, out var widths) && Numbers(widths).Sum(Math.Abs) > LongestEntry);
    }

    private static double Number(Pig.Tokens.DictionaryToken dictionary, Pig.Tokens.NameToken key, double otherwise) =>
        dictionary.TryGet<Pig.Tokens.NumericToken>(key, out var number) ? number.Int : otherwise;

    private static IEnumerable<double> Numbers(Pig.Tokens.ArrayToken array) => array.Data.Select(item => item is Pig.Tokens.NumericToken number ? (double)number.Int : 0);

    private static Pig.Tokens.NameToken Name(string name) => Pig.Tokens.NameToken.Create(name);
}
