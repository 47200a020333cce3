using System.Collections.Immutable;
using ReportIngest.Documents;
using Dom = AngleSharp.Dom;

namespace ReportIngest.Reading.Html;

/// <summary>Elements → headings, paragraphs and tables in the page's order. A layout table gives what its cells hold.</summary>
internal sealed class Blocks
{
    private readonly ImmutableArray<Block>.Builder _blocks = ImmutableArray.CreateBuilder<Block>();
    private readonly TextLines _lines = new();
    private readonly ListNumbers _numbers = new();
    private readonly Tables _tables;

    /// <summary>Pictures inside the paragraph that is being read: they stand behind it.</summary>
    private int _pictures;

    private Blocks(Limits limits) => _tables = new Tables(limits, _numbers);

    public static ImmutableArray<Block> Of(Dom.IElement root, Limits limits)
    {
        var blocks = new Blocks(limits);
        blocks.AddChildren(root);
        blocks.EndParagraph();
        return blocks._blocks.DrainToImmutable();
    }

    private void AddChildren(Dom.INode parent)
    {
        var nodes = parent.ChildNodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = nodes[i];
            if (node is Dom.IText text) _lines.Append(Elements.Text(text), keepLines: text.ParentElement?.LocalName == "pre");
            else if (node is Dom.IElement element && !Elements.IsGone(element) && !Elements.IsInvisible(element)) Add(element);
        }
    }

    private void Add(Dom.IElement element)
    {
        if (element.LocalName == "br")
        {
            _lines.Break();
            return;
        }

        if (element.LocalName == "img")
        {
            if (Elements.MayShowTable(element)) _pictures++;
            return;
        }

        var isBlock = Elements.IsBlock(element);
        if (isBlock) EndParagraph();
        if (element.LocalName == "li") _lines.Mark(_numbers.Before(element));
        if (element.LocalName == "table") AddTable(_tables.Of(element));
        else if (Elements.HeadingLevel(element) is > 0 and var level) AddHeading(element, level);
        else AddChildren(element);
        if (isBlock) EndParagraph();
        if (element.LocalName == "li") _lines.Mark(""); // an empty item
    }

    private void AddHeading(Dom.IElement element, int level)
    {
        var content = _tables.Content(element);
        if (content.Text.Length > 0) _blocks.Add(new Heading(level, content.Text, default));
        foreach (var table in content.Inner) AddTable(table);
    }

    private void AddTable(TableModel table)
    {
        if (table.Caption is { } caption)
        {
            AddChildren(caption);
            EndParagraph();
        }

        if (!table.IsLayout) _blocks.Add(table.ToTable());
        foreach (var cell in table.Cells)
        {
            if (table.IsLayout && !Elements.IsInvisible(cell.Content.Element))
            {
                AddChildren(cell.Content.Element);
                EndParagraph();
            }
            else
            {
                foreach (var inner in cell.Content.Inner) AddTable(inner);
            }
        }
    }

    private void EndParagraph()
    {
        var text = _lines.Take();
        if (text.Length > 0) _blocks.Add(new Paragraph(text, default));
        for (; _pictures > 0; _pictures--) _blocks.Add(new Picture(default));
    }
}
