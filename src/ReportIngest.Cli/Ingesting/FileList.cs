using System.Collections;
using ReportIngest.Corpus;

namespace ReportIngest.Cli.Ingesting;

/// <summary>
/// The files of a run. Of a hundred thousand below a folder only the names are kept, and those of their folders once: an <see cref="InputFile"/> is made
/// when it is asked for.
/// </summary>
internal sealed class FileList : IReadOnlyList<InputFile>
{
    /// <summary>In the place of a folder: the file is one of <see cref="_others"/>.</summary>
    private const int NoFolder = -1;

    private readonly List<(string Shown, string Full)> _roots = [];
    private readonly ChunkedList<(int Root, int Below)> _folders = [];
    private readonly ChunkedList<(int Folder, int Name)> _files = [];
    private readonly List<InputFile> _others = [];
    private readonly PackedNames _names = new();

    /// <summary>Numbers of files, in the order of the list.</summary>
    private int[] _order = [];

    public int Count => _order.Length;

    public InputFile this[int index] => _files[_order[index]] is (NoFolder, var other) ? _others[other] : new InputFile(PathOf(_order[index], full: false), PathOf(_order[index], full: true));

    /// <summary>A folder that was given.</summary>
    /// <param name="shown">As its files' paths begin, with <c>/</c> at its end.</param>
    public int AddRoot(string shown, string full)
    {
        _roots.Add((shown, Path.EndsInDirectorySeparator(full) ? full : full + Path.DirectorySeparatorChar));
        return _roots.Count - 1;
    }

    /// <param name="below">From the given folder to this one: empty, or ending in <c>/</c>.</param>
    public int AddFolder(int root, string below)
    {
        _folders.Add((root, _names.Add(below)));
        return _folders.Count - 1;
    }

    public void Add(int folder, string name) => _files.Add((folder, _names.Add(name)));

    /// <summary>One that lies in no such folder, or of which there is more to say.</summary>
    public void Add(InputFile file)
    {
        _files.Add((NoFolder, _others.Count));
        _others.Add(file);
    }

    /// <summary>Puts the list in the order of the paths. A file that was reached on two ways is one file; of its spellings the first in order stays.</summary>
    public void Finish()
    {
        var order = Enumerable.Range(0, _files.Count).ToArray();
        // Below one folder nothing is reached twice.
        if (_roots.Count + _others.Count > 1)
        {
            Array.Sort(order, (left, right) => Compare(left, right, full: true) is not 0 and var full ? full : CompareShown(left, right));
            order = [.. order.Where((file, i) => i == 0 || Compare(order[i - 1], file, full: true) != 0)];
        }
        Array.Sort(order, CompareShown);
        _order = order;
    }

    public IEnumerator<InputFile> GetEnumerator()
    {
        for (var i = 0; i < Count; i++) yield return this[i];
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int CompareShown(int left, int right) => Compare(left, right, full: false) is not 0 and var shown ? shown : left.CompareTo(right);

    private int Compare(int left, int right, bool full)
    {
        var ((folder, name), (otherFolder, otherName)) = (_files[left], _files[right]);
        if (folder == otherFolder && folder != NoFolder) return _names[name].SequenceCompareTo(_names[otherName]);
        return string.CompareOrdinal(PathOf(left, full), PathOf(right, full));
    }

    private string PathOf(int file, bool full)
    {
        var (folder, name) = _files[file];
        if (folder == NoFolder) return full ? _others[name].FullPath : _others[name].Path;
        var (root, below) = _folders[folder];
        return full
            ? string.Concat(_roots[root].Full, _names[below].ToString().Replace('/', Path.DirectorySeparatorChar), _names[name])
            : string.Concat(_roots[root].Shown, _names[below], _names[name]);
    }
}
