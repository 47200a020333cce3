using System.Collections.Immutable;
using Microsoft.Extensions.FileSystemGlobbing;

namespace ReportIngest.Cli.Ingesting;

/// <summary><c>--include</c> and <c>--exclude</c>. A pattern without <c>/</c> is meant for the name at any depth: <c>*.pdf</c>.</summary>
internal sealed class FileSelection
{
    private readonly Matcher? _matcher;
    private readonly Matcher? _excluded;

    public FileSelection(ImmutableArray<string> include, ImmutableArray<string> exclude)
    {
        if (include.IsEmpty && exclude.IsEmpty) return;
        _matcher = new Matcher(StringComparison.Ordinal);
        foreach (var pattern in include.IsEmpty ? ["**/*"] : include) _matcher.AddInclude(AnyDepth(pattern));
        foreach (var pattern in exclude) _matcher.AddExclude(AnyDepth(pattern));
        _excluded = new Matcher(StringComparison.Ordinal);
        foreach (var pattern in exclude) _excluded.AddInclude(AnyDepth(pattern));
    }

    /// <param name="path">From the given folder, with <c>/</c>.</param>
    public bool Contains(string path) => _matcher is null || _matcher.Match(path).HasMatches;

    /// <summary>An archive is looked into unless it is left out by name: what is asked for may lie in it.</summary>
    public bool Excludes(string path) => _excluded?.Match(path).HasMatches == true;

    private static string AnyDepth(string pattern) => pattern.Contains('/', StringComparison.Ordinal) ? pattern : "**/" + pattern;
}
