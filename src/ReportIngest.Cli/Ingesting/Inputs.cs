using System.Collections.Immutable;
using ReportIngest.Cli.Ingesting.Archives;

namespace ReportIngest.Cli.Ingesting;

/// <summary>Why a file of a folder is not read. A file named on the command line always is, also through a link.</summary>
internal enum Skip { Hidden, ByProduct, OwnOutput, Link, NotSelected }

/// <summary>Everything below the given paths, ordered by path, and how much was left out for which reason.</summary>
/// <param name="archives">Those that files lie in.</param>
internal sealed class Inputs(FileList files, ImmutableSortedDictionary<Skip, int> skipped, ImmutableArray<Archive> archives) : IDisposable
{
    public FileList Files { get; private set; } = files;

    public ImmutableSortedDictionary<Skip, int> Skipped { get; } = skipped;

    /// <summary>Lets go of the list, which is long, once all files are read.</summary>
    public void Forget() => Files = new FileList();

    public void Dispose()
    {
        foreach (var archive in archives) archive.Dispose();
    }
}
