namespace ReportIngest.Reading.Pdf;

/// <summary>A letter is the same only as itself. Told apart by their places at first, since the runtime takes long to make a number for an object.</summary>
internal sealed class SameLetter : IEqualityComparer<Glyph>
{
    public static readonly SameLetter Instance = new();

    private SameLetter()
    {
    }

    public bool Equals(Glyph? x, Glyph? y) => ReferenceEquals(x, y);

    public int GetHashCode(Glyph obj)
    {
        var place = (BitConverter.DoubleToInt64Bits(obj.Box.Left) * 31) + BitConverter.DoubleToInt64Bits(obj.Box.Top);
        return (int)(place ^ (place >> 32));
    }
}
