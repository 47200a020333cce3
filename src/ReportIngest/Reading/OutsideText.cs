using System.Text;

namespace ReportIngest.Reading;

/// <summary>What stands outside all HTML elements of a text.</summary>
/// <param name="Text">The text outside; a line that a tag stood in is kept as far as it is outside.</param>
/// <param name="Blocks">Tags that only a page or a fragment of one has.</param>
/// <param name="Breaks">Tags among them that break lines of prose.</param>
internal sealed record OutsideText(string Text, int Blocks, int Breaks)
{
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> LineBreaks = Names("br", "p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> OtherBlocks =
        Names("html", "head", "body", "meta", "title", "table", "tr", "td", "th", "tbody", "center", "section", "article", "frameset");

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Childless =
        Names("br", "hr", "img", "input", "meta", "link", "base", "col", "area", "embed", "param", "source", "wbr");

    public static OutsideText Of(string text)
    {
        var outside = new StringBuilder();
        var open = new OpenElements();
        int at = 0, blocks = 0, breaks = 0;
        while (at < text.Length)
        {
            var tag = text.IndexOf('<', at);
            var end = tag < 0 ? text.Length : tag;
            if (open.IsEmpty) outside.Append(text, at, end - at);
            if (tag < 0) break;

            at = EndOfTag(text, tag);
            var name = Name(text, tag, out var closes);
            if (name.Length == 0)
            {
                if (at == tag + 1 && open.IsEmpty) outside.Append('<');
                continue;
            }

            if (closes)
            {
                open.Close(name);
                continue;
            }

            if (LineBreaks.Contains(name)) breaks++;
            if (LineBreaks.Contains(name) || OtherBlocks.Contains(name)) blocks++;
            if (!Childless.Contains(name)) open.Open(name);
        }

        return new OutsideText(outside.ToString(), blocks, breaks);
    }

    private static HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Names(params string[] names) =>
        new HashSet<string>(names, StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The name of an element's tag; empty for a comment, a declaration and for a <c>&lt;</c> that begins no tag.</summary>
    private static ReadOnlySpan<char> Name(string text, int tag, out bool closes)
    {
        var start = tag + 1;
        closes = start < text.Length && text[start] == '/';
        if (closes) start++;
        var end = start;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == ':')) end++;
        return end > start && char.IsAsciiLetter(text[start]) ? text.AsSpan(start, end - start) : [];
    }

    /// <summary>The position behind the tag, comment or declaration at <paramref name="tag"/>; behind the bare <c>&lt;</c> if it is none.</summary>
    private static int EndOfTag(string text, int tag)
    {
        if (tag + 1 >= text.Length || !(char.IsAsciiLetter(text[tag + 1]) || text[tag + 1] is '/' or '!' or '?')) return tag + 1;
        var comment = text.AsSpan(tag).StartsWith("<!--", StringComparison.Ordinal);
        var end = comment ? text.IndexOf("-->", tag, StringComparison.Ordinal) : text.IndexOf('>', tag);
        return end < 0 ? text.Length : end + (comment ? 3 : 1);
    }

    /// <summary>The elements that are open; one that was never opened cannot be closed.</summary>
    private sealed class OpenElements
    {
        private readonly Stack<Element> _open = new();

        // Looked up by spans: a page has thousands of tags, and a string for each was most of the work.
        private readonly Dictionary<string, Element>.AlternateLookup<ReadOnlySpan<char>> _known =
            new Dictionary<string, Element>(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

        public bool IsEmpty => _open.Count == 0;

        public void Open(ReadOnlySpan<char> name)
        {
            if (!_known.TryGetValue(name, out var element)) _known[name] = element = new Element();
            element.Count++;
            _open.Push(element);
        }

        public void Close(ReadOnlySpan<char> name)
        {
            if (!_known.TryGetValue(name, out var element) || element.Count == 0) return;
            Element closed;
            do
            {
                closed = _open.Pop();
                closed.Count--;
            }
            while (closed != element);
        }

        /// <summary>All elements of one name: how many of them are open.</summary>
        private sealed class Element
        {
            public int Count { get; set; }
        }
    }
}
