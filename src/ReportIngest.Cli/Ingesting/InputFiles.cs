using System.Collections.Immutable;

namespace ReportIngest.Cli.Ingesting;

/// <summary>One file to read, or a path that cannot be read and why.</summary>
/// <param name="Path">As given, continued with <c>/</c> below a folder.</param>
internal sealed record InputFile(string Path, string FullPath, Message? Problem = null)
{
    /// <summary>A path from the command line that is no folder.</summary>
    public static InputFile Named(string path)
    {
        var (shown, full) = (OperatingSystem.IsWindows() ? path.Replace('\\', '/') : path, System.IO.Path.GetFullPath(path));
        return File.Exists(full)
            ? new InputFile(shown, full)
            : new InputFile(shown, full, new Message("没有这个文件或文件夹，或无权查看它。", "There is no such file or folder, or it may not be looked at."));
    }
}

/// <summary>Why a file of a folder is not read. A file named on the command line always is.</summary>
internal enum Skip { Hidden, ByProduct, OwnOutput, Link, NotSelected }

/// <summary>Everything below the given paths, ordered by path, and how much was left out for which reason.</summary>
internal sealed record Inputs(ImmutableArray<InputFile> Files, ImmutableSortedDictionary<Skip, int> Skipped);

/// <summary>Walks files and folders. What cannot be looked at is in the list too: nothing is left out silently.</summary>
internal sealed class InputFiles
{
    private readonly FileSelection _selection;
    private readonly string _output;
    private readonly Dictionary<string, InputFile> _files = [];
    private readonly Dictionary<Skip, int> _skipped = [];

    private InputFiles(FileSelection selection, string output)
    {
        _selection = selection;
        _output = Path.TrimEndingDirectorySeparator(Path.GetFullPath(output));
    }

    public static Inputs Find(IngestOptions options)
    {
        var finder = new InputFiles(new FileSelection(options.Include, options.Exclude), options.Output);
        foreach (var path in options.Paths) finder.Add(path);
        return new Inputs(
            [.. finder._files.Values.OrderBy(file => file.Path, StringComparer.Ordinal)],
            finder._skipped.ToImmutableSortedDictionary());
    }

    private void Add(string given)
    {
        var named = InputFile.Named(given);
        if (Directory.Exists(named.FullPath)) Walk(named.FullPath, "", named.Path.EndsWith('/') ? named.Path : named.Path + "/");
        else Add(named);
    }

    /// <summary>A file reached on two ways is one file; of its spellings the first in order stays.</summary>
    private void Add(InputFile file)
    {
        if (!_files.TryGetValue(file.FullPath, out var known) || string.CompareOrdinal(file.Path, known.Path) < 0)
            _files[file.FullPath] = file;
    }

    /// <param name="below">Path from the given folder, as the patterns see it; empty, or ending in <c>/</c>.</param>
    private void Walk(string folder, string below, string shown)
    {
        List<FileSystemInfo> entries;
        try
        {
            entries = [.. new DirectoryInfo(folder).EnumerateFileSystemInfos()];
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            Add(new InputFile(shown, folder, new Message("无权打开这个文件夹。", "This folder may not be opened.")));
            return;
        }
        foreach (var entry in entries)
        {
            if (SkipOf(entry, below) is { } skip) _skipped[skip] = _skipped.GetValueOrDefault(skip) + 1;
            else if (entry is DirectoryInfo) Walk(entry.FullName, $"{below}{entry.Name}/", $"{shown}{entry.Name}/");
            else Add(new InputFile(shown + entry.Name, entry.FullName));
        }
    }

    private Skip? SkipOf(FileSystemInfo entry, string below)
    {
        if (entry.Name.StartsWith('.') || entry.Attributes.HasFlag(FileAttributes.Hidden)) return Skip.Hidden;
        if (entry is DirectoryInfo folder)
        {
            if (folder.FullName == _output) return Skip.OwnOutput;
            return folder.LinkTarget is null ? null : Skip.Link; // a link to a folder may lead in a circle
        }
        if (ByProducts.IsByProduct(entry.Name)) return Skip.ByProduct;
        if (!_selection.Contains(below + entry.Name)) return Skip.NotSelected;
        return ByProducts.IsOwnOutput(entry.FullName) ? Skip.OwnOutput : null;
    }
}
