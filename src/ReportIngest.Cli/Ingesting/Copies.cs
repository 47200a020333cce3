using System.Collections.Immutable;
using System.Security.Cryptography;
using ReportIngest.Reading;

namespace ReportIngest.Cli.Ingesting;

/// <summary>Which files have the same bytes. Known before the first is read, because a report names its copies and is written once.</summary>
internal sealed class Copies
{
    private readonly Dictionary<string, string> _firstOf = [];
    private readonly Dictionary<string, List<string>> _copiesOf = [];

    /// <param name="files">In the order in which the first of equals counts.</param>
    public static Copies Find(IEnumerable<InputFile> files, CancellationToken stop)
    {
        var copies = new Copies();
        var sized = files.GroupBy(file => file.KnownLength).Where(group => group.Key > 0 && group.Count() > 1);
        foreach (var group in sized)
        {
            if (stop.IsCancellationRequested) break;
            var seen = new Dictionary<string, string>();
            foreach (var file in group)
            {
                if (Hash(file) is not { } hash || seen.TryAdd(hash, file.Path)) continue;
                copies.Add(seen[hash], file.Path);
            }
        }
        return copies;
    }

    /// <summary>The first file with the same bytes, or null when this is it.</summary>
    public string? FirstOf(InputFile file) => _firstOf.GetValueOrDefault(file.Path);

    public ImmutableArray<string> Of(InputFile file) => _copiesOf.TryGetValue(file.Path, out var copies) ? [.. copies] : [];

    private void Add(string first, string copy)
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
