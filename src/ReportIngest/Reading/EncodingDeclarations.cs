using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReportIngest.Reading;

/// <summary>The encodings that a file names in its markup. Only the tags that may name one are looked at: a page has thousands of others.</summary>
internal static partial class EncodingDeclarations
{
    private static readonly SearchValues<string> Starts = SearchValues.Create(["<!--", "<meta", "<?xml"], StringComparison.OrdinalIgnoreCase);

    /// <summary>The names in order, as they are written, without those in comments.</summary>
    public static ImmutableArray<string> In(ReadOnlySpan<char> head)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        for (var at = head.IndexOfAny(Starts); at >= 0; at = head.IndexOfAny(Starts))
        {
            head = head[at..];
            if (head.StartsWith("<!--") && head[4..].IndexOf("-->") is >= 0 and var comment)
                head = head[(4 + comment + 3)..];
            else
            {
                if (Declaration().Match(Tag(head).ToString()) is { Success: true } match) names.Add(match.Groups["name"].Value);
                head = head[1..];
            }
        }

        return names.DrainToImmutable();
    }

    private static ReadOnlySpan<char> Tag(ReadOnlySpan<char> text)
    {
        var end = text[1..].IndexOfAny('<', '>');
        return end < 0 ? text : text[..(end + 1)];
    }

    [GeneratedRegex("""^<(?:meta\s[^<>]*?charset\s*=|\?xml\s[^<>]*?encoding\s*=)\s*(?:["']\s*)?(?<name>[A-Za-z0-9_:.\-]+)""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Declaration();
}
