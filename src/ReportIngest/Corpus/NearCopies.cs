using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace ReportIngest.Corpus;

/// <summary>
/// Reports of other units whose sections one and five are nearly the same, <see cref="CommonPhrases"/> aside. Sketches are MinHashes (Broder 1997) of 64 values, of
/// which the lowest byte is kept, looked up in 16 bands of 4; whoever shares a band is compared letter by letter.
/// </summary>
/// <remarks>Reports go by their number. Memory: 64 bytes a report, and some 100 for one that shares a band with another unit's.</remarks>
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
    private readonly IReadOnlyList<Sighting> _reports;
    private readonly byte[] _values;
    private readonly bool[] _hasSketch;

    /// <summary>By report: those of other units that share a band with it, of each band the first.</summary>
    private readonly Dictionary<int, List<int>> _candidates = [];

    /// <param name="sketches">One for each of the reports: null where its year is not known or its own text is too short to tell.</param>
    public NearCopies(CommonPhrases common, IReadOnlyList<Sighting> reports, IEnumerable<byte[]?> sketches)
    {
        (_common, _reports) = (common, reports);
        (_values, _hasSketch) = (new byte[reports.Count * Values], new bool[reports.Count]);
        foreach (var (report, sketch) in sketches.Index())
        {
            _hasSketch[report] = sketch is not null;
            sketch?.CopyTo(_values, report * Values);
        }
        for (var band = 0; band < Bands; band++) FindCandidates(band);
    }

    /// <summary>The lowest byte of each value.</summary>
    /// <param name="words">The report's sections one and five.</param>
    public static byte[]? Sketch(CommonPhrases common, TextShingles words)
    {
        Span<int> least = stackalloc int[Values];
        least.Fill(int.MaxValue);
        var own = 0;
        foreach (var shingle in words.Shingles)
        {
            if (common.Contains(shingle)) continue;
            own++;
            for (var i = 0; i < Values; i += Vector128<int>.Count)
            {
                var hashes = (Vector128.Create(shingle) ^ Vector128.Create(Masks, i)) * Vector128.Create(Multipliers, i);
                Vector128.Min(Vector128.Create<int>(least[i..]), hashes).CopyTo(least[i..]);
            }
        }

        if (own < TextShingles.Shortest) return null;
        var sketch = new byte[Values];
        for (var i = 0; i < Values; i++) sketch[i] = unchecked((byte)least[i]);
        return sketch;
    }

    public bool CanTell(int report) => _hasSketch[report];

    /// <summary>The other unit's report of the year that this one's text is nearest to; null where none is near, or the text is too short to tell.</summary>
    /// <param name="words">This one's sections one and five.</param>
    public Twin? Of(int report, Func<TextShingles> words, Func<int, ReportRecord> read)
    {
        if (!_candidates.TryGetValue(report, out var candidates)) return null;
        var own = words().Without(_common);
        // A cluster of a thousand copies needs no million comparisons: the first of each band stands for it.
        return candidates.Where(other => Agreeing(report, other) >= FewestAgreeing)
            .Select(other => TwinOf(own, read(other)))
            .Where(twin => twin.Share >= Copied)
            .OrderByDescending(twin => twin.Share).ThenBy(twin => twin.Path, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private Twin TwinOf(TextShingles own, ReportRecord other)
    {
        var text = TextShingles.OfOwnWords(other).Without(_common);
        return new Twin(other.Organization, other.Source.Path, TextShingles.Overlap(own, text), own.LongestShared(text));
    }

    /// <summary>Whoever has the same values in the same year stands together once they are sorted.</summary>
    private void FindCandidates(int band)
    {
        var order = Enumerable.Range(0, _reports.Count).Where(report => _hasSketch[report]).ToArray();
        Array.Sort(order, (left, right) => Place(left).CompareTo(Place(right)));
        for (int from = 0, to; from < order.Length; from = to)
        {
            for (to = from + 1; to < order.Length && Shares(order[from], order[to]);) to++;
            var first = order[from];
            var ofAnother = Array.FindIndex(order, from, to - from, other => _reports[other].Owner != _reports[first].Owner) is >= 0 and var i ? order[i] : -1;
            if (ofAnother < 0) continue;
            foreach (var report in order.AsSpan(from, to - from)) Add(report, _reports[report].Owner != _reports[first].Owner ? first : ofAnother);
        }

        (int Year, int Key, int Report) Place(int report) => (_reports[report].Year!.Value, KeyOf(report), report);
        bool Shares(int one, int other) => KeyOf(one) == KeyOf(other) && _reports[one].Year == _reports[other].Year;
        int KeyOf(int report) => MemoryMarshal.Read<int>(_values.AsSpan((report * Values) + (band * Rows)));
    }

    private void Add(int report, int candidate)
    {
        ref var candidates = ref CollectionsMarshal.GetValueRefOrAddDefault(_candidates, report, out _);
        candidates ??= new List<int>(1);
        if (!candidates.Contains(candidate)) candidates.Add(candidate);
    }

    private int Agreeing(int one, int other)
    {
        var agreeing = 0;
        for (var i = 0; i < Values; i++)
        {
            if (_values[(one * Values) + i] == _values[(other * Values) + i]) agreeing++;
        }

        return agreeing;
    }
}

/// <summary>Another unit's report with nearly the same text.</summary>
/// <param name="Share">Of the longer text, from 0 to 1.</param>
/// <param name="Passage">The longest passage that both have, letters only.</param>
public sealed record Twin(string? Organization, string Path, double Share, string Passage);
