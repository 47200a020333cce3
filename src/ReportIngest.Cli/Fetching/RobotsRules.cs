using System.Collections.Immutable;

namespace ReportIngest.Cli.Fetching;

/// <summary>A host's <c>robots.txt</c> (RFC 9309), as far as it speaks to us: the group that names us, else that for all.</summary>
internal sealed class RobotsRules
{
    private readonly ImmutableArray<(string Pattern, bool May)> _rules;

    private RobotsRules(ImmutableArray<(string, bool)> rules) => _rules = rules;

    public static RobotsRules None { get; } = new([]);

    /// <summary>Of a host that cannot say: it is taken as closed (RFC 9309, 2.3.1.4).</summary>
    public static RobotsRules Closed { get; } = new([("/", false)]);

    /// <param name="name">The first word of the user agent, in lower case.</param>
    public static RobotsRules Parse(string text, string name)
    {
        var groups = new List<(List<string> Agents, List<(string, bool)> Rules)>();
        var isHead = false;
        foreach (var line in text.Split('\n').Select(line => line.Split('#')[0].Trim()))
        {
            if (line.Split(':', 2) is not [var key, var value]) continue;
            (key, value) = (key.Trim().ToLowerInvariant(), value.Trim());
            if (key == "user-agent")
            {
                if (!isHead) groups.Add(([], []));
                groups[^1].Agents.Add(value.ToLowerInvariant());
                isHead = true;
            }
            else if (key is "allow" or "disallow")
            {
                isHead = false;
                if (groups.Count > 0 && value.Length > 0) groups[^1].Rules.Add((value, key == "allow"));
            }
        }
        var own = groups.Where(group => group.Agents.Contains(name)).ToList();
        var mine = own.Count > 0 ? own : groups.Where(group => group.Agents.Contains("*")).ToList();
        return new RobotsRules([.. mine.SelectMany(group => group.Rules)]);
    }

    /// <summary>The longest rule that fits decides; of two as long, the one that allows.</summary>
    public bool May(Uri address) => _rules.Where(rule => Fits(rule.Pattern, address.PathAndQuery)).OrderByDescending(rule => rule.Pattern.Length).ThenByDescending(rule => rule.May)
        .Select(rule => (bool?)rule.May).FirstOrDefault() ?? true;

    /// <summary>Piece by piece between the stars, so that no rule can take long. Both may spell a character with percent signs or without.</summary>
    private static bool Fits(string pattern, string path)
    {
        var rest = Uri.UnescapeDataString(path);
        var pieces = Array.ConvertAll(pattern.TrimEnd('$').Split('*'), Uri.UnescapeDataString);
        if (!rest.StartsWith(pieces[0], StringComparison.Ordinal)) return false;
        var at = pieces[0].Length;
        foreach (var piece in pieces.AsSpan(1))
        {
            var found = rest.IndexOf(piece, at, StringComparison.Ordinal);
            if (found < 0) return false;
            at = found + piece.Length;
        }
        if (!pattern.EndsWith('$')) return true;
        // The last piece need not be the first of its kind.
        return pieces.Length == 1 ? at == rest.Length : rest.EndsWith(pieces[^1], StringComparison.Ordinal);
    }
}
