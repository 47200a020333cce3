using System.Globalization;

namespace ReportIngest.Reading.Docx;

/// <summary>What a style and those it is based on say of a paragraph or run, as far as text depends on it.</summary>
/// <param name="Run">Of its characters; whether they are hidden, <paramref name="Hidden"/> says.</param>
/// <param name="HeadingLevel">From 1; null where the style makes no heading.</param>
/// <param name="Numbering">Number of a list, or null. 0 switches an inherited list off.</param>
/// <param name="NumberingStyle">The style that names the list: a list's level may be bound to it.</param>
internal sealed record Style(int? HeadingLevel, bool Hidden, RunProperties Run, int? Numbering, int? NumberingLevel, string? NumberingStyle)
{
    public static readonly Style Plain = new(null, false, default, null, null, null);
}

/// <summary>The styles of a document (<c>styles.xml</c>), each with what it inherits.</summary>
internal sealed class Styles
{
    /// <summary>Word refuses a longer chain of base styles; a style based on itself would never end.</summary>
    private const int BaseStyles = 11;

    private readonly Dictionary<string, Definition> _definitions = [];
    private readonly Dictionary<string, Style> _resolved = [];
    private string? _default;

    /// <summary>Characters are hidden unless a run says otherwise: no style turns what holds for the whole document.</summary>
    public bool AreHidden { get; private set; }

    private sealed record Definition(string Id)
    {
        public string Name { get; set; } = Id;
        public string? Base { get; set; }
        public ParagraphProperties Paragraph { get; set; } = ParagraphProperties.None;
        public RunProperties Run { get; set; }
    }

    public void Read(WordXml xml)
    {
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Name == "style") ReadStyle(xml);
            else if (xml.Name == "docDefaults") ReadDefaults(xml);
        }
    }

    private void ReadDefaults(WordXml xml)
    {
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            if (xml.Name == "rPrDefault") ReadDefaults(xml);
            else if (xml.Name == "rPr") AreHidden = RunProperties.Of(xml).Hidden == true;
        }
    }

    /// <summary>The paragraph style, or the document's default style for null.</summary>
    public Style Paragraph(string? id) => (id ?? _default) is { } known ? Resolve(known) : Style.Plain;

    public Style Run(string? id) => id is null ? Style.Plain : Resolve(id);

    private void ReadStyle(WordXml xml)
    {
        var style = new Definition(xml.Attribute("styleId") ?? "");
        if (xml.Attribute("type") == "paragraph" && xml.Attribute("default") is "1" or "true" or "on") _default = style.Id;
        var depth = xml.Depth;
        while (xml.NextChild(depth))
        {
            switch (xml.Name)
            {
                case "name": style.Name = xml.Value ?? style.Id; break;
                case "basedOn": style.Base = xml.Value; break;
                case "pPr": style.Paragraph = ParagraphProperties.Of(xml); break;
                case "rPr": style.Run = RunProperties.Of(xml); break;
            }
        }

        _definitions[style.Id] = style;
    }

    private Style Resolve(string id)
    {
        if (_resolved.TryGetValue(id, out var known)) return known;
        var chain = Chain(id).ToList();
        var outline = chain.Find(style => style.Paragraph.Outline is not null)?.Paragraph.Outline;
        var list = chain.Find(style => style.Paragraph.Numbering is not null);
        return _resolved[id] = new Style(
            outline is { } level ? HeadingLevel(level) : chain.Select(style => HeadingLevel(style.Name)).FirstOrDefault(found => found is not null),
            chain.Find(style => style.Run.Hidden is not null)?.Run.Hidden ?? false,
            chain.Aggregate(default(RunProperties), (run, style) => run.Or(style.Run)),
            list?.Paragraph.Numbering,
            list?.Paragraph.NumberingLevel,
            list?.Id);
    }

    private IEnumerable<Definition> Chain(string id)
    {
        // A file without styles.xml still names the built-in styles by their ids.
        var style = _definitions.GetValueOrDefault(id) ?? new Definition(id);
        for (var i = 0; i < BaseStyles && style is not null; i++)
        {
            yield return style;
            style = style.Base is null ? null : _definitions.GetValueOrDefault(style.Base);
        }
    }

    /// <summary>Outline levels count from 0; 9 is body text.</summary>
    public static int? HeadingLevel(int outline) => outline is >= 0 and <= 8 ? outline + 1 : null;

    /// <summary><c>heading 1</c>, <c>Heading1</c>, <c>标题 1</c>: the level; the title of the document is a heading of level 1.</summary>
    private static int? HeadingLevel(string name)
    {
        var plain = name.Replace(" ", "").ToLowerInvariant();
        if (plain is "title" or "标题") return 1;
        var number = plain.StartsWith("heading", StringComparison.Ordinal) ? plain[7..]
            : plain.StartsWith("标题", StringComparison.Ordinal) ? plain[2..]
            : "";
        return int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var level) && level is >= 1 and <= 9 ? level : null;
    }
}
