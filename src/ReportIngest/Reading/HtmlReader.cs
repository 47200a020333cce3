using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reading.Html;
using Angle = AngleSharp;
using Dom = AngleSharp.Dom;
using HtmlDom = AngleSharp.Html.Dom;
using Loading = AngleSharp.Browser;
using Parsing = AngleSharp.Html.Parser;

namespace ReportIngest.Reading;

/// <summary>Reads a web page or a fragment of one as a browser shows it: nothing is loaded, no script runs.</summary>
public static class HtmlReader
{
    /// <summary>The parser's own, made once, without what only follows links, classes and encodings that attributes name: none of that changes the tree.</summary>
    private static readonly Angle.Configuration Configuration =
        new([.. Angle.Configuration.Default.Services.Where(service => service is not (Dom.IAttributeObserver or Loading.IMetaHandler))]);

    /// <exception cref="UnreadableException">The page passes one of the <paramref name="limits"/>.</exception>
    public static Document Read(ReadOnlyMemory<byte> bytes, Source source, Limits limits) => Read(bytes, null, source, limits);

    /// <param name="decoded">The page's text where it is decoded already.</param>
    internal static Document Read(ReadOnlyMemory<byte> bytes, DecodedText? decoded, Source source, Limits limits)
    {
        if (bytes.Length > limits.InputBytes)
        {
            throw TooLarge(
                $"网页 {source.Path} 有 {bytes.Length} 字节，超过上限 {limits.InputBytes}；请提供只含报告的网页。",
                $"The page {source.Path} has {bytes.Length} bytes, over the limit of {limits.InputBytes}; provide a page with the report only.");
        }

        decoded ??= TextDecoder.Decode(bytes.Span);
        using var page = Parse(decoded.Text, limits, out var styles);
        return new Document(FileKind.Html, decoded.Encoding, Html.Blocks.Of((Dom.Element)page.DocumentElement, styles, limits), Metadata(page), decoded.Notes) { Ending = Endings.OfPage(decoded.Text) };
    }

    /// <summary>HTML inside another text, read as a page of its own.</summary>
    /// <exception cref="UnreadableException">It passes one of the <paramref name="limits"/>.</exception>
    internal static ImmutableArray<Block> Blocks(string html, Limits limits)
    {
        using var page = Parse(html, limits, out var styles);
        return Html.Blocks.Of((Dom.Element)page.DocumentElement, styles, limits);
    }

    /// <summary>The parser takes time quadratic in the depth of nesting, so the depth is looked at as elements come into being, each when the next one does.</summary>
    private static HtmlDom.IHtmlDocument Parse(string text, Limits limits, out List<Dom.Element> styles)
    {
        var found = styles = [];
        Dom.INode? last = null;
        var options = new Parsing.HtmlParserOptions
        {
            IsScripting = false,
            DisableElementPositionTracking = true,
            SkipScriptText = true,
            OnCreated = (element, _) =>
            {
                var depth = 0;
                for (var node = last; node is not null; node = node.Parent)
                {
                    if (++depth > limits.Nesting) throw TooDeep(limits);
                }

                last = element;
                if (element.LocalName is "style" or "link") found.Add((Dom.Element)element);
            },
        };
        return new Parsing.HtmlParser(options, Angle.BrowsingContext.New(Configuration)).ParseDocument(text);
    }

    /// <summary>The title and every named <c>meta</c> in the page's order. A name may come more than once.</summary>
    private static ImmutableArray<KeyValuePair<string, string>> Metadata(HtmlDom.IHtmlDocument page)
    {
        var metadata = ImmutableArray.CreateBuilder<KeyValuePair<string, string>>();
        void Add(string name, string value)
        {
            var line = new TextLines();
            line.Append(value);
            metadata.Add(KeyValuePair.Create(name.Trim().ToLowerInvariant(), line.Take()));
        }

        void AddFrom(Dom.INode parent)
        {
            var nodes = parent.ChildNodes;
            for (var i = 0; i < nodes.Length; i++)
            {
                if (nodes[i] is not Dom.Element element) continue;
                if (element.LocalName == "title" && element is HtmlDom.IHtmlTitleElement) Add("title", element.TextContent);
                if (element.LocalName == "meta" && element is HtmlDom.IHtmlMetaElement { Content: { } content } && (element.GetAttribute("name") ?? element.GetAttribute("property")) is { } name) Add(name, content);
                if (element.HasChildNodes) AddFrom(element);
            }
        }

        AddFrom(page);
        return metadata.DrainToImmutable();
    }

    private static UnreadableException TooDeep(Limits limits) => TooLarge(
        $"网页的元素嵌套超过 {limits.Nesting} 层，不是正常的网页；请重新保存该网页。",
        $"The page nests elements more than {limits.Nesting} deep, which no proper page does; save the page again.");

    private static UnreadableException TooLarge(string zh, string en) => new(UnreadableReason.TooLarge, new Message(zh, en));
}
