using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ReportIngest.Corpus;

/// <summary>
/// Reports of other units whose sections one and five are nearly the same. Phrases that many reports share are boiler-plate and do not count. Sketches are
/// MinHashes (Broder 1997) of 64 values, looked up in 16 bands of 4; whoever shares a band is compared letter by letter.
/// </summary>
/// <remarks>Memory: 8 MB for how common each run of letters is, and about a kilobyte a report.</remarks>
internal sealed class NearCopies
{
    private const int Values = 64, Rows = 4;

    /// <summary>A text that shares this much with another unit's is that text; two townships of one county share half by their county's draft.</summary>
    private const double Copied = 0.8;

    /// <summary>What one report in twenty says, and no fewer than twenty do, is a set phrase; a text that the townships of one county share is not.</summary>
    private const int FewestSharers = 20, ShareOfCorpus = 20;

    /// <summary>64 hash functions that are the same in every run: a value with some bits turned, times an odd number.</summary>
    private static readonly int[] Masks = [.. Enumerable.Range(0, Values).Select(i => unchecked(i * 0x5BD1E995))];

    private static readonly int[] Multipliers = [.. Enumerable.Range(0, Values).Select(i => unchecked(0x2C1B3C6D * (i + 1)) | 1)];

    private readonly ushort[] _sharers = new ushort[1 << 22];
    private readonly Dictionary<string, int[]> _sketches = [];
    private readonly Dictionary<(int Year, int Band, int Key), Sharers> _bands = [];
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
        if (entry.Year is not { } year || Own(Words(report)) is not { IsShort: false } own) return;
        var sketch = Sketch(own);
        _sketches[entry.Id] = sketch;
        for (var band = 0; band < Values / Rows; band++)
        {
            ref var bucket = ref CollectionsMarshal.GetValueRefOrAddDefault(_bands, (year, band, Key(sketch, band)), out _);
            bucket = bucket.With(entry);
        }
    }

    /// <summary>The other unit's report of the year that this one's text is nearest to; null where none is near, or the text is too short to tell.</summary>
    /// <param name="words">This one's sections one and five.</param>
    public Twin? Of(IndexEntry entry, TextShingles words, Func<IndexEntry, WrittenText> read)
    {
        if (!_sketches.TryGetValue(entry.Id, out var sketch)) return null;
        var own = Own(words);
        // A cluster of a thousand copies needs no million comparisons: the first of each band stands for it.
        return Enumerable.Range(0, Values / Rows)
            .Select(band => _bands[(entry.Year!.Value, band, Key(sketch, band))].OfOtherThan(entry.Unit))
            .OfType<IndexEntry>().DistinctBy(other => other.Id)
            .Select(other => (Entry: other, Text: Own(Words(read(other)))))
            .Select(other => new Twin(other.Entry, TextShingles.Overlap(own, other.Text), own.LongestShared(other.Text)))
            .Where(twin => twin.Share >= Copied)
            .OrderByDescending(twin => twin.Share).ThenBy(twin => twin.Entry.Path, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    public bool CanTell(IndexEntry entry) => _sketches.ContainsKey(entry.Id);

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

    /// <summary>Who shares a band: the first report, and the first that is another unit's. For any unit, one of the two is the first that is not its own.</summary>
    private readonly record struct Sharers(IndexEntry? First, IndexEntry? OfAnother)
    {
        public Sharers With(IndexEntry entry) =>
            First is null ? new Sharers(entry, null) : OfAnother is null && entry.Unit != First.Unit ? this with { OfAnother = entry } : this;

        public IndexEntry? OfOtherThan(string? unit) => First?.Unit != unit ? First : OfAnother;
    }
}

/// <param name="Share">Of the longer text, from 0 to 1.</param>
/// <param name="Passage">The longest passage that both have, letters only.</param>
public sealed record Twin(IndexEntry Entry, double Share, string Passage);
