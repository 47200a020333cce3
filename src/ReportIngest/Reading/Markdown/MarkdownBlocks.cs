using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reading.Text;
using Md = Markdig;
using MdBlocks = Markdig.Syntax;

namespace ReportIngest.Reading.Markdown;

/// <summary>A block and the line (from 0) that it begins in.</summary>
internal readonly record struct PlacedBlock(int Line, Block Block);

/// <summary>The headings and paragraphs of Markdown without tables.</summary>
internal sealed class MarkdownBlocks
{
    private static readonly Md.MarkdownPipeline Pipeline = BuildPipeline(Limits.Default.MarkdownNesting);

    private readonly string _source;
    private readonly ImmutableArray<PlacedBlock>.Builder _blocks = ImmutableArray.CreateBuilder<PlacedBlock>();

    private readonly Limits _limits;

    private MarkdownBlocks(string source, Limits limits) => (_source, _limits) = (source, limits);

    /// <exception cref="ArgumentException">The source nests too deeply.</exception>
    public static ImmutableArray<PlacedBlock> Of(string source, Limits limits)
    {
        var blocks = new MarkdownBlocks(source, limits);
        blocks.AddAll(Md.Markdown.Parse(source, limits.MarkdownNesting == Limits.Default.MarkdownNesting ? Pipeline : BuildPipeline(limits.MarkdownNesting)), "");
        return blocks._blocks.ToImmutable();
    }

    private static Md.MarkdownPipeline BuildPipeline(int nesting)
    {
        var builder = new Md.MarkdownPipelineBuilder { MaximumNestingDepth = nesting };

        // A report holds no code: what is indented by four blanks is prose, whose emphasis and headings count.
        builder.BlockParsers.TryRemove<Md.Parsers.IndentedCodeBlockParser>();
        return builder.Build();
    }

    /// <param name="marker">What goes before the first paragraph: the number of a list item.</param>
    private void AddAll(MdBlocks.ContainerBlock container, string marker)
    {
        foreach (var block in container)
        {
            Add(block, marker);
            marker = "";
        }
    }

    private void Add(MdBlocks.Block block, string marker)
    {
        switch (block)
        {
            case MdBlocks.HeadingBlock { Inline: { } inline } heading:
                AddHeading(heading, MarkdownInlines.Of(inline));
                break;
            case MdBlocks.ParagraphBlock { Inline: { } inline } paragraph:
                AddParagraph(paragraph.Line, marker + MarkdownInlines.Of(inline));
                if (MarkdownInlines.HasPicture(inline)) _blocks.Add(new PlacedBlock(paragraph.Line, new Picture(default)));
                break;
            case MdBlocks.FencedCodeBlock fenced:
                foreach (var line in fenced.Lines.Lines.Take(fenced.Lines.Count)) AddParagraph(line.Line, line.ToString());
                break;
            case MdBlocks.HtmlBlock html:
                _blocks.AddRange(HtmlReader.Blocks(html.Lines.ToString(), _limits).Select(block => new PlacedBlock(html.Line, block)));
                break;
            case MdBlocks.ListItemBlock item:
                AddItem(item);
                break;
            case MdBlocks.ContainerBlock inner:
                AddAll(inner, "");
                break;
        }
    }

    private void AddHeading(MdBlocks.HeadingBlock heading, string text)
    {
        // A crawled cell that says "none" with one or two dashes is no underline of the label above it.
        var underline = heading.IsSetext ? Slice(heading.Span.Start, heading.Span.End).Split('\n')[^1].Trim() : "";
        if (underline is "-" or "--") AddParagraph(heading.Line, $"{text}\n{underline}");
        else if (text.Length > 0) _blocks.Add(new PlacedBlock(heading.Line, new Heading(heading.Level, text, default)));
    }

    /// <summary>The number of an ordered item may be part of the report's text, and a bullet with nothing behind it is a cell that says "none".</summary>
    private void AddItem(MdBlocks.ListItemBlock item)
    {
        var ordered = ((MdBlocks.ListBlock)item.Parent!).IsOrdered;
        var source = Slice(item.Span.Start, item.Span.End).TrimStart();
        var end = source.AsSpan().IndexOfAny(" \t\n");
        var marker = end < 0 ? source : source[..end];
        if (item.Count == 0) AddParagraph(item.Line, marker);
        else AddAll(item, ordered ? marker + " " : "");
    }

    private void AddParagraph(int line, string text)
    {
        if (text.Trim() is { Length: > 0 } trimmed) _blocks.Add(new PlacedBlock(line, new Paragraph(trimmed, default)));
    }

    private string Slice(int start, int end) => _source[start..Math.Min(end + 1, _source.Length)];
}
