using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ReportIngest.Corpus;

/// <summary>
/// Reports of other units whose sections one and five are nearly the same. Phrases that many reports share are boiler-plate and do not count. Sketches are
/// MinHashes (Broder 1997) of 64 values, looked up in 16 bands of 4; whoever shares a band is compared letter by letter.
/// </summary>
/// <remarks>Memory: 8 MB for how common each run of letters is, and some 200 bytes a report.</remarks>
internal sealed class NearCopies
{
    private const int Values = 64, Rows = 4, Bands = Values / Rows;

    /// <summary>A text that shares this much with another unit's is that text; two townships of one county share half by their county's draft.</summary>
    private const double Copied = 0.8;

    /// <summary>Of the values of two sketches. Texts that share <see cref="Copied"/> of the longer one agree in two thirds of all their runs, so in 43 of 64 values on average; four deviations less are 28.</summary>
    private const int FewestAgreeing = 28;

    /// <summary>What one report in twenty says, and no fewer than twenty do, is a set phrase; a text that the townships of one county share is not.</summary>
    private const int FewestSharers = 20, ShareOfCorpus = 20;

    /// <summary>64 hash functions that are the same in every run: a value with some bits turned, times an odd number.</summary>
    private static readonly int[] Masks = [.. Enumerable.Range(0, Values).Select(i => unchecked(i * 0x5BD1E995))];

    private static readonly int[] Multipliers = [.. Enumerable.Range(0, Values).Select(i => unchecked(0x2C1B3C6D * (i + 1)) | 1)];

    private readonly ushort[] _sharers = new ushort[1 << 22];
    /// <summary>The reports with enough text of their own, in order, each by its position.</summary>
    private readonly List<IndexEntry> _entries = [];

    private readonly Dictionary<string, int> _positions = [];

    /// <summary>Of each report the lowest byte of each value, and a key for each band.</summary>
    private readonly List<byte> _values = [];

    private readonly List<int> _keys = [];

    /// <summary>Of each report and band the first other unit's report that shares it, by position; -1 for none.</summary>
    private int[]? _nearest;

    private int _reports;

    /// <summary>First round: how common each run of letters is.</summary>
    public void Count(WrittenText report)
    {
        _reports++;
        foreach (var shingle in Words(report).Shingles)
        {
            ref var sharers = ref _sharers[Slot(shingle)];
            if (sharers < ushort.MaxValue) sharers++;
        }
    }

    /// <summary>Second round: the sketch of what is the report's own.</summary>
    public void Add(IndexEntry entry, WrittenText report)
    {
        if (entry.Year is null || Own(Words(report)) is not { IsShort: false } own) return;
        var sketch = Sketch(own);
        _positions[entry.Id] = _entries.Count;
        _entries.Add(entry);
        foreach (var value in sketch) _values.Add((byte)value);
        for (var band = 0; band < Bands; band++) _keys.Add(Key(sketch, band));
    }

    /// <summary>Third round: the other unit's report of the year that this one's text is nearest to; null where none is near, or the text is too short to tell.</summary>
    /// <param name="words">This one's sections one and five.</param>
    public Twin? Of(IndexEntry entry, TextShingles words, Func<IndexEntry, WrittenText> read)
    {
        if (!_positions.TryGetValue(entry.Id, out var position)) return null;
        _nearest ??= Nearest();
        var own = Own(words);
        // A cluster of a thousand copies needs no million comparisons: the first of each band stands for it.
        return _nearest.AsSpan(position * Bands, Bands).ToArray()
            .Where(other => other >= 0).Distinct().Where(other => Agreeing(position, other) >= FewestAgreeing)
            .Select(other => (Entry: _entries[other], Text: Own(Words(read(_entries[other])))))
            .Select(other => new Twin(other.Entry, TextShingles.Overlap(own, other.Text), own.LongestShared(other.Text)))
            .Where(twin => twin.Share >= Copied)
            .OrderByDescending(twin => twin.Share).ThenBy(twin => twin.Entry.Path, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    public bool CanTell(IndexEntry entry) => _positions.ContainsKey(entry.Id);

    /// <summary>Band by band: whoever has the same key in the same year stands together once they are sorted.</summary>
    private int[] Nearest()
    {
        var nearest = new int[_keys.Count];
        var order = Enumerable.Range(0, _entries.Count).ToArray();
        for (var band = 0; band < Bands; band++)
        {
            Array.Sort(order, (left, right) => Place(left).CompareTo(Place(right)));
            for (int from = 0, to; from < order.Length; from = to)
            {
                for (to = from + 1; to < order.Length && Shares(order[from], order[to]);) to++;
                var first = order[from];
                var ofAnother = Array.FindIndex(order, from, to - from, other => _entries[other].Unit != _entries[first].Unit) is >= 0 and var i ? order[i] : -1;
                foreach (var report in order.AsSpan(from, to - from))
                    nearest[(report * Bands) + band] = _entries[report].Unit != _entries[first].Unit ? first : ofAnother;
            }

            (int Year, int Key, int Position) Place(int report) => (_entries[report].Year!.Value, KeyOf(report), report);
            bool Shares(int one, int other) => KeyOf(one) == KeyOf(other) && _entries[one].Year == _entries[other].Year;
            int KeyOf(int report) => _keys[(report * Bands) + band];
        }
        _keys.Clear();
        _keys.TrimExcess();
        return nearest;
    }

    private int Agreeing(int one, int other)
    {
        var values = CollectionsMarshal.AsSpan(_values);
        var agreeing = 0;
        for (var i = 0; i < Values; i++)
        {
            if (values[(one * Values) + i] == values[(other * Values) + i]) agreeing++;
        }

        return agreeing;
    }

    private TextShingles Own(TextShingles words)
    {
        var common = Math.Max(FewestSharers, _reports / ShareOfCorpus);
        return words.Without(shingle => _sharers[Slot(shingle)] > common);
    }

    private static TextShingles Words(WrittenText report) => TextShingles.Of(report, 1, 5);

    private static int Slot(int shingle) => (int)((uint)(shingle * -1640531527) >> 10);

    private static int[] Sketch(TextShingles text)
    {
        var least = new int[Values];
        Array.Fill(least, int.MaxValue);
        foreach (var shingle in text.Shingles)
        {
            for (var i = 0; i < Values; i += Vector128<int>.Count)
            {
                var hashes = (Vector128.Create(shingle) ^ Vector128.Create(Masks, i)) * Vector128.Create(Multipliers, i);
                Vector128.Min(Vector128.Create(least, i), hashes).CopyTo(least, i);
            }
        }

        return least;
    }

    private static int Key(int[] sketch, int band)
    {
        var key = 17;
        for (var row = band * Rows; row < (band + 1) * Rows; row++) key = unchecked((key * 486187739) + sketch[row]);
        return key;
    }
}

/// <param name="Share">Of the longer text, from 0 to 1.</param>
/// <param name="Passage">The longest passage that both have, letters only.</param>
public sealed record Twin(IndexEntry Entry, double Share, string Passage);
