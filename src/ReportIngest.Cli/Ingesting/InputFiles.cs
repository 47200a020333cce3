using System.Collections.Immutable;
using ReportIngest.Cli.Ingesting.Archives;
using ReportIngest.Reading;

namespace ReportIngest.Cli.Ingesting;

/// <summary>Walks files and folders. What cannot be looked at is in the list too: nothing is left out silently.</summary>
internal sealed class InputFiles
{
    private readonly FileSelection _selection;
    private readonly string _output;
    private readonly FileList _files = new();

    /// <summary>Full paths of files that are listed: of those alone that are asked for again.</summary>
    private readonly HashSet<string> _badNames = [], _archiveNames = [];

    private readonly Dictionary<Skip, int> _skipped = [];
    private readonly List<Archive> _archives = [];
    private readonly OpenArchives _open = new();
    private readonly Limits _limits;

    private InputFiles(FileSelection selection, string output, Limits limits)
    {
        (_selection, _limits) = (selection, limits);
        _output = Path.TrimEndingDirectorySeparator(Path.GetFullPath(output));
    }

    public static Inputs Find(IngestOptions options)
    {
        var finder = new InputFiles(new FileSelection(options.Include, options.Exclude), options.Output, options.Configuration.Limits);
        // One given twice is walked once, or what it leaves out, and names that are no UTF-8, would count twice. Of its spellings the first in order stays, as of a file's.
        foreach (var path in options.Paths.Order(StringComparer.Ordinal).DistinctBy(path => Path.TrimEndingDirectorySeparator(Path.GetFullPath(path)))) finder.Add(path);
        finder._files.Finish();
        return new Inputs(finder._files, finder._skipped.ToImmutableSortedDictionary(), [.. finder._archives]);
    }

    private void Add(string given)
    {
        var named = InputFile.Named(given);
        if (Directory.Exists(named.FullPath))
        {
            var shown = named.Path.EndsWith('/') ? named.Path : named.Path + "/";
            Walk(named.FullPath, "", shown, _files.AddRoot(shown, named.FullPath));
        }
        else
        {
            AddFile(named, named.FullPath[(named.FullPath.LastIndexOf(System.IO.Path.DirectorySeparatorChar) + 1)..]);
        }
    }

    /// <param name="below">As for <see cref="Walk"/>, with the file's name.</param>
    private void AddFile(InputFile file, string below)
    {
        if (file.Problem is not null || _archiveNames.Contains(file.FullPath) || Archive.Open(file.FullPath, _limits, _open) is not { } archive)
        {
            Add(file);
            return;
        }
        _archives.Add(archive);
        if (archive.Problem is { } problem) Add(file with { Problem = problem });
        else if (archive.Entries.Count == 0) Add(file with { Problem = new Message("压缩包里没有文件；请核对来源。", "There is no file in the archive; check where it came from.") });
        CountSkip(Skip.Link, archive.Links);
        foreach (var inner in Within(file, archive))
        {
            if (SkipOf(inner.Entry!, below) is { } skip) CountSkip(skip);
            else Add(inner);
        }
    }

    /// <summary>The files of an archive under the paths that the outputs give them.</summary>
    public static IEnumerable<InputFile> Within(InputFile file, Archive archive)
    {
        var taken = new HashSet<string>();
        foreach (var entry in archive.Entries)
        {
            // An archive may hold two files of one name.
            var (name, number) = (entry.Name, 2);
            while (!taken.Add(name)) name = $"{entry.Name}#{number++}";
            yield return new InputFile(InnerPath.Of(file.Path, name), InnerPath.Of(file.FullPath, name), Entry: entry);
        }
    }

    private Skip? SkipOf(ArchiveEntry entry, string below)
    {
        var parts = entry.Name.Split('/');
        if (parts.Any(part => (part.StartsWith('.') && part is not ("." or "..")) || part == "__MACOSX")) return Skip.Hidden;
        if (ByProducts.IsByProduct(parts[^1])) return Skip.ByProduct;
        return _selection.Contains(InnerPath.Of(below, entry.Name)) ? null : Skip.NotSelected;
    }

    private void CountSkip(Skip skip, int count = 1)
    {
        if (count > 0) _skipped[skip] = _skipped.GetValueOrDefault(skip) + count;
    }

    private void Add(InputFile file)
    {
        // Names that are no UTF-8 come to us alike, and none of them can be opened: each is a file of its own.
        if (InputFile.BadName(file.FullPath) is { } problem && !_badNames.Add(file.FullPath))
        {
            var number = 2;
            while (!_badNames.Add($"{file.FullPath}#{number}")) number++;
            file = new InputFile($"{file.Path}#{number}", $"{file.FullPath}#{number}", problem);
        }
        if (Archive.IsNamed(file.FullPath)) _archiveNames.Add(file.FullPath);
        _files.Add(file);
    }

    /// <param name="below">Path from the given folder, as the patterns see it; empty, or ending in <c>/</c>.</param>
    /// <param name="root">Of the given folder, in the list.</param>
    private void Walk(string folder, string below, string shown, int root)
    {
        var number = _files.AddFolder(root, below);
        foreach (var entry in Entries(folder, shown))
        {
            if (SkipOf(entry, below) is { } skip) CountSkip(skip);
            else if (entry is DirectoryInfo) Walk(entry.FullName, $"{below}{entry.Name}/", $"{shown}{entry.Name}/", root);
            else if (Archive.IsNamed(entry.Name) || InputFile.BadName(entry.FullName) is not null) AddFile(new InputFile(shown + entry.Name, entry.FullName), below + entry.Name);
            else _files.Add(number, entry.Name);
        }
    }

    /// <summary>One at a time, since a folder may hold a hundred thousand. Where the folder cannot be read, or not to its end, it is listed itself.</summary>
    private IEnumerable<FileSystemInfo> Entries(string folder, string shown)
    {
        IEnumerator<FileSystemInfo>? entries = null;
        try
        {
            while (Next()) yield return entries!.Current;
        }
        finally
        {
            entries?.Dispose();
        }

        bool Next()
        {
            try
            {
                entries ??= new DirectoryInfo(folder).EnumerateFileSystemInfos().GetEnumerator();
                return entries.MoveNext();
            }
            catch (Exception error) when (error is UnauthorizedAccessException or IOException)
            {
                Add(new InputFile(shown, folder, InputFile.BadName(folder) ?? (error is UnauthorizedAccessException
                    ? new Message("无权打开这个文件夹。", "This folder may not be opened.")
                    : new Message("这个文件夹没有列完：可能刚被移走，或磁盘出错。", "This folder could not be listed to its end: it may have been moved away, or the disk has failed."))));
                return false;
            }
        }
    }

    /// <summary>A name that is no UTF-8 cannot be asked for: its attributes are all ones, and it is listed, to be said unreadable.</summary>
    private static bool Exists(FileSystemInfo entry) => (int)entry.Attributes != -1;

    private Skip? SkipOf(FileSystemInfo entry, string below)
    {
        if (entry.Name.StartsWith('.') || (Exists(entry) && entry.Attributes.HasFlag(FileAttributes.Hidden))) return Skip.Hidden;
        if (entry is DirectoryInfo && entry.FullName == _output) return Skip.OwnOutput;
        // A link may lead in a circle, or to what lies outside and nobody meant to be read.
        if (entry.LinkTarget is not null) return Skip.Link;
        if (entry is DirectoryInfo) return null;
        if (ByProducts.IsByProduct(entry.Name)) return Skip.ByProduct;
        if (!(Archive.IsNamed(entry.Name) ? !_selection.Excludes(below + entry.Name) : _selection.Contains(below + entry.Name))) return Skip.NotSelected;
        return ByProducts.IsOwnOutput(entry.FullName) ? Skip.OwnOutput : null;
    }
}
