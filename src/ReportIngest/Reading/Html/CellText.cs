using Dom = AngleSharp.Dom;

namespace ReportIngest.Reading.Html;

/// <summary>Reads one cell, heading or caption: what it shows, and whether its digits may be others than those that are shown.</summary>
internal sealed class CellText(Tables tables, Dom.Element cell, TextLines lines)
{
    private readonly StyleSheets? _sheets = tables.Sheets;

    private List<TableModel>? _inner;
    private bool _hasHeading;

    /// <summary>Digits of it may not be seen, or stand close to others that may be of another number.</summary>
    private bool _hidesDigits;

    /// <summary>There is what is no text: a field, a picture, a table with digits.</summary>
    private bool _showsMore;

    /// <summary>Digits were left out since the page's own style sheet hides them.</summary>
    private bool _leftOut;

    /// <summary>The element of the last text.</summary>
    private Dom.Element? _last;

    /// <param name="around">Whether text around it may not be seen.</param>
    public CellContent Read(Traits traits, bool around)
    {
        _hidesDigits = _sheets is not null && _sheets.Of(cell, Traits.None).HasFlag(Traits.Written);
        if (!traits.HasFlag(Traits.Invisible)) Add(cell, traits, Elements.IsRaisedAround(cell), HiddenNames.AreOf(cell) || tables.IsPale(cell, traits, around));
        var text = lines.Take();
        return new CellContent(cell, traits, text, _inner is null ? [] : [.. _inner], _hasHeading)
        {
            IsUnclear = _hidesDigits || (_showsMore && text.Length == 0) || (_leftOut && !text.Any(char.IsDigit)),
        };
    }

    private void Add(Dom.Element parent, Traits its, bool raised, bool pale)
    {
        var raisedHere = its.HasFlag(Traits.Raised);
        var nodes = ((Dom.INode)parent).ChildNodes;
        for (var i = 0; i < nodes.Length; i++)
        {
            var node = nodes[i];
            if (node is Dom.Element child) AddElement(child, Elements.Of(child), raisedHere, pale);
            else if (node is Dom.IText words)
            {
                var shown = Elements.Text(words, raised || raisedHere);
                _hidesDigits |= (pale && words.Data.Any(char.IsDigit)) || (lines.EndsInDigit && shown is [>= '0' and <= '9', ..] && AreSetApart(_last, parent));
                lines.Append(shown, its.HasFlag(Traits.Preformatted));
                _last = parent;
            }
        }
    }

    private void AddElement(Dom.Element child, Traits its, bool raised, bool pale)
    {
        _showsMore |= (its & (Traits.Field | Traits.Picture)) != Traits.None && Elements.ShowsMore(child, its);
        if ((its & Traits.Unseen) != Traits.None)
        {
            _hidesDigits |= _sheets is not null && its.HasFlag(Traits.Gone) && _sheets.MayShow(child) && child.TextContent.Any(char.IsDigit);
            return;
        }

        if (_sheets is not null && IsHidden(_sheets.Of(child, its), child)) return;
        if (its.HasFlag(Traits.Table) && tables.Of(child) is { IsLayout: false } table)
        {
            (_inner ??= []).Add(table);
            _showsMore |= table.Cells.Any(inner => inner.Content.Text.Any(char.IsDigit));
            lines.Break();
            return;
        }

        _hasHeading |= its.HasFlag(Traits.Heading);
        var breaks = (its & (Traits.Block | Traits.LineBreak)) != Traits.None;
        if (breaks) lines.Break();
        if (its.HasFlag(Traits.Item)) lines.Mark(child.TextContent.Any(char.IsLetter) ? tables.Numbers.Before(child) : ""); // the number in front of a value is no part of it
        Add(child, its, raised, HiddenNames.AreOf(child) || tables.IsPale(child, its, pale));
        if (its.HasFlag(Traits.Item)) lines.Mark(""); // an empty item
        if (breaks) lines.Break();
    }

    /// <summary>What sorts the rows of a table, or appears below the pointer, is left out. Where a cell has nothing else to show, a script may bring it out.</summary>
    /// <param name="styled">As the page's own style sheet has it.</param>
    private bool IsHidden(Traits styled, Dom.Element child)
    {
        _hidesDigits |= styled.HasFlag(Traits.Written);
        if (!styled.HasFlag(Traits.Hidden)) return false;
        _leftOut |= child.TextContent.Any(char.IsDigit);
        return true;
    }

    /// <summary>Whether digits of two elements, one behind the other, may be of two numbers.</summary>
    private bool AreSetApart(Dom.Element? one, Dom.Element other) =>
        one is not null && one != other && (LetteringOf(other).IsUnlike(LetteringOf(one)) || (tables.AreLinked && Classes(one) != Classes(other)));

    /// <summary>The names of the nearest element within the cell that has any: a linked sheet may hide one of two that differ.</summary>
    private string? Classes(Dom.Element? element)
    {
        for (; element is not null && element != cell; element = element.ParentElement as Dom.Element)
        {
            if (Elements.Attribute(element, "class") is { } classes) return classes;
        }

        return null;
    }

    /// <summary>How an element's letters are set: as those around it within the cell where it says nothing of its own.</summary>
    private Lettering LetteringOf(Dom.Element? element)
    {
        var (size, shift) = ((double?)null, (double?)null);
        for (; element is not null && (size is null || shift is null); element = element == cell ? null : element.ParentElement as Dom.Element)
        {
            var style = new Declarations(Elements.Attribute(element, "style"));
            size ??= PaleText.Size(style) ?? _sheets?.SizeOf(element);
            shift ??= PaleText.Shift(style) ?? _sheets?.ShiftOf(element);
        }

        return new Lettering(size ?? 0, shift ?? 0);
    }
}
