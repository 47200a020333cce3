namespace ReportIngest.Cli.Ingesting;

/// <summary>Names without an object each. They are kept as UTF-16, since most names of files here are Chinese, which UTF-8 makes longer.</summary>
internal sealed class PackedNames
{
    private const int Size = 1 << 15;

    /// <summary>The length stands before a name, in two letters.</summary>
    private const int LengthLetters = 2;

    private readonly List<char[]> _chunks = [];

    /// <summary>Letters of the last chunk that are taken.</summary>
    private int _taken;

    /// <param name="place">What adding the name gave.</param>
    public ReadOnlySpan<char> this[int place]
    {
        get
        {
            var chunk = _chunks[place / Size];
            var from = place % Size;
            return chunk.AsSpan(from + LengthLetters, chunk[from] | (chunk[from + 1] << 16));
        }
    }

    /// <returns>Where to find it again.</returns>
    public int Add(ReadOnlySpan<char> name)
    {
        var needed = LengthLetters + name.Length;
        if (_chunks is [] || _taken + needed > _chunks[^1].Length)
        {
            _chunks.Add(new char[Math.Max(Size, needed)]); // a name of its own chunk begins it
            _taken = 0;
        }
        var (chunk, place) = (_chunks[^1], ((_chunks.Count - 1) * Size) + _taken);
        (chunk[_taken], chunk[_taken + 1]) = ((char)name.Length, (char)(name.Length >> 16));
        name.CopyTo(chunk.AsSpan(_taken + LengthLetters));
        _taken += needed;
        return place;
    }
}
