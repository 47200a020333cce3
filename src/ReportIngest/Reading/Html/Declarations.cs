using System.Collections.Frozen;
using System.Runtime.CompilerServices;

namespace ReportIngest.Reading.Html;

/// <summary>A property of a style that decides over text, or over whether it is seen. <see cref="Width"/> is the last.</summary>
internal enum Property
{
    Background, BackgroundColour, BackgroundImage, Bottom, Clip, ClipPath, Colour, Content, ContentVisibility, Direction, Display, Fill, Filter, Font, FontSize, Height, Left, LetterSpacing, LineHeight, ListStyle, ListStyleType,
    MarginLeft, Mask, MaskImage, MaximumHeight, MaximumWidth, MsoHide, MsoTextRaise, Opacity, Overflow, Right, Scale, TextDecoration, TextDecorationLine, TextIndent, TextSecurity, Top, Transform, Translate, UnicodeBidi,
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
        ["font"] = Property.Font,
        ["font-size"] = Property.FontSize,
        ["height"] = Property.Height,
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
        ["opacity"] = Property.Opacity,
        ["overflow"] = Property.Overflow,
        ["right"] = Property.Right,
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

    public Declarations(ReadOnlySpan<char> style)
    {
        _style = style;
        foreach (var range in style.Split(';'))
        {
            var declaration = style[range];
            var colon = declaration.IndexOf(':');
            if (colon < 0 || !ByName.TryGetValue(declaration[..colon].Trim(), out var property)) continue;
            var start = range.Start.Value + colon + 1;
            _places[(int)property] = (start, declaration.Length - colon - 1);
        }
    }

    /// <summary>Empty where the style says nothing of the property.</summary>
    public ReadOnlySpan<char> this[Property property]
    {
        get
        {
            var (start, length) = _places[(int)property];
            return _style.Slice(start, length).Trim();
        }
    }

    public bool Says(Property property, string beginning) => this[property].StartsWith(beginning, StringComparison.OrdinalIgnoreCase);

    [InlineArray((int)Property.Width + 1)]
    private struct Places
    {
        private (int Start, int Length) _first;
    }
}
