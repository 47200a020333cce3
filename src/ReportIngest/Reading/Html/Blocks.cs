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
    private readonly HashSet<Table> _hidden = new(ReferenceEqualityComparer.Instance);

    /// <summary>Pictures inside the paragraph that is being read: they stand behind it.</summary>
    private int _pictures;

    /// <summary>How many links are open, and whether the paragraph has text outside of any.</summary>
    private int _links;
    private bool _isSpoken;

    private Blocks(Limits limits, StyleSheets? sheets, bool areLinked) => _tables = new Tables(limits, _numbers, sheets, areLinked);

    /// <param name="styles">The page's <c>style</c> elements.</param>
    public static ImmutableArray<Block> Of(Dom.Element root, IReadOnlyList<Dom.Element> styles, Limits limits)
    {
        var sheets = StyleSheets.Of(styles, root);
        if (sheets is not null) LooseNames.Fold(root);
        var blocks = new Blocks(limits, sheets, styles.Any(StyleSheets.IsLinked));
        blocks.AddWithin(root, Elements.Of(root));
        return HiddenCopies.LeaveOut(blocks._blocks.DrainToImmutable(), blocks._hidden);
    }

    /// <param name="raised">Whether the element around <paramref name="parent"/> is.</param>
    private void AddChildren(Dom.Element parent, Traits traits, bool raised)
    {
        var raisedHere = traits.HasFlag(Traits.Raised);
        var nodes = ((Dom.INode)parent).ChildNodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = nodes[i];
            if (node is Dom.Element element)
            {
                var its = Elements.Of(element);
                if ((its & Traits.Unseen) == Traits.None) Add(element, its, raisedHere);
            }
            else if (node is Dom.IText text)
            {
                var words = Elements.Text(text, raised || raisedHere);
                _isSpoken |= _links == 0 && !string.IsNullOrWhiteSpace(words);
                _lines.Append(words, traits.HasFlag(Traits.Preformatted));
            }
        }
    }

    /// <summary>What an element holds by itself, wherever it stands.</summary>
    private void AddWithin(Dom.Element element, Traits traits)
    {
        AddChildren(element, traits, Elements.IsRaisedAround(element));
        EndParagraph();
    }

    private void Add(Dom.Element element, Traits traits, bool raised)
    {
        if (traits.HasFlag(Traits.LineBreak))
        {
            _lines.Break();
            return;
        }

        if (traits.HasFlag(Traits.Picture))
        {
            if (Elements.MayShowTable(element)) _pictures++;
            return;
        }

        if (traits.HasFlag(Traits.Block)) EndParagraph();
        if (traits.HasFlag(Traits.Item)) _lines.Mark(_numbers.Before(element));
        var isLink = element.LocalName == "a" && element.HasAttribute("href");
        if (isLink) _links++;
        if (traits.HasFlag(Traits.Table)) AddTable(_tables.Of(element), _tables.AreHidden(element));
        else if (traits.HasFlag(Traits.Heading)) AddHeading(element, traits);
        else AddChildren(element, traits, raised);
        if (isLink) _links--;
        if (traits.HasFlag(Traits.Block)) EndParagraph();
        if (traits.HasFlag(Traits.Item)) _lines.Mark(""); // an empty item
    }

    private void AddHeading(Dom.Element element, Traits traits)
    {
        var content = _tables.Content(element, traits);
        if (content.Text.Length > 0) _blocks.Add(new Heading(Elements.HeadingLevel(element), content.Text, default));
        foreach (var table in content.Inner) AddTable(table, hidden: false);
    }

    /// <param name="hidden">The page's own style sheet leaves no doubt that it is not shown.</param>
    private void AddTable(TableModel table, bool hidden)
    {
        if (table.Caption is { } caption) AddWithin(caption, Elements.Of(caption));

        if (!table.IsLayout)
        {
            var data = table.ToTable();
            _blocks.Add(data);
            if (hidden) _hidden.Add(data);
        }

        foreach (var cell in table.Cells)
        {
            if (table.IsLayout && !cell.Content.Traits.HasFlag(Traits.Invisible))
                AddWithin(cell.Content.Element, cell.Content.Traits);
            else
            {
                foreach (var inner in cell.Content.Inner) AddTable(inner, hidden);
            }
        }
    }

    private void EndParagraph()
    {
        var text = _lines.Take();
        if (text.Length > 0) _blocks.Add(new Paragraph(text, default) { IsLink = !_isSpoken });
        _isSpoken = false;
        for (; _pictures > 0; _pictures--) _blocks.Add(new Picture(default));
    }
}
