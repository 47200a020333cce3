using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportIngest.Reports;

namespace ReportIngest.Rosters;

/// <summary>
/// What the path of a file says of whose report it should be. A hint, never proof: it says where to look for a report that is not there, and is never
/// taken for what a document says.
/// </summary>
internal sealed partial class PathHints(RosterNames names)
{
    private readonly Dictionary<string, ImmutableArray<NamedUnit>> _ofSegment = [];

    /// <summary>The one unit that the file's own name names, by name or code; null for none or several.</summary>
    public RosterUnit? UnitOfFile(string path) => One(Named(Segments(path)[^1]), "");

    /// <summary>The same, or where the file's name says nothing, the nearest folder's; 郏县/城关镇/1.html is the 城关镇 of 郏县.</summary>
    public RosterUnit? Unit(string path)
    {
        var segments = Segments(path);
        for (var i = segments.Length - 1; i >= 0; i--)
            if (Named(segments[i]) is { IsEmpty: false } named) return One(named, string.Join('/', segments.Take(i)));
        return null;
    }

    /// <summary>The one year that the nearest part of the path with a year names; a day (2025-01-20) is none.</summary>
    public static int? Year(string path)
    {
        var segments = Segments(path);
        for (var i = segments.Length - 1; i >= 0; i--)
        {
            var years = AnyYear().Matches(segments[i]).Select(match => ReportYear.Parse(match.Value)).Distinct().ToList();
            if (years.Count > 0) return years.Count == 1 ? years[0] : null;
        }
        return null;
    }

    private static string[] Segments(string path) => path.Split('/', StringSplitOptions.RemoveEmptyEntries) is [_, ..] parts ? parts : [path];

    private ImmutableArray<NamedUnit> Named(string segment)
    {
        if (!_ofSegment.TryGetValue(segment, out var named)) _ofSegment[segment] = named = names.In(UnitCore.Inside(segment));
        return named;
    }

    private static RosterUnit? One(ImmutableArray<NamedUnit> named, string folders)
    {
        if (named.Length == 1) return named[0].Unit;
        var above = CompactText.Of(folders);
        var within = named.Where(unit => unit.Above.Length > 0 && above.Contains(unit.Above[0], StringComparison.Ordinal)).ToList();
        return within.Count == 1 ? within[0].Unit : null;
    }

    [GeneratedRegex("(?<![0-9])20[0-9]{2}(?![0-9]|[-_./年]?[01]?[0-9](?:[-_./月]|$)|[-_.][0-9])|二[〇○零]二[〇○零一二三四五六七八九]", RegexOptions.ExplicitCapture)]
    private static partial Regex AnyYear();
}
