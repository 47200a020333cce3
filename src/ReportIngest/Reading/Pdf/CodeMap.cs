using System.Diagnostics.CodeAnalysis;
using System.Text;

namespace ReportIngest.Reading.Pdf;

/// <summary>Which character each code of a font is, as the font's map of codes says (ToUnicode).</summary>
internal sealed class CodeMap
{
    private readonly Dictionary<int, string> _texts = [];

    private CodeMap()
    {
    }

    /// <summary>The map, or null where it holds anything that producers do not write: PdfPig reads that, and its ways of mending it are its own.</summary>
    public static CodeMap? Of(ReadOnlySpan<byte> bytes)
    {
        var map = new CodeMap();
        var scanner = new CodeMapScanner(bytes);
        return map.TryRead(ref scanner) ? map : null;
    }

    public bool TryGet(int code, [NotNullWhen(true)] out string? text) => _texts.TryGetValue(code, out text);

    private bool TryRead(ref CodeMapScanner scanner)
    {
        var count = 0;
        while (true)
        {
            switch (scanner.Next(out var word))
            {
                case CodeMapPart.End:
                    return true;
                case CodeMapPart.Count:
                    count = scanner.Number;
                    break;
                case CodeMapPart.Other when !word.StartsWith("begin"u8) || word.SequenceEqual("begin"u8) || word.SequenceEqual("begincmap"u8):
                    count = 0;
                    break;
                case CodeMapPart.Other when TryReadSection(ref scanner, word, count):
                    count = 0;
                    break;
                default:
                    return false;
            }
        }
    }

    /// <summary>What stands between <c>2 beginbfchar</c> and <c>endbfchar</c>, and so on, if it is as many as it says.</summary>
    private bool TryReadSection(ref CodeMapScanner scanner, ReadOnlySpan<byte> begin, int count)
    {
        var isOfSpaces = begin.SequenceEqual("begincodespacerange"u8);
        var isOfRanges = begin.SequenceEqual("beginbfrange"u8);
        if (count == 0 || (!isOfSpaces && !isOfRanges && !begin.SequenceEqual("beginbfchar"u8))) return false;
        if (!isOfSpaces) _texts.EnsureCapacity(Math.Min(_texts.Count + count, MostExpected));
        for (; count > 0; count--)
        {
            if (!scanner.TryCode(out var first)) return false;
            var last = first;
            if ((isOfSpaces || isOfRanges) && (!scanner.TryCode(out last) || last.Bytes != first.Bytes)) return false;
            if (!isOfSpaces && !TryAdd(ref scanner, first, last.Value)) return false;
        }
        return scanner.IsAt(isOfSpaces ? "endcodespacerange"u8 : isOfRanges ? "endbfrange"u8 : "endbfchar"u8);
    }

    /// <summary>Room is made beforehand for as many as a section says that it has, up to the codes that there are.</summary>
    private const int MostExpected = 65_536;

    private bool TryAdd(ref CodeMapScanner scanner, MappedCode first, int last)
    {
        if (scanner.IsList())
        {
            for (var code = first; code.Value <= last; code = code with { Value = code.Value + 1 })
            {
                if (!scanner.TryText(out var item)) return false;
                Add(code, Text(item));
            }
            return first.Value <= last && scanner.IsListEnd();
        }
        if (!scanner.TryText(out var shown)) return false;
        // The last byte counts on, and the one before it after 255.
        for (var code = first; code.Value == first.Value || code.Value <= last; code = code with { Value = code.Value + 1 })
        {
            Add(code, Text(shown));
            Increment(shown);
        }
        return true;
    }

    /// <summary>Of two entries for a code the last counts, but the first where the code begins with a zero: so PdfPig has it.</summary>
    private void Add(MappedCode code, string text)
    {
        if (code.Bytes > 1 && code.Value >> (8 * (code.Bytes - 1)) == 0) _texts.TryAdd(code.Value, text);
        else _texts[code.Value] = text;
    }

    private static void Increment(Span<byte> text)
    {
        var at = text.Length - 1;
        for (; at > 0 && text[at] == byte.MaxValue; at--) text[at] = 0;
        text[at]++;
    }

    private static string Text(ReadOnlySpan<byte> bytes) => bytes.Length == 1 ? ((char)bytes[0]).ToString() : Encoding.BigEndianUnicode.GetString(bytes);
}
