using System.Security.Cryptography;
using ReportIngest.Reading;

namespace ReportIngest.Cli.Ingesting;

/// <summary>Which files have the same bytes. Known before the first is read, because a report names its copies and is written once. Files go by their numbers in the list.</summary>
internal sealed class Copies
{
    private readonly Dictionary<int, int> _firstOf = [];
    private readonly Dictionary<int, List<int>> _copiesOf = [];

    /// <param name="files">In the order in which the first of equals counts.</param>
    public static Copies Find(IReadOnlyList<InputFile> files, CancellationToken stop)
    {
        var copies = new Copies();
        var (lengths, order) = (new long[files.Count], new int[files.Count]);
        for (var i = 0; i < files.Count; i++) (lengths[i], order[i]) = (files[i].KnownLength, i);
        Array.Sort(lengths, order);
        for (int from = 0, to; from < order.Length && !stop.IsCancellationRequested; from = to)
        {
            for (to = from + 1; to < order.Length && lengths[to] == lengths[from];) to++;
            if (lengths[from] > 0 && to - from > 1) copies.AddEqual(files, order.AsSpan(from, to - from));
        }
        return copies;
    }

    /// <summary>The first file with the same bytes, or null when this is it.</summary>
    public int? FirstOf(int file) => _firstOf.TryGetValue(file, out var first) ? first : null;

    /// <summary>The files with the same bytes as this first one, in order.</summary>
    public IReadOnlyList<int> Of(int file) => _copiesOf.TryGetValue(file, out var copies) ? copies : [];

    /// <param name="sized">Files of one length.</param>
    private void AddEqual(IReadOnlyList<InputFile> files, Span<int> sized)
    {
        var seen = new Dictionary<string, int>();
        sized.Sort();
        foreach (var file in sized)
        {
            if (Hash(files[file]) is { } hash && !seen.TryAdd(hash, file)) Add(seen[hash], file);
        }
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
