using System.Diagnostics.CodeAnalysis;
using Pig = UglyToad.PdfPig;
using Name = UglyToad.PdfPig.Tokens.NameToken;

namespace ReportIngest.Reading.Pdf;

/// <summary>PdfPig's resources of a document, but composite fonts are read without their outlines (<see cref="TextFont"/>).</summary>
internal sealed class TextFonts(Pig.Content.IResourceStore all, Pig.Tokenization.Scanner.IPdfTokenScanner scanner, Pig.Filters.ILookupFilterProvider filters, UnmappedCodes unmapped) : Pig.Content.IResourceStore
{
    /// <summary>The fonts of one resource dictionary, null for those that PdfPig reads, and the dictionary without the others.</summary>
    private sealed record Level(Pig.Tokens.DictionaryToken Rest, Dictionary<Name, TextFont?> Fonts);

    /// <summary>A name for a font while it is read.</summary>
    private static readonly Name Reading = Name.Create("ReportIngest.Reading");

    private readonly Dictionary<Pig.Tokens.DictionaryToken, Level> _levels = [];
    private readonly Dictionary<Pig.Core.IndirectReference, TextFont?> _fonts = [];
    private readonly Dictionary<Pig.Core.IndirectReference, CodeMap?> _maps = [];
    private readonly List<Level> _loaded = [];
    private readonly ColourCircles _circles = new(scanner, filters);
    private readonly GlyphWidths _widths = new(scanner);
    private readonly Dictionary<Pig.PdfFonts.IFont, FontCodes> _codes = [];
    private Pig.PdfFonts.IFont? _helvetica;

    public void LoadResourceDictionary(Pig.Tokens.DictionaryToken resourceDictionary)
    {
        if (!_levels.TryGetValue(resourceDictionary, out var level))
            _levels[resourceDictionary] = level = LevelOf(resourceDictionary);
        all.LoadResourceDictionary(level.Rest);
        _loaded.Add(level);
    }

    public void UnloadResourceDictionary()
    {
        all.UnloadResourceDictionary();
        _loaded.RemoveAt(_loaded.Count - 1);
    }

    public Pig.PdfFonts.IFont GetFont(Name name)
    {
        for (var i = _loaded.Count - 1; i >= 0; i--)
            if (_loaded[i].Fonts.TryGetValue(name, out var font))
                return font ?? Whole(name);
        return Whole(name);
    }

    /// <summary>The codes of a font whose letters stand beside each other and are not drawn by operations of their own; null for others.</summary>
    public FontCodes? Plain(Name name)
    {
        var font = GetFont(name);
        if (_codes.TryGetValue(font, out var known))
            return known;
        return font is MissingFont or Pig.PdfFonts.IType3Font || font.IsVertical ? null : _codes[font] = new FontCodes(font, unmapped);
    }

    private Pig.PdfFonts.IFont Whole(Name name) => all.GetFont(name) ?? (Pig.PdfFonts.IFont)new MissingFont(name, _helvetica ??= Helvetica());

    private Pig.PdfFonts.IFont Helvetica()
    {
        var (type, encoding) = (Name.Create("Type1"), Name.Create("WinAnsiEncoding"));
        all.LoadResourceDictionary(Dictionary(Name.Font, Dictionary(Reading, new Pig.Tokens.DictionaryToken(new Dictionary<Name, Pig.Tokens.IToken>
        {
            [Name.Type] = Name.Font, [Name.Subtype] = type, [Name.BaseFont] = Name.Create("Helvetica"), [Name.Encoding] = encoding,
        }))));
        var font = all.GetFont(Reading)!;
        all.UnloadResourceDictionary();
        return font;
    }

    private Level LevelOf(Pig.Tokens.DictionaryToken resources)
    {
        _circles.Refuse(resources);
        var fonts = new Dictionary<Name, TextFont?>();
        if (!resources.TryGet(Name.Font, out var entry) || !Pig.Parser.Parts.DirectObjectFinder.TryGet<Pig.Tokens.DictionaryToken>(entry, scanner, out var named))
            return new Level(resources, fonts);
        var rest = named;
        foreach (var (name, token) in named.Data)
        {
            _widths.Refuse(token);
            var font = token is Pig.Tokens.IndirectReferenceToken reference ? FontOf(reference) : null;
            fonts[Name.Create(name)] = font;
            if (font is not null)
                rest = rest.Without(name);
        }
        return new Level(ReferenceEquals(rest, named) ? resources : resources.With(Name.Font, rest), fonts);
    }

    private TextFont? FontOf(Pig.Tokens.IndirectReferenceToken reference)
    {
        if (!_fonts.TryGetValue(reference.Data, out var font))
            _fonts[reference.Data] = font = Read(reference);
        return font;
    }

    private TextFont? Read(Pig.Tokens.IndirectReferenceToken reference)
    {
        if (!Pig.Parser.Parts.DirectObjectFinder.TryGet<Pig.Tokens.DictionaryToken>(reference, scanner, out var font) || WithoutOutlines(font) is not { } light)
            return null;
        CodeMap? map;
        try
        {
            map = MapOf(font);
            all.LoadResourceDictionary(Dictionary(Name.Font, Dictionary(Reading, map is null ? light : light.Without(Name.ToUnicode))));
        }
        catch (Exception broken) when (broken is not (OutOfMemoryException or UnreadableException))
        {
            return null; // PdfPig tries it as a whole, and says what it thinks of it
        }
        var text = all.GetFont(Reading);
        all.UnloadResourceDictionary();
        return text is null ? null : new TextFont(text, map, font, () => all.GetFontDirectly(reference));
    }

    /// <summary>A map that many fonts share is read once.</summary>
    private CodeMap? MapOf(Pig.Tokens.DictionaryToken font)
    {
        if (!font.TryGet<Pig.Tokens.IndirectReferenceToken>(Name.ToUnicode, out var entry))
            return null;
        if (!_maps.TryGetValue(entry.Data, out var map))
        {
            map = Pig.Parser.Parts.DirectObjectFinder.TryGet<Pig.Tokens.StreamToken>(entry, scanner, out var stream) && !stream.Data.IsEmpty
                ? CodeMap.Of(Pig.PdfExtensions.Decode(stream, filters, scanner).Span)
                : null;
            _maps[entry.Data] = map;
        }
        return map;
    }

    private static Pig.Tokens.DictionaryToken Dictionary(Name name, Pig.Tokens.IToken value) => new(new Dictionary<Name, Pig.Tokens.IToken> { [name] = value });

    /// <summary>The dictionary of a composite font without its file; null for other fonts, whose widths and characters may stand in it, as may those of vertical ones.</summary>
    private Pig.Tokens.DictionaryToken? WithoutOutlines(Pig.Tokens.DictionaryToken font)
    {
        if (!font.TryGet<Name>(Name.Subtype, out var kind) || kind != Name.Type0
            || !font.TryGet<Name>(Name.Encoding, out var encoding) || encoding.Data.EndsWith('V')
            || !font.TryGet<Pig.Tokens.ArrayToken>(Name.DescendantFonts, out var descendants) || descendants.Length == 0
            || !Pig.Parser.Parts.DirectObjectFinder.TryGet<Pig.Tokens.DictionaryToken>(descendants[0], scanner, out var descendant)
            || !descendant.TryGet(Name.FontDescriptor, out var entry)
            || !Pig.Parser.Parts.DirectObjectFinder.TryGet<Pig.Tokens.DictionaryToken>(entry, scanner, out var descriptor))
            return null;
        var named = descriptor.Without(Name.FontFile).Without(Name.FontFile2).Without(Name.FontFile3);
        return font.With(Name.DescendantFonts, new Pig.Tokens.ArrayToken([descendant.Without(Name.CidToGidMap).With(Name.FontDescriptor, named)]));
    }

    public bool TryGetXObject(Name name, [NotNullWhen(true)] out Pig.Tokens.StreamToken? stream) => all.TryGetXObject(name, out stream);

    public bool TryGetXObjectReference(Name name, out Pig.Core.IndirectReference reference) => all.TryGetXObjectReference(name, out reference);

    public Pig.Tokens.DictionaryToken? GetExtendedGraphicsStateDictionary(Name name) => all.GetExtendedGraphicsStateDictionary(name);

    public Pig.PdfFonts.IFont GetFontDirectly(Pig.Tokens.IndirectReferenceToken fontReferenceToken)
    {
        _widths.Refuse(fontReferenceToken); // of a state of drawing, which no resources name as a font
        return all.GetFontDirectly(fontReferenceToken);
    }

    public bool TryGetNamedColorSpace(Name name, out Pig.Graphics.Colors.ResourceColorSpace namedColorSpace) => all.TryGetNamedColorSpace(name, out namedColorSpace);

    public Pig.Graphics.Colors.ColorSpaceDetails GetColorSpaceDetails(Name? name, Pig.Tokens.DictionaryToken? dictionary)
    {
        if (dictionary is not null) _circles.RefuseColour(dictionary); // a form's or an inline picture's own, which no resources name
        return all.GetColorSpaceDetails(name, dictionary);
    }

    public Pig.Graphics.Colors.ColorSpaceDetails GetDeviceColorSpaceDetails(Pig.Graphics.Colors.ColorSpace deviceColorSpace) => all.GetDeviceColorSpaceDetails(deviceColorSpace);

    public Pig.Tokens.DictionaryToken? GetMarkedContentPropertiesDictionary(Name name) => all.GetMarkedContentPropertiesDictionary(name);

    public IReadOnlyDictionary<Name, Pig.Graphics.Colors.PatternColor> GetPatterns() => all.GetPatterns();

    public Pig.Graphics.Colors.Shading GetShading(Name name) => all.GetShading(name);
}
