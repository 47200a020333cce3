using System.Buffers;
using System.Buffers.Text;
using System.Text;
using ReportIngest.Reports;

namespace ReportIngest.Sinks;

/// <summary>
/// An ordinary cell and its place as bytes of JSON, the same that <see cref="JsonParts"/> writes token by token: a report has two hundred of them,
/// and one call a token takes longer than to read the report's text.
/// </summary>
internal ref struct CellBytes(Span<byte> bytes)
{
    /// <summary>More than any cell has that <see cref="TryAdd(Field)"/> takes: some 130 of names, and at most 130 of numbers and text.</summary>
    public const int Longest = 320;

    /// <summary>Longer ones are written token by token.</summary>
    private const int LongestRaw = 20;

    private static readonly byte[][] States = [.. Enum.GetValues<CellState>().Select(state => Encoding.ASCII.GetBytes(Spelling.Name(state)))];

    /// <summary>What numbers and most signs for nothing are printed with: none of it is escaped.</summary>
    private static readonly SearchValues<char> Plain = SearchValues.Create("0123456789.,/-");

    private readonly Span<byte> _bytes = bytes;
    private int _length;

    public readonly ReadOnlySpan<byte> Written => _bytes[.._length];

    /// <summary>False for a cell whose number is no whole one or whose text is more than digits and signs, or with a place that <see cref="TryAdd(Location)"/> does not take.</summary>
    public bool TryAdd(Field field)
    {
        var (state, number, raw) = field.Value;
        if (number is { } value && (value.Scale != 0 || decimal.IsNegative(value) || value > int.MaxValue)) return false;
        if (raw is not null && (raw.Length > LongestRaw || raw.AsSpan().ContainsAnyExcept(Plain))) return false;
        Add("{\"value\":"u8);
        if (number is { } whole) Add((int)whole);
        else Add("null"u8);
        Add(",\"state\":\""u8);
        Add(States[(int)state]);
        if (raw is null)
        {
            Add("\",\"raw\":null,\"at\":"u8);
        }
        else
        {
            Add("\",\"raw\":\""u8);
            foreach (var character in raw) _bytes[_length++] = (byte)character;
            Add("\",\"at\":"u8);
        }

        if (field.At is null) Add("null"u8);
        else if (!TryAdd(field.At)) return false;
        Add("}"u8);
        return true;
    }

    /// <summary>False for a place with a corner outside of its page, or further off than any page is long.</summary>
    public bool TryAdd(Location at)
    {
        Add("{\"table\":"u8);
        Add(at.Table);
        Add(",\"row\":"u8);
        Add(at.Row);
        Add(",\"column\":"u8);
        Add(at.Column);
        Add(",\"page\":"u8);
        if (at.Page is { } page) Add(page);
        else Add("null"u8);
        if (at.Box is not { } box)
        {
            Add(",\"box\":null}"u8);
            return true;
        }

        Add(",\"box\":["u8);
        if (!TryAddCorner(box.Left)) return false;
        Add(","u8);
        if (!TryAddCorner(box.Top)) return false;
        Add(","u8);
        if (!TryAddCorner(box.Right)) return false;
        Add(","u8);
        if (!TryAddCorner(box.Bottom)) return false;
        Add("]}"u8);
        return true;
    }

    /// <summary>As <see cref="Spelling.Corners"/> has it: a whole number of hundredths is the same digits as the double, and those are found faster.</summary>
    private bool TryAddCorner(double points)
    {
        var rounded = Math.Round(points * 100, MidpointRounding.AwayFromZero);
        if (rounded is not (> 0 and <= int.MaxValue)) return false;
        var (whole, hundredths) = Math.DivRem((int)rounded, 100);
        Add(whole);
        if (hundredths == 0) return true;
        _bytes[_length++] = (byte)'.';
        _bytes[_length++] = (byte)('0' + (hundredths / 10));
        if (hundredths % 10 != 0) _bytes[_length++] = (byte)('0' + (hundredths % 10));
        return true;
    }

    private void Add(int number)
    {
        Utf8Formatter.TryFormat(number, _bytes[_length..], out var digits);
        _length += digits;
    }

    private void Add(ReadOnlySpan<byte> literal)
    {
        literal.CopyTo(_bytes[_length..]);
        _length += literal.Length;
    }
}
