using System.Buffers;
using System.Text;

namespace ReportIngest.Reading.Pdf;

/// <summary>What was found in a map of codes between its sections; unusual is what is not read here.</summary>
internal enum CodeMapPart { End, Count, Other, Unusual }

/// <summary>A code and of how many bytes it is.</summary>
internal readonly record struct MappedCode(int Value, int Bytes);

/// <summary>Goes through a map of codes part by part.</summary>
internal ref struct CodeMapScanner(ReadOnlySpan<byte> map)
{
    private static readonly SearchValues<byte> EndsOfName = SearchValues.Create(" \r\n\t/<>[]()"u8), UnusualInName = SearchValues.Create("#%{}\0\f"u8);

    private readonly ReadOnlySpan<byte> _map = map;
    private readonly byte[] _text = new byte[LongestText];
    private int _at;
    private bool _isValue;

    /// <summary>Bytes of what one code is: a ligature has three characters.</summary>
    private const int LongestText = 32;

    /// <summary>The last number.</summary>
    public int Number { get; private set; }

    /// <summary>The next part outside of the sections. A name takes what follows it, so that a number behind one is no count.</summary>
    public CodeMapPart Next(out ReadOnlySpan<byte> word)
    {
        word = default;
        if (!SkipBlanks()) return CodeMapPart.End;
        var isValue = _isValue;
        _isValue = false;
        switch (_map[_at])
        {
            case (byte)'/':
                _isValue = true;
                return Is(TryName(out _));
            case >= (byte)'0' and <= (byte)'9':
                return !TryNumber() ? CodeMapPart.Unusual : isValue ? CodeMapPart.Other : CodeMapPart.Count;
            case (byte)'(':
                return Is(TryLiteral());
            case (byte)'<':
                return Is(TryDictionary());
            case (>= (byte)'a' and <= (byte)'z') or (>= (byte)'A' and <= (byte)'Z'):
                // what begins a section would be taken for the value of a name
                return Is(TryWord(out word) && !word.SequenceEqual("usecmap"u8) && !word.SequenceEqual("BI"u8) && !(isValue && word.StartsWith("begin"u8)));
            default:
                return CodeMapPart.Unusual;
        }
    }

    private static CodeMapPart Is(bool known) => known ? CodeMapPart.Other : CodeMapPart.Unusual;

    private bool SkipBlanks()
    {
        while (_at < _map.Length && IsBlank(_map[_at])) _at++;
        return _at < _map.Length;
    }

    private static bool IsBlank(byte one) => one is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t';

    /// <summary>A name of one of the maps that PdfPig knows by name is unusual: it then takes the code for the character.</summary>
    private bool TryName(out ReadOnlySpan<byte> name)
    {
        var rest = _map[(_at + 1)..];
        var length = rest.IndexOfAny(EndsOfName);
        name = rest[..Math.Max(0, length)];
        _at += 1 + length;
        return length > 0 && Ascii.IsValid(name) && !name.ContainsAny(UnusualInName) && !(name.Length >= 9 && Ascii.EqualsIgnoreCase(name[..9], "Identity-"u8));
    }

    private bool TryNumber()
    {
        var from = _at;
        for (Number = 0; _at < _map.Length && char.IsAsciiDigit((char)_map[_at]) && _at - from < 6; _at++) Number = (Number * 10) + (_map[_at] - '0');
        return _at < _map.Length && (IsBlank(_map[_at]) || _map[_at] is (byte)'/' or (byte)'>');
    }

    private bool TryLiteral()
    {
        var length = _map[_at..].IndexOf((byte)')');
        if (length < 0 || _map[(_at + 1)..(_at + length)].ContainsAny("(\\"u8)) return false;
        _at += length + 1;
        return true;
    }

    /// <summary><c>&lt;&lt;/Registry (Adobe)/Ordering (UCS)/Supplement 0>></c>.</summary>
    private bool TryDictionary()
    {
        if (_at + 1 >= _map.Length || _map[_at + 1] != '<') return false;
        for (_at += 2; SkipBlanks() && _map[_at] == '/';)
        {
            if (!TryName(out _) || !SkipBlanks()) return false;
            if (!(_map[_at] == '(' ? TryLiteral() : char.IsAsciiDigit((char)_map[_at]) && TryNumber())) return false;
        }
        _at += 2;
        return _at <= _map.Length && _map[_at - 2] == '>' && _map[_at - 1] == '>';
    }

    private bool TryWord(out ReadOnlySpan<byte> word)
    {
        var from = _at;
        while (_at < _map.Length && char.IsAsciiLetter((char)_map[_at])) _at++;
        word = _map[from.._at];
        return _at == _map.Length || IsBlank(_map[_at]) || _map[_at] is (byte)'/' or (byte)'<';
    }

    /// <summary>Whether a word follows, which is then behind us.</summary>
    public bool IsAt(ReadOnlySpan<byte> end) => SkipBlanks() && TryWord(out var word) && word.SequenceEqual(end);

    public bool IsList() => IsSign('[');

    public bool IsListEnd() => IsSign(']');

    private bool IsSign(char sign)
    {
        if (!SkipBlanks() || _map[_at] != sign) return false;
        _at++;
        return true;
    }

    /// <summary><c>&lt;0041></c>, of one or two bytes.</summary>
    public bool TryCode(out MappedCode code)
    {
        code = default;
        if (!TryText(out var bytes) || bytes.Length > 2) return false;
        code = bytes.Length == 1 ? new MappedCode(bytes[0], 1) : new MappedCode((bytes[0] << 8) | bytes[1], 2);
        return true;
    }

    /// <summary>The bytes between two angles; they hold until the next are asked for.</summary>
    public bool TryText(out Span<byte> bytes)
    {
        bytes = default;
        if (!IsSign('<')) return false;
        var (from, digits) = (_at, 0);
        for (; _at < _map.Length && char.IsAsciiHexDigit((char)_map[_at]) && digits < 2 * LongestText; _at++, digits++)
        {
            var half = (_map[_at] & 0xf) + (_map[_at] > '9' ? 9 : 0);
            _text[digits / 2] = (byte)(digits % 2 == 0 ? half << 4 : _text[digits / 2] | half);
        }
        bytes = _text.AsSpan(0, digits / 2);
        return _at > from && digits % 2 == 0 && IsSign('>');
    }
}
