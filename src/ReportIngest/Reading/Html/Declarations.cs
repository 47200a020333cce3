using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace ReportIngest.Reading.Html;

/// <summary>A property of a style that decides over text, or over whether it is seen. <see cref="Width"/> is the last.</summary>
internal enum Property
{
    Background, BackgroundColour, BackgroundImage, Bottom, Clip, ClipPath, Colour, Content, ContentVisibility, Direction, Display, Fill, Filter, FlexDirection, FlexFlow, Float, Font, FontSize, GridPlace, GridEnd, GridRow, Height, Inset, Left, LetterSpacing, LineHeight, ListStyle, ListStyleType,
    MarginLeft, Mask, MaskImage, MaximumHeight, MaximumWidth, MsoHide, MsoTextRaise, Offset, Opacity, Order, Overflow, Position, Right, Rotate, Scale, TextDecoration, TextDecorationLine, TextIndent, TextSecurity, Top, Transform, Translate, UnicodeBidi,
    VerticalAlign, Visibility, Zoom, Width,
}

/// <summary>What a style says of each property, its last word, found in one walk: pages have a style at every other element.</summary>
internal readonly ref struct Declarations
{
    private static readonly FrozenDictionary<string, Property>.AlternateLookup<ReadOnlySpan<char>> ByName = new Dictionary<string, Property>
    {
        ["background"] = Property.Background,
        ["background-color"] = Property.BackgroundColour,
        ["background-image"] = Property.BackgroundImage,
        ["bottom"] = Property.Bottom,
        ["clip"] = Property.Clip,
        ["-webkit-clip-path"] = Property.ClipPath,
        ["clip-path"] = Property.ClipPath,
        ["color"] = Property.Colour,
        ["content"] = Property.Content,
        ["content-visibility"] = Property.ContentVisibility,
        ["direction"] = Property.Direction,
        ["display"] = Property.Display,
        ["-webkit-text-fill-color"] = Property.Fill,
        ["-webkit-filter"] = Property.Filter,
        ["filter"] = Property.Filter,
        ["flex-direction"] = Property.FlexDirection,
        ["flex-flow"] = Property.FlexFlow,
        ["float"] = Property.Float,
        ["font"] = Property.Font,
        ["font-size"] = Property.FontSize,
        ["grid-area"] = Property.GridPlace,
        ["grid-column"] = Property.GridPlace,
        ["grid-column-start"] = Property.GridPlace,
        ["grid-column-end"] = Property.GridEnd,
        ["grid-row"] = Property.GridRow,
        ["grid-row-start"] = Property.GridRow,
        ["height"] = Property.Height,
        ["inset"] = Property.Inset,
        ["inset-inline"] = Property.Inset,
        ["inset-block"] = Property.Inset,
        ["inset-inline-start"] = Property.Left,
        ["inset-inline-end"] = Property.Right,
        ["inset-block-start"] = Property.Top,
        ["inset-block-end"] = Property.Bottom,
        ["left"] = Property.Left,
        ["letter-spacing"] = Property.LetterSpacing,
        ["line-height"] = Property.LineHeight,
        ["list-style"] = Property.ListStyle,
        ["list-style-type"] = Property.ListStyleType,
        ["margin-left"] = Property.MarginLeft,
        ["-webkit-mask"] = Property.Mask,
        ["mask"] = Property.Mask,
        ["-webkit-mask-image"] = Property.MaskImage,
        ["mask-image"] = Property.MaskImage,
        ["max-height"] = Property.MaximumHeight,
        ["max-width"] = Property.MaximumWidth,
        ["mso-hide"] = Property.MsoHide,
        ["mso-text-raise"] = Property.MsoTextRaise,
        ["offset"] = Property.Offset,
        ["offset-path"] = Property.Offset,
        ["opacity"] = Property.Opacity,
        ["order"] = Property.Order,
        ["overflow"] = Property.Overflow,
        ["position"] = Property.Position,
        ["right"] = Property.Right,
        ["rotate"] = Property.Rotate,
        ["scale"] = Property.Scale,
        ["text-decoration"] = Property.TextDecoration,
        ["text-decoration-line"] = Property.TextDecorationLine,
        ["text-indent"] = Property.TextIndent,
        ["-webkit-text-security"] = Property.TextSecurity,
        ["top"] = Property.Top,
        ["-webkit-transform"] = Property.Transform,
        ["transform"] = Property.Transform,
        ["translate"] = Property.Translate,
        ["unicode-bidi"] = Property.UnicodeBidi,
        ["vertical-align"] = Property.VerticalAlign,
        ["visibility"] = Property.Visibility,
        ["width"] = Property.Width,
        ["zoom"] = Property.Zoom,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase).GetAlternateLookup<ReadOnlySpan<char>>();

    private readonly ReadOnlySpan<char> _style;

    private readonly Places _places;

    /// <summary>One bit for each property.</summary>
    private readonly ulong _important;

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Displays = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "none", "block", "inline", "inline-block", "flex", "inline-flex", "grid", "inline-grid", "grid-lanes", "flow", "flow-root", "contents", "list-item", "run-in", "math", "ruby", "ruby-base", "ruby-text", "ruby-base-container",
        "ruby-text-container", "table", "inline-table", "table-row", "table-cell", "table-row-group", "table-header-group", "table-footer-group", "table-column", "table-column-group", "table-caption", "-webkit-box", "-webkit-inline-box",
        "-webkit-flex", "-webkit-inline-flex", "-moz-box", "inherit", "initial", "unset", "revert", "revert-layer").GetAlternateLookup<ReadOnlySpan<char>>();

    public Declarations(ReadOnlySpan<char> style)
    {
        _style = style;
        foreach (var range in style.Split(';'))
        {
            var declaration = style[range];
            var colon = declaration.IndexOf(':');
            if (colon < 0 || !ByName.TryGetValue(declaration[..colon].Trim(), out var property)) continue;
            var value = declaration[(colon + 1)..];
            var isImportant = value.LastIndexOf('!') is >= 0 and var mark && value[(mark + 1)..].Trim().Equals("important", StringComparison.OrdinalIgnoreCase);
            if (isImportant) value = value[..value.LastIndexOf('!')];
            if (value.Contains('!') || (IsImportant(property) && !isImportant) || (property == Property.Display && !IsDisplay(value.Trim()))) continue;
            if (isImportant) _important |= 1UL << (int)property;
            _places[(int)property] = (range.Start.Value + colon + 1, value.Length);
        }
    }

    /// <summary>It outweighs what other rules say of the property without calling it important.</summary>
    public bool IsImportant(Property property) => (_important & (1UL << (int)property)) != 0;

    public bool IsHidden => this[Property.Display].Equals("none", StringComparison.OrdinalIgnoreCase);

    /// <summary>A browser passes over any other word and keeps what was said before.</summary>
    private static bool IsDisplay(ReadOnlySpan<char> value) => Displays.Contains(value) || value.ContainsAny('(', ' ');

    /// <summary>Empty where the style says nothing of the property.</summary>
    public ReadOnlySpan<char> this[Property property]
    {
        get
        {
            var (start, length) = _places[(int)property];
            return length == 0 ? default : _style.Slice(start, length).Trim();
        }
    }

    public bool Says(Property property, string beginning) => this[property].StartsWith(beginning, StringComparison.OrdinalIgnoreCase);

    [InlineArray((int)Property.Width + 1)]
    private struct Places
    {
        private (int Start, int Length) _first;
    }
}
