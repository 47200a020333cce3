using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>Where an object of a PDF begins: its number, and the place behind <c>obj</c>.</summary>
internal readonly record struct ObjectHead(Pig.Core.IndirectReference Reference, int Start)
{
    /// <summary>Every object that stands in the file as such, found by its head alone; those packed into streams are not looked at.</summary>
    public static List<ObjectHead> Of(ReadOnlySpan<byte> file)
    {
        var heads = new List<ObjectHead>();
        for (var from = 0; file[from..].IndexOf("obj"u8) is >= 0 and var found; from += found + 3)
        {
            var at = from + found;
            if (NumberBefore(file, ref at) is { } generation and <= ushort.MaxValue && NumberBefore(file, ref at) is { } number)
                heads.Add(new ObjectHead(new Pig.Core.IndirectReference(number, (int)generation), from + found + 3));
        }
        return heads;
    }

    /// <summary>
    /// What a value that is nothing but a reference, or a list of one, refers to; else null. Of a value that begins as none does (a note, a bracket that was lost) PdfPig takes the first
    /// reference that it comes to.
    /// </summary>
    /// <param name="value">As far as the head of the next object.</param>
    public static long? Target(ReadOnlySpan<byte> value)
    {
        value = value.TrimStart(" \r\n\t\0\f"u8);
        if (value.IsEmpty || value.StartsWith("<<"u8)) return null;
        if (value[0] == '[' || char.IsAsciiDigit((char)value[0])) return ReferenceAt(value.TrimStart(" \r\n\t\0\f["u8));
        value = value[..Math.Min(value.Length, LongestDamage)];
        for (var at = value.IndexOfAnyInRange((byte)'0', (byte)'9'); at >= 0; at = value.IndexOfAnyInRange((byte)'0', (byte)'9'))
        {
            value = value[at..];
            if (ReferenceAt(value) is { } number) return number;
            var digits = value.IndexOfAnyExceptInRange((byte)'0', (byte)'9');
            if (digits < 0) return null;
            value = value[digits..];
        }
        return null;
    }

    private static long? ReferenceAt(ReadOnlySpan<byte> value) =>
        Digits(ref value) is { } number && Digits(ref value) is not null && value.StartsWith("R"u8) ? number : null;

    /// <summary>How far a value that begins as none does is looked through: what stands behind the reference does not matter.</summary>
    private const int LongestDamage = 1 << 12;

    private static long? Digits(ref ReadOnlySpan<byte> text)
    {
        var length = Math.Min(text.IndexOfAnyExceptInRange((byte)'0', (byte)'9'), LongestNumber);
        if (length <= 0) return null;
        var number = Parse(text[..length]);
        text = text[length..].TrimStart(" \r\n\t\0\f"u8);
        return number;
    }

    /// <summary>The number that ends before <paramref name="at"/>, with at least nothing but blanks between; moves there.</summary>
    private static long? NumberBefore(ReadOnlySpan<byte> file, ref int at)
    {
        var end = at;
        while (end > 0 && file[end - 1] is (byte)' ' or (byte)'\r' or (byte)'\n' or (byte)'\t') end--;
        at = end;
        while (at > 0 && end - at < LongestNumber && file[at - 1] is >= (byte)'0' and <= (byte)'9') at--;
        return at == end ? null : Parse(file[at..end]);
    }

    /// <summary>Of digits; that of an object is 10 at most.</summary>
    private const int LongestNumber = 10;

    private static long Parse(ReadOnlySpan<byte> digits)
    {
        var number = 0L;
        foreach (var digit in digits) number = (number * 10) + (digit - '0');
        return number;
    }
}
