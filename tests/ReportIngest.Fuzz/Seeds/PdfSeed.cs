using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace ReportIngest.Fuzz.Seeds;

/// <summary>A PDF by its objects, their streams inflated. Most inputs have objects changed and a cross-reference table that fits, so that a parser gets past it.</summary>
internal sealed partial class PdfSeed : Seed
{
    private readonly ImmutableArray<Part> _parts;
    private readonly ImmutableArray<byte[]> _contents;
    private readonly string _root;

    private PdfSeed(ImmutableArray<Part> parts, string root)
    {
        (_parts, _root) = (parts, root);
        _contents = [.. parts.SelectMany(part => part.Stream is null ? [part.Dictionary] : new[] { part.Dictionary, part.Stream })];
        Whole = Written(parts, fitting: true);
    }

    /// <summary>Of objects in their order, the first the catalogue; each a value, or a dictionary and what its stream holds.</summary>
    public static PdfSeed Of(params (string Dictionary, string? Stream)[] objects) =>
        new([.. objects.Select((one, i) => new Part(i + 1, Encoding.Latin1.GetBytes(one.Dictionary), one.Stream is null ? null : Encoding.Latin1.GetBytes(one.Stream)))], "1 0 R");

    /// <summary>Of a file with a classic cross-reference table.</summary>
    public static PdfSeed Of(byte[] file)
    {
        var text = Encoding.Latin1.GetString(file);
        return new PdfSeed([.. Objects().Matches(text).Select(Parsed)], Root().Match(text).Groups["root"].Value);
    }

    public override byte[] Whole { get; }

    public override byte[] Damaged(Dice dice)
    {
        if (dice.Below(8) == 0) return Damage.Of(Whole, [Whole], Words.Pdf, dice);
        var changed = _parts.ToArray();
        for (var changes = 1 + dice.Below(2); changes > 0; changes--)
        {
            ref var part = ref changed[dice.Below(changed.Length)];
            part = part.Stream is { } stream && dice.Below(3) > 0
                ? part with { Stream = Damage.Of(stream, _contents, Words.Pdf, dice) }
                : part with { Dictionary = Damage.Of(part.Dictionary, _contents, Words.Pdf, dice) };
        }
        if (dice.Below(16) == 0) changed[dice.Below(changed.Length)] = dice.Of(changed) with { Number = dice.Of(changed).Number };
        return Written(changed, fitting: dice.Below(8) > 0);
    }

    /// <param name="fitting">Whether the streams have the lengths that they say.</param>
    private byte[] Written(IReadOnlyList<Part> parts, bool fitting)
    {
        var file = new MemoryStream();
        var offsets = new SortedDictionary<int, long>();
        Write("%PDF-1.4\n");
        foreach (var part in parts)
        {
            offsets[part.Number] = file.Length;
            Write($"{part.Number} 0 obj\n");
            file.Write(fitting && part.Stream is { } sized ? Encoding.Latin1.GetBytes(Length().Replace(Encoding.Latin1.GetString(part.Dictionary), $"/Length {sized.Length}", 1)) : part.Dictionary);
            if (part.Stream is { } stream)
            {
                Write("\nstream\n");
                file.Write(stream);
                Write("\nendstream");
            }
            Write("\nendobj\n");
        }
        var table = file.Length;
        Write("xref\n0 1\n0000000000 65535 f \n");
        foreach (var (number, offset) in offsets) Write(string.Create(CultureInfo.InvariantCulture, $"{number} 1\n{offset:D10} 00000 n \n"));
        Write(string.Create(CultureInfo.InvariantCulture, $"trailer\n<</Root {_root}/Size {offsets.Keys.Last() + 1}>>\nstartxref\n{table}\n%%EOF"));
        return file.ToArray();

        void Write(string text) => file.Write(Encoding.Latin1.GetBytes(text));
    }

    private static Part Parsed(Match found)
    {
        var (number, dictionary) = (int.Parse(found.Groups["number"].ValueSpan, CultureInfo.InvariantCulture), found.Groups["dictionary"].Value);
        if (!found.Groups["stream"].Success) return new Part(number, Encoding.Latin1.GetBytes(dictionary), null);
        var stream = Encoding.Latin1.GetBytes(found.Groups["stream"].Value);
        if (!dictionary.Contains("/FlateDecode", StringComparison.Ordinal)) return new Part(number, Encoding.Latin1.GetBytes(dictionary), stream);
        using var inflated = new MemoryStream();
        using (var zlib = new ZLibStream(new MemoryStream(stream), CompressionMode.Decompress)) zlib.CopyTo(inflated);
        return new Part(number, Encoding.Latin1.GetBytes(Filter().Replace(dictionary, "")), inflated.ToArray());
    }

    [GeneratedRegex(@"(?<number>\d+) 0 obj\s*(?<dictionary>.*?)(?:\s*stream\r?\n(?<stream>.*?)\r?\nendstream)?\s*endobj", RegexOptions.Singleline)]
    private static partial Regex Objects();

    [GeneratedRegex(@"/Root (?<root>\d+ 0 R)")]
    private static partial Regex Root();

    [GeneratedRegex(@"/Filter\s*\[?\s*/FlateDecode\s*\]?")]
    private static partial Regex Filter();

    [GeneratedRegex(@"/Length \d+(?: 0 R)?")]
    private static partial Regex Length();

    /// <summary>An object; <paramref name="Stream"/> is null where it has none.</summary>
    private sealed record Part(int Number, byte[] Dictionary, byte[]? Stream);
}
