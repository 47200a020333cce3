using System.Security.Cryptography;
using ReportIngest.Corpus;
using ReportIngest.Reading;

namespace ReportIngest.Cli.Ingesting;

/// <summary>Which files have the same bytes. Known before the first is read, because a report names its copies and is written once. Files go by their numbers in the list.</summary>
internal sealed class Copies
{
    private readonly Dictionary<int, int> _firstOf = [];
    private readonly Dictionary<int, List<int>> _copiesOf = [];

    /// <param name="files">In the order in which the first of equals counts. In it they are read, too: a disk has them side by side.</param>
    public static Copies Find(IReadOnlyList<InputFile> files, CancellationToken stop)
    {
        var lengths = new long[files.Count];
        for (var i = 0; i < files.Count; i++) lengths[i] = files[i].KnownLength;
        var shared = SharedLengths(lengths);
        var (copies, seen) = (new Copies(), new Dictionary<UInt128, int>());
        for (var i = 0; i < files.Count && !stop.IsCancellationRequested; i++)
        {
            if (!shared.Contains(lengths[i]) || Hash(files[i]) is not { } hash) continue;
            if (!seen.TryAdd(Digest.Of(hash), i)) copies.Add(seen[Digest.Of(hash)], i);
        }
        return copies;
    }

    /// <summary>The first file with the same bytes, or null when this is it.</summary>
    public int? FirstOf(int file) => _firstOf.TryGetValue(file, out var first) ? first : null;

    /// <summary>The files with the same bytes as this first one, in order.</summary>
    public IReadOnlyList<int> Of(int file) => _copiesOf.TryGetValue(file, out var copies) ? copies : [];

    /// <summary>Those of several files: only such can have the same bytes. An empty file is nobody's copy.</summary>
    private static HashSet<long> SharedLengths(long[] lengths)
    {
        var (sorted, shared) = (lengths.Order().ToArray(), new HashSet<long>());
        for (var i = 1; i < sorted.Length; i++)
        {
            if (sorted[i] == sorted[i - 1] && sorted[i] > 0) shared.Add(sorted[i]);
        }

        return shared;
    }

    private void Add(int first, int copy)
    {
        _firstOf[copy] = first;
        if (!_copiesOf.TryGetValue(first, out var copies)) _copiesOf[first] = copies = [];
        copies.Add(copy);
    }

    private static string? Hash(InputFile file)
    {
        if (file.Entry?.Sha256 is { } known) return known;
        try
        {
            using var stream = file.Open();
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException or UnreadableException)
        {
            return null; // reading it will say why
        }
    }
}
