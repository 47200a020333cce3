using System.Collections.Immutable;
using Microsoft.Extensions.FileSystemGlobbing;

namespace ReportIngest.Cli.Ingesting;

/// <summary><c>--include</c> and <c>--exclude</c>. A pattern without <c>/</c> is meant for the name at any depth: <c>*.pdf</c>.</summary>
internal sealed class FileSelection
{
    private readonly Matcher? _matcher;

    public FileSelection(ImmutableArray<string> include, ImmutableArray<string> exclude)
    {
        if (include.IsEmpty && exclude.IsEmpty) return;
        _matcher = new Matcher(StringComparison.Ordinal);
        foreach (var pattern in include.IsEmpty ? ["**/*"] : include) _matcher.AddInclude(AnyDepth(pattern));
        foreach (var pattern in exclude) _matcher.AddExclude(AnyDepth(pattern));
    }

    /// <param name="path">From the given folder, with <c>/</c>.</param>
    public bool Contains(string path) => _matcher is null || _matcher.Match(path).HasMatches;

    private static string AnyDepth(string pattern) => pattern.Contains('/', StringComparison.Ordinal) ? pattern : "**/" + pattern;
}
