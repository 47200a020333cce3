namespace ReportIngest.Reading.Pdf;

/// <summary>What was found in a content stream; unusual is what is not read here.</summary>
internal enum ContentPart { End, Operand, Operator, Unusual }

/// <summary>Goes through a content stream part by part, and puts operands with their like.</summary>
internal ref struct ContentScanner(ReadOnlySpan<byte> content, ContentOperands operands)
{
    /// <summary>Digits behind the point that a number of 64 bits surely holds.</summary>
    private const int MostDecimals = 15;

    private readonly ReadOnlySpan<byte> _content = content;
    private int _at;

    public ContentPart Next(out ReadOnlySpan<byte> name)
    {
        name = default;
        if (!SkipBlanks())
            return ContentPart.End;
        switch (_content[_at])
        {
            case (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'.' or (byte)'+':
                return Is(TryNumber(out var number) && operands.Add(number));
            case (byte)'/':
                return Is(TryName(out name) && operands.AddName(name));
            case (byte)'<' when _at + 1 < _content.Length && _content[_at + 1] == '<':
                return Is(TryMarks() && operands.AddMarks());
            case (byte)'<':
                return Is(TryHexadecimal(out var shown) && operands.Add(shown));
            case (byte)'(':
                return Is(TryLiteral(out var literal) && operands.Add(literal));
            case (byte)'[':
                return Is(TryList() && operands.EndList());
            case (>= (byte)'A' and <= (byte)'Z') or (>= (byte)'a' and <= (byte)'z') or (byte)'\'' or (byte)'"':
                name = Until(" \r\n\t\0\f%()/<>[]"u8);
                return ContentPart.Operator;
            default:
                return ContentPart.Unusual;
        }
    }

    private static ContentPart Is(bool operand) => operand ? ContentPart.Operand : ContentPart.Unusual;

    private bool SkipBlanks()
    {
        while (_at < _content.Length && IsBlank(_content[_at]))
            _at++;
        return _at < _content.Length;
    }

    private static bool IsBlank(byte one) => one is (byte)' ' or (byte)'\n' or (byte)'\r' or (byte)'\t' or 0 or (byte)'\f';

    private ReadOnlySpan<byte> Until(ReadOnlySpan<byte> ends)
    {
        var rest = _content[_at..];
        var found = rest.IndexOfAny(ends) is >= 0 and var end ? rest[..end] : rest;
        _at += found.Length;
        LeaveLast();
        return found;
    }

    /// <summary>Where a number, a name or an operator ends at the last byte, PdfPig takes that byte with it.</summary>
    private void LeaveLast()
    {
        if (_at == _content.Length - 1)
            _at++;
    }

    /// <summary>Computed as PdfPig does it, so that the last bit is the same.</summary>
    private bool TryNumber(out double number)
    {
        var isNegative = _content[_at] == '-';
        if (isNegative || _content[_at] == '+')
            _at++;
        var from = _at;
        for (number = 0; _at < _content.Length && char.IsAsciiDigit((char)_content[_at]); _at++)
            number = (number * 10) + (_content[_at] - '0');
        var digits = _at - from;
        if (_at < _content.Length && _content[_at] == '.')
        {
            var (fraction, first) = (0L, ++_at);
            for (; _at < _content.Length && char.IsAsciiDigit((char)_content[_at]); _at++)
                fraction = (fraction * 10) + (_content[_at] - '0');
            var decimals = _at - first;
            if (decimals > MostDecimals)
                return false;
            digits += decimals;
            number = decimals == 0 ? number : number + (fraction / Power(decimals));
        }
        if (digits == 0 || (_at < _content.Length && _content[_at] is (byte)'-' or (byte)'+' or (byte)'.' or (byte)'e' or (byte)'E'))
            return false;
        if (isNegative && number != 0)
            number = -number;
        LeaveLast();
        return true;
    }

    private static double Power(int decimals) => decimals switch
    {
        1 => 10,
        2 => 100,
        3 => 1000,
        _ => Math.Pow(10, decimals),
    };

    private bool TryName(out ReadOnlySpan<byte> name)
    {
        _at++;
        name = Until(" \r\n\t><[/])(\0\f"u8);
        return !name.Contains((byte)'#') && System.Text.Ascii.IsValid(name);
    }

    /// <summary>The properties of marked content, of which nothing is asked: <c>&lt;&lt;/MCID 0/Type/Pagination>></c>.</summary>
    private bool TryMarks()
    {
        for (_at += 2; SkipBlanks() && _content[_at] == '/';)
        {
            if (!TryName(out _) || !SkipBlanks())
                return false;
            if (!(_content[_at] == '/' ? TryName(out _) : char.IsAsciiDigit((char)_content[_at]) && TryNumber(out _)))
                return false;
        }
        _at += 2;
        return _at < _content.Length && _content[_at - 2] == '>' && _content[_at - 1] == '>';
    }

    private bool TryHexadecimal(out byte[] shown)
    {
        shown = [];
        var text = _content[++_at..];
        if (text.IndexOf((byte)'>') is var end && end < 0)
            return false;
        _at += end + 1;
        var (bytes, digits) = (new byte[(end + 1) / 2], 0);
        foreach (var one in text[..end])
        {
            if (IsBlank(one))
                continue; // long strings are broken into lines
            if (!char.IsAsciiHexDigit((char)one))
                return false;
            bytes[digits / 2] |= (byte)(((one & 0xf) + (one > '9' ? 9 : 0)) << (digits % 2 == 0 ? 4 : 0)); // half a byte is the upper half
            digits++;
        }
        shown = bytes.Length == (digits + 1) / 2 ? bytes : bytes[..((digits + 1) / 2)];
        return digits > 0;
    }

    private bool TryLiteral(out byte[] shown)
    {
        var isOne = LiteralString.TryRead(_content[++_at..], out shown, out var length);
        _at += length;
        return isOne;
    }

    private bool TryList()
    {
        operands.BeginList();
        for (_at++; SkipBlanks();)
        {
            switch (_content[_at])
            {
                case (byte)']':
                    _at++;
                    return true;
                case (byte)'<' when TryHexadecimal(out var shown):
                    operands.AddItem(shown);
                    break;
                case (byte)'(' when TryLiteral(out var literal):
                    operands.AddItem(literal);
                    break;
                case (>= (byte)'0' and <= (byte)'9') or (byte)'-' or (byte)'.' or (byte)'+' when _at + 1 < _content.Length && TryNumber(out var number):
                    operands.AddItem(number);
                    break;
                default:
                    return false;
            }
        }
        return false;
    }
}
