using System.Globalization;
using System.Text;
using System.Xml;

namespace ReportIngest.Reading.Docx;

/// <summary>A walk over the XML of one part. Who asks for the next child skips what was not read of the last one.</summary>
internal sealed class WordXml : IDisposable
{
    // Each vocabulary has two names: that of Word's own files and that of strict OOXML.
    private const string Word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string StrictWord = "http://purl.oclc.org/ooxml/wordprocessingml/main";
    private const string Word2010 = "http://schemas.microsoft.com/office/word/2010/wordml";
    private const string Mathematics = "http://schemas.openxmlformats.org/officeDocument/2006/math";
    private const string StrictMathematics = "http://purl.oclc.org/ooxml/officeDocument/math";
    private const string Drawing = "urn:schemas-microsoft-com:vml";
    private const string Picture = "http://schemas.openxmlformats.org/drawingml/2006/picture";
    private const string StrictPicture = "http://purl.oclc.org/ooxml/drawingml/picture";
    private const string Compatibility = "http://schemas.openxmlformats.org/markup-compatibility/2006";

    /// <summary>What the names of Word's vocabularies and of those of its drawings begin with.</summary>
    private static readonly string[] Known = ["http://schemas.microsoft.com/office/", "http://schemas.openxmlformats.org/", "http://purl.oclc.org/ooxml/", "urn:schemas-microsoft-com:"];

    private readonly XmlReader _reader;
    private readonly PartStream _part;
    private readonly Limits _limits;

    /// <summary>Stands on the part's root element.</summary>
    public WordXml(PartStream part, Limits limits)
    {
        (_limits, _part) = (limits, part);
        // It reads the first letters already.
        _reader = Guarded(() => XmlReader.Create(part, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            IgnoreWhitespace = true,
            MaxCharactersInDocument = limits.XmlCharacters,
        }));
        Guarded(_reader.MoveToContent);
    }

    public int Depth => _reader.Depth;

    public string LocalName => _reader.LocalName;

    /// <summary>The element's name in the vocabularies that carry a document's text; empty for an element of any other.</summary>
    public string Name => _reader.NamespaceURI switch
    {
        Word or StrictWord or Compatibility => _reader.LocalName,
        Word2010 => _reader.LocalName is "textFill" or "noFill" or "solidFill" or "srgbClr" or "alpha" ? _reader.LocalName : "",
        Drawing => _reader.LocalName is "textpath" or "imagedata" ? _reader.LocalName : "",
        Picture or StrictPicture => _reader.LocalName is "pic" ? _reader.LocalName : "",
        Mathematics or StrictMathematics => _reader.LocalName is "r" or "t" or "sup" or "sub" ? _reader.LocalName : "",
        _ => "",
    };

    /// <summary>Moves to the next child of the element at <paramref name="depth"/>; false at its end.</summary>
    public bool NextChild(int depth)
    {
        if (_reader.Depth == depth && _reader.IsEmptyElement) return false;
        while (Read() && _reader.Depth > depth)
        {
            if (_reader.Depth == depth + 1 && _reader.NodeType == XmlNodeType.Element) return true;
        }

        return false;
    }

    /// <summary>The text of the element, blanks at its ends only where the XML says that they count, as Word reads it.</summary>
    public string Text()
    {
        if (_reader.IsEmptyElement) return "";
        var depth = _reader.Depth;
        var preserve = _reader.XmlSpace == XmlSpace.Preserve;
        // Nearly always of one piece; between notes and marked sections there may be hundred thousands.
        string? only = null;
        StringBuilder? pieces = null;
        while (Read() && _reader.Depth > depth)
        {
            if (_reader.Depth != depth + 1 || !_reader.HasValue) continue;
            if (only is null) only = _reader.Value;
            else (pieces ??= new StringBuilder(only)).Append(_reader.Value);
        }

        var text = pieces?.ToString() ?? only ?? "";
        return preserve ? text : text.Trim(' ', '\t', '\r', '\n');
    }

    public string? Attribute(string name) => _reader.GetAttribute(name, _reader.NamespaceURI);

    /// <summary>An attribute whose name is in no vocabulary, as outside of WordprocessingML.</summary>
    public string? Plain(string name) => _reader.GetAttribute(name);

    public string? Value => Attribute("val");

    /// <summary>A choice (<c>mc:Choice</c>) for programs that know a vocabulary which Word does not.</summary>
    public bool IsUnknownChoice => Name == "Choice" && Plain("Requires") is { } required
        && Array.Exists(required.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries), prefix => _reader.LookupNamespace(prefix) is { } vocabulary && !Array.Exists(Known, known => vocabulary.StartsWith(known, StringComparison.Ordinal)));

    /// <summary>The colour that a shading (<c>w:shd</c>) lays; null for none, and the theme's has no name that letters have.</summary>
    public string? Ground => Attribute("themeFill") is not null ? "theme" : Attribute("fill") is { } fill && !fill.Equals("auto", StringComparison.OrdinalIgnoreCase) ? fill : null;

    /// <summary>A whole number, or null where the attribute is absent or none.</summary>
    public int? Number(string name = "val") =>
        int.TryParse(Attribute(name), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A property without a value is on.</summary>
    public bool On => Value is not ("0" or "false" or "off");

    /// <summary>Reads on to the end of the part, which shows whether it is whole.</summary>
    public void End()
    {
        while (Read())
        {
        }
    }

    public void Dispose() => _reader.Dispose();

    private bool Read()
    {
        if (!Guarded(_reader.Read)) return false;
        if (_reader.Depth > _limits.Nesting) throw Refusal.TooDeep(_limits.Nesting);
        return true;
    }

    /// <summary>The reader has one exception for damage and for too many characters; of the two only the second comes when so many bytes have been read.</summary>
    private T Guarded<T>(Func<T> read)
    {
        try
        {
            return read();
        }
        catch (XmlException) when (_part.Count > _limits.XmlCharacters)
        {
            throw Refusal.TooManyCharacters(_limits.XmlCharacters);
        }
    }
}
