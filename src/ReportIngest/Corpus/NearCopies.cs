using System.Buffers;
using System.Numerics;
using System.Runtime.Intrinsics;

namespace ReportIngest.Corpus;

/// <summary>
/// Reports of other units whose sections one and five are nearly the same, <see cref="CommonPhrases"/> aside. Sketches are MinHashes (Broder 1997) of 64 values, of
/// which the lowest byte is kept, looked up in 16 bands of 4; whoever shares a band is compared letter by letter.
/// </summary>
/// <remarks>Reports go by their number. Memory: a byte a report and eight for each pair that is nearly alike; while these are looked for, 76 more a report.</remarks>
internal sealed class NearCopies
{
    private const int Values = 64, Rows = sizeof(int), Bands = Values / Rows;

    /// <summary>A text that shares this much with another unit's is that text; two townships of one county share half by their county's draft.</summary>
    private const double Copied = 0.8;

    /// <summary>Of the values of two sketches. Texts that share <see cref="Copied"/> of the longer one agree in two thirds of all their runs, so in 43 of 64 values on average; four deviations less are 28.</summary>
    private const int FewestAgreeing = 28;

    /// <summary>64 hash functions that are the same in every run: a value with some bits turned, times an odd number.</summary>
    private static readonly int[] Masks = [.. Enumerable.Range(0, Values).Select(i => unchecked(i * 0x5BD1E995))];

    private static readonly int[] Multipliers = [.. Enumerable.Range(0, Values).Select(i => unchecked(0x2C1B3C6D * (i + 1)) | 1)];

    private readonly CommonPhrases _common;
    private readonly bool[] _hasSketch;

    /// <summary>A report and one of another unit that is nearly like it, of each band the first; in order.</summary>
    private readonly long[] _pairs;

    /// <param name="sketches">One for each of the reports: null where its year is not known, its own text is too short to tell, or an earlier output has it.</param>
    public NearCopies(CommonPhrases common, IReadOnlyList<KeptReport> reports, IEnumerable<Vector512<byte>?> sketches)
    {
        (_common, _hasSketch) = (common, new bool[reports.Count]);
        var known = new ChunkedList<Vector512<byte>>();
        foreach (var (report, sketch) in sketches.Index())
        {
            _hasSketch[report] = sketch is not null;
            known.Add(sketch.GetValueOrDefault());
        }
        _pairs = PairsOf(reports, known, _hasSketch);
    }

    /// <summary>The lowest byte of each value.</summary>
    /// <param name="words">The report's sections one and five.</param>
    public static Vector512<byte>? Sketch(CommonPhrases common, TextShingles words)
    {
        var buffer = ArrayPool<int>.Shared.Rent(words.Shingles.Count);
        var count = 0;
        foreach (var shingle in words.Shingles)
        {
            if (!common.Contains(shingle)) buffer[count++] = shingle;
        }
        Vector512<byte>? sketch = count < TextShingles.Shortest ? null : Sketch(buffer.AsSpan(0, count));
        ArrayPool<int>.Shared.Return(buffer);
        return sketch;
    }

    private static Vector512<byte> Sketch(ReadOnlySpan<int> own)
    {
        Span<byte> sketch = stackalloc byte[Values];
        var width = Vector256<int>.Count;
        for (var i = 0; i < Values; i += 2 * width)
        {
            // The least of a lane stays in the processor while all runs pass by.
            var (masks, multipliers, least) = (Vector256.Create(Masks, i), Vector256.Create(Multipliers, i), Vector256.Create(int.MaxValue));
            var (otherMasks, otherMultipliers, otherLeast) = (Vector256.Create(Masks, i + width), Vector256.Create(Multipliers, i + width), Vector256.Create(int.MaxValue));
            foreach (var shingle in own)
            {
                var run = Vector256.Create(shingle);
                least = Vector256.Min(least, (run ^ masks) * multipliers);
                otherLeast = Vector256.Min(otherLeast, (run ^ otherMasks) * otherMultipliers);
            }
            for (var lane = 0; lane < width; lane++) (sketch[i + lane], sketch[i + width + lane]) = unchecked(((byte)least[lane], (byte)otherLeast[lane]));
        }

        return Vector512.Create<byte>(sketch);
    }

    public bool CanTell(int report) => _hasSketch[report];

    /// <summary>The other unit's report of the year that this one's text is nearest to; null where none is near, or the text is too short to tell.</summary>
    /// <param name="words">This one's sections one and five.</param>
    public Twin? Of(int report, Func<TextShingles> words, Func<int, ReportRecord> read)
    {
        var (from, to) = (First(report), First(report + 1));
        if (from == to) return null;
        var own = words().Without(_common);
        return _pairs[from..to].Select(pair => TwinOf(own, (int)pair, read((int)pair)))
            .Where(twin => twin.Share >= Copied)
            .OrderByDescending(twin => twin.Share).ThenBy(twin => twin.Path, StringComparer.Ordinal)
            .FirstOrDefault();

        int First(int number) => ~Array.BinarySearch(_pairs, Pair(number, 0) - 1); // which is no pair
    }

    private Twin TwinOf(TextShingles own, int number, ReportRecord other)
    {
        var text = TextShingles.OfOwnWords(other).Without(_common);
        return new Twin(number, other.Organization, other.Source.Path, TextShingles.Overlap(own, text), own.LongestShared(text));
    }

    /// <summary>Whoever has the same values in the same year stands together once they are sorted.</summary>
    private static long[] PairsOf(IReadOnlyList<KeptReport> reports, ChunkedList<Vector512<byte>> sketches, bool[] hasSketch)
    {
        var (keys, order) = (new long[reports.Count], new int[reports.Count]);
        var pairs = new HashSet<long>();
        for (var band = 0; band < Bands; band++)
        {
            var count = 0;
            for (var report = 0; report < reports.Count; report++)
            {
                if (!hasSketch[report]) continue;
                keys[count] = Pair(reports[report].Year!.Value, sketches[report].AsInt32()[band]);
                order[count++] = report;
            }
            Array.Sort(keys, order, 0, count);
            for (int from = 0, to; from < count; from = to)
            {
                for (to = from + 1; to < count && keys[to] == keys[from];) to++;
                var same = order.AsSpan(from, to - from);
                same.Sort();
                AddPairs(same);
            }
        }
        return [.. pairs.Order()];

        // A cluster of a thousand copies needs no million comparisons: the first of each band stands for it.
        void AddPairs(ReadOnlySpan<int> same)
        {
            var first = same[0];
            var ofAnother = -1;
            for (var i = 1; i < same.Length && ofAnother < 0; i++)
            {
                if (reports[same[i]].Owner != reports[first].Owner) ofAnother = same[i];
            }
            if (ofAnother < 0) return;
            foreach (var report in same)
            {
                var other = reports[report].Owner != reports[first].Owner ? first : ofAnother;
                if (Agreeing(sketches[report], sketches[other]) >= FewestAgreeing) pairs.Add(Pair(report, other));
            }
        }
    }

    private static long Pair(int one, int other) => ((long)one << 32) | (uint)other;

    private static int Agreeing(Vector512<byte> one, Vector512<byte> other) => BitOperations.PopCount(Vector512.Equals(one, other).ExtractMostSignificantBits());
}

/// <summary>Another unit's report with nearly the same text.</summary>
/// <param name="Number">Of the report.</param>
/// <param name="Share">Of the longer text, from 0 to 1.</param>
/// <param name="Passage">The longest passage that both have, letters only.</param>
public sealed record Twin(int Number, string? Organization, string Path, double Share, string Passage)
{
    /// <summary>With its tables; null until somebody has read it.</summary>
    public Dossier? Whole { get; init; }
}
