using System.Collections.Immutable;
using System.Security.Cryptography;

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
        var sized = files.Where(file => file.Problem is null).GroupBy(Length).Where(group => group.Key > 0 && group.Count() > 1);
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

    /// <summary>0 for an empty file, and for a pipe, which must not be opened: nobody may be writing to it.</summary>
    private static long Length(InputFile file)
    {
        try
        {
            return file.Length;
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            return 0; // reading it will say why
        }
    }

    private static string? Hash(InputFile file)
    {
        try
        {
            using var stream = file.Open();
            return Convert.ToHexStringLower(SHA256.HashData(stream));
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            return null; // reading it will say why
        }
    }
}
