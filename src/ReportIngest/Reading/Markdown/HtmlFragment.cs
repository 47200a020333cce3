using System.Collections.Immutable;
using System.Text;
using ReportIngest.Documents;

namespace ReportIngest.Reading.Markdown;

/// <summary>HTML inside Markdown, read as a page of its own.</summary>
internal static class HtmlFragment
{
    /// <exception cref="UnreadableException">It has more elements or cells than <paramref name="limits"/> allow.</exception>
    public static ImmutableArray<Block> Blocks(string html, Limits limits)
    {
        // The mark says that the bytes are UTF-8, whatever the fragment says of the page it was cut from.
        byte[] bytes = [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(html)];
        return HtmlReader.Read(bytes, Source.Of("", bytes), limits).Blocks;
    }
}
