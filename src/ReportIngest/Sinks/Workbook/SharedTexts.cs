using System.IO.Hashing;
using System.Runtime.InteropServices;
using System.Text;
using DocumentFormat.OpenXml;
using Xlsx = DocumentFormat.OpenXml.Spreadsheet;

namespace ReportIngest.Sinks.Workbook;

/// <summary>
/// Texts that come again in a workbook and stand in it once: the rows of a report have its id, unit and edition in common. A text is shared from its second coming on;
/// most of the others, such as the places of cells, come once.
/// </summary>
/// <remarks>Memory: some 20 MB at most, however many rows there are.</remarks>
internal sealed class SharedTexts
{
    /// <summary>Ids have 64 letters; sentences and sections hardly ever come twice.</summary>
    private const int Longest = 100;

    private const int Most = 1 << 17;

    private const int Bits = 16;

    /// <summary>The last text of each hash that has come once.</summary>
    private readonly string?[] _once = new string?[1 << Bits];

    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _texts = [];
    private long _uses;

    /// <summary>The number of a text among those that are shared; null where it stands in its cell.</summary>
    public int? NumberOf(string text)
    {
        if (text.Length > Longest) return null;
        if (!_numbers.TryGetValue(text, out var number))
        {
            // Not string.GetHashCode, which differs from run to run.
            ref var last = ref _once[XxHash3.HashToUInt64(MemoryMarshal.AsBytes(text.AsSpan())) >> (64 - Bits)];
            if (last != text || _texts.Count == Most)
            {
                last = text;
                return null;
            }
            number = _numbers[text] = _texts.Count;
            _texts.Add(text);
        }
        _uses++;
        return number;
    }

    public void Write(Stream part)
    {
        using var xml = OpenXmlWriter.Create(part, Encoding.UTF8);
        xml.WriteStartDocument();
        xml.WriteStartElement(new Xlsx.SharedStringTable { Count = (uint)_uses, UniqueCount = (uint)_texts.Count });
        foreach (var text in _texts) xml.WriteElement(new Xlsx.SharedStringItem(TextOf(text)));
        xml.WriteEndElement();
    }

    /// <summary>A text as an element; without being told to keep them a program may drop blanks at its ends and turn a line's end into one.</summary>
    public static Xlsx.Text TextOf(string text)
    {
        var element = new Xlsx.Text(text);
        if (text.Length > 0 && (char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[^1]) || text.AsSpan().ContainsAny('\n', '\t', '\r') || text.Contains("  ", StringComparison.Ordinal))) element.Space = SpaceProcessingModeValues.Preserve;
        return element;
    }
}
