using System.Collections.Immutable;

namespace ReportIngest.Benchmarks.Nights;

/// <summary>What a day does to a folder of pages.</summary>
/// <param name="From">Where it was, for a page that is moved; else null.</param>
/// <param name="Bytes">Null for a page that is taken away.</param>
internal sealed record Edit(string Name, string? From, byte[]? Bytes);

/// <summary>A folder of forged pages and its days, each with some pages changed, new, taken away and moved. The same seed makes the same days.</summary>
internal sealed class SourceFolder
{
    /// <summary>Days lie in the past, so that the time of a file tells whether it has changed.</summary>
    private static readonly DateTime FirstDay = new(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    private readonly ForgedPages _pages;
    private readonly Random _random;
    private readonly List<(int Number, string Name, int Values)> _there;
    private int _next;
    private int _day;

    public SourceFolder(ForgedPages pages, int documents, int seed)
    {
        (_pages, _random, _next) = (pages, new Random(seed), documents);
        _there = [.. Enumerable.Range(0, documents).Select(number => (number, ForgedPages.NameOf(number), 0))];
    }

    /// <summary>The pages that are there on the first day.</summary>
    public IEnumerable<Edit> Begin() => _there.Select(page => new Edit(page.Name, null, _pages.Page(page.Number, 0, 0)));

    /// <summary>The next day's edits.</summary>
    /// <param name="changed">Pages with other numbers; half as many have other bytes alone.</param>
    public ImmutableArray<Edit> NextDay(int changed, int added, int withdrawn, int moved)
    {
        _day++;
        var edits = ImmutableArray.CreateBuilder<Edit>();
        var touched = new HashSet<int>();
        for (var i = 0; i < changed; i++)
        {
            var at = Untouched(touched);
            var page = _there[at];
            if (i % 3 != 2) page.Values++;
            _there[at] = page;
            edits.Add(new Edit(page.Name, null, _pages.Page(page.Number, page.Values, _day)));
        }
        for (var i = 0; i < moved; i++)
        {
            var at = Untouched(touched);
            var page = _there[at];
            var to = page.Name.Replace(".html", $"-{_day}.html", StringComparison.Ordinal);
            edits.Add(new Edit(to, page.Name, []));
            _there[at] = page with { Name = to };
        }
        foreach (var at in Enumerable.Range(0, withdrawn).Select(_ => Untouched(touched)).OrderDescending().ToList())
        {
            edits.Add(new Edit(_there[at].Name, null, null));
            _there.RemoveAt(at);
        }
        for (var i = 0; i < added; i++)
        {
            var page = (Number: _next, Name: ForgedPages.NameOf(_next), Values: 0);
            edits.Add(new Edit(page.Name, null, _pages.Page(page.Number, 0, _day)));
            _there.Add(page);
            _next++;
        }
        return edits.ToImmutable();
    }

    public static void Apply(string folder, int day, IEnumerable<Edit> edits)
    {
        foreach (var edit in edits)
        {
            var path = Path.Combine(folder, edit.Name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            if (edit.From is { } from)
            {
                File.Move(Path.Combine(folder, from), path);
            }
            else if (edit.Bytes is { } bytes)
            {
                File.WriteAllBytes(path, bytes);
                File.SetLastWriteTimeUtc(path, FirstDay.AddDays(day));
            }
            else
            {
                File.Delete(path);
            }
        }
    }

    private int Untouched(HashSet<int> touched)
    {
        int at;
        do at = _random.Next(_there.Count);
        while (!touched.Add(at));
        return at;
    }
}
