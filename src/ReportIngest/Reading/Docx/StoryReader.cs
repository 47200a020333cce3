using System.Globalization;
using ReportIngest.Documents;

namespace ReportIngest.Reading.Docx;

/// <summary>
/// Walks the main part once and gives its blocks as Word shows them with all tracked changes accepted.
/// Elements that only wrap (content controls, smart tags, links, insertions) are walked through wherever they stand.
/// </summary>
internal sealed class StoryReader
{
    /// <summary>LibreOffice raises a superscript in 9 pt by 5 half points, a third of the size, and makes it smaller.</summary>
    private const int LeastRise = 3;

    private readonly WordXml _xml;
    private readonly Styles _styles;
    private readonly ListCounters _lists;
    private readonly TableReader _tables;
    private readonly List<ReadingNote> _notes = [];

    private bool _isPlaceholder;

    /// <summary>The ground of a cell without a colour of its own, as files write white.</summary>
    public const string Paper = "FFFFFF";

    /// <summary>The ground of the cell that is read; null outside of tables: white letters there are a title on a drawn ground.</summary>
    public string? Ground { get; set; }

    public StoryReader(WordXml xml, Styles styles, ListCounters lists, Limits limits)
    {
        (_xml, _styles, _lists) = (xml, styles, lists);
        _tables = new TableReader(xml, this, limits);
    }

    public IEnumerable<ReadingNote> Notes => _notes;

    /// <summary>Says once, however often it occurs, what was not read.</summary>
    public void Note(Message message)
    {
        var note = new ReadingNote("RI901", message, default);
        if (!_notes.Contains(note)) _notes.Add(note);
    }

    /// <summary>Reads the children of the element that the XML stands on.</summary>
    public void Story(Flow flow)
    {
        var depth = _xml.Depth;
        while (_xml.NextChild(depth)) Block(flow);
    }

    /// <summary>Reads one element of a body, a cell or a text box.</summary>
    public void Block(Flow flow)
    {
        switch (_xml.Name)
        {
            case "p": Paragraph(flow); break;
            case "tbl": _tables.Read(flow); break;
            case "altChunk" or "subDoc": Note(StoryNotes.OtherFile); break;
            case "AlternateContent": Alternatives(() => flow.Said, () => Story(flow)); break;
            case "sdt": Control(() => Story(flow)); break;
            case "del" or "moveFrom" or "sectPr": break;
            default: Story(flow); break;
        }
    }

    /// <summary>Reads a content control. What stands in one that nobody filled in ("click here to enter text") is a prompt and no text.</summary>
    public void Control(Action readContent)
    {
        var outside = _isPlaceholder;
        var depth = _xml.Depth;
        while (_xml.NextChild(depth))
        {
            if (_xml.Name == "sdtPr") _isPlaceholder |= ShowsPlaceholder();
            else if (_xml.Name == "sdtContent") readContent();
        }

        _isPlaceholder = outside;
    }

    private bool ShowsPlaceholder()
    {
        var shows = false;
        var depth = _xml.Depth;
        while (_xml.NextChild(depth)) shows |= _xml.Name == "showingPlcHdr" && _xml.On;
        return shows;
    }

    private void Paragraph(Flow flow)
    {
        var text = new ParagraphText();
        Begin(text, null);
        Inline(text);

        var properties = text.Properties;
        var style = _styles.Paragraph(properties.Style);
        if (properties.MarkDeleted) flow.Carry(text.ToString());
        else if (!text.IsEmpty || !(properties.MarkHidden ?? style.Hidden))
        {
            var level = properties.Outline is { } outline ? Styles.HeadingLevel(outline) : style.HeadingLevel;
            flow.AddText(_lists.Next(properties, style), text.ToString(), level);
        }

        if (text.Boxes.Count > 0) flow.Add(text.Boxes);
        if (text.HasPicture) flow.Add([new Picture(default)]);
    }

    /// <summary>Reads the children of a paragraph, a run or anything that wraps runs.</summary>
    private void Inline(ParagraphText text)
    {
        var depth = _xml.Depth;
        while (_xml.NextChild(depth))
        {
            switch (_xml.Name)
            {
                case "pPr":
                    text.Properties = ParagraphProperties.Of(_xml);
                    Begin(text, text.Properties.Style);
                    break;
                case "r":
                    var outside = text.Look;
                    Inline(text);
                    text.Look = outside;
                    break;
                case "footnoteReference" or "endnoteReference":
                    if (_xml.Attribute("customMarkFollows") is "1" or "true" or "on") text.Look = text.Look with { Raised = true };
                    break;
                case "rPr":
                    var run = RunProperties.Of(_xml);
                    var style = _styles.Run(run.Style);
                    // Hidden is a switch: a character style turns what the paragraph style says.
                    Mark(text, run.Or(style.Run).Or(text.Style.Run), run.Hidden ?? (_styles.AreHidden || text.Style.Hidden ^ style.Hidden));
                    break;
                case "t": Append(text, Words(text, _xml.Text())); break;
                case "tab" or "ptab": Append(text, "\t"); break;
                case "br" or "cr": Append(text, "\n"); break;
                case "noBreakHyphen": Append(text, "-"); break;
                case "sym": Append(text, Symbol()); break;
                case "fldChar": if (text.Field(_xml.Attribute("fldCharType")) && Ground is not null) Append(text, Cell.Unclear); break;
                case "instrText": text.Instruct(_xml.Text()); break;
                case "sup" or "sub": AsMark(text); break;
                case "hyperlink" when Ground is not null && !text.IsEmpty && _xml.Attribute("anchor") is not null: AsMark(text); break;
                case "txbxContent": TextBox(text); break;
                case "textpath": WordArt(text, _xml.Plain("string") ?? ""); break;
                case "pic" or "imagedata": text.HasPicture |= text.Shown; break;
                case "sdt": Control(() => Inline(text)); break;
                case "AlternateContent": Alternatives(() => text.Said, () => Inline(text)); break;
                case "object":
                    Note(StoryNotes.EmbeddedObject);
                    Inline(text);
                    break;
                case "subDoc": Note(StoryNotes.OtherFile); break;
                // Deleted text, a reading aid beside its text (ruby), properties; instructions of fields have no w:t.
                case "del" or "moveFrom" or "rt": break;
                default: Inline(text); break;
            }
        }
    }

    private void Begin(ParagraphText text, string? style)
    {
        text.Style = _styles.Paragraph(style);
        Mark(text, text.Style.Run, _styles.AreHidden || text.Style.Hidden);
    }

    private void Mark(ParagraphText text, in RunProperties run, bool hidden)
    {
        var rise = run.Rise ?? 0;
        if (text.IsEmpty) text.Rise = rise;
        var isLifted = rise >= text.Rise + LeastRise;
        text.Look = new RunLook(
            Hidden: hidden || run.Struck == true,
            Raised: run.Raised == true || (isLifted && run.Size is not null),
            Pale: Ground is { } ground && (isLifted || run.Unseen == true || run.IsLike(ground)),
            run.Size);
    }

    private string Words(ParagraphText text, string words)
    {
        if (text.Look.Raised || text.IsMark) return Superscripts.Of(words);
        return IsNumber(words) && (text.Look.Pale || (Ground is not null && text.IsOfOtherSize(words))) ? Cell.Unclear : words;
    }

    private void AsMark(ParagraphText text)
    {
        var outside = text.IsMark;
        text.IsMark = true;
        Inline(text);
        text.IsMark = outside;
    }

    private static bool IsNumber(string text) => text.Any(char.IsDigit) && !text.Any(char.IsLetter);

    /// <summary>The same content in a newer and an older form: the first that Word knows and that says something is taken.</summary>
    private void Alternatives(Func<int> said, Action read)
    {
        var before = said();
        var depth = _xml.Depth;
        while (_xml.NextChild(depth))
        {
            if (said() == before && !_xml.IsUnknownChoice) read();
        }
    }

    private void TextBox(ParagraphText text)
    {
        var flow = new Flow();
        Story(flow);
        if (text.Shown) text.Boxes.AddRange(flow.Close());
    }

    /// <summary>Lettering that is drawn, as the unit's name in red at the head of a document often is.</summary>
    private void WordArt(ParagraphText text, string lettering)
    {
        if (!text.Shown || _isPlaceholder || lettering.Trim() is not { Length: > 0 } words) return;
        text.Boxes.Add(new Paragraph(words.ReplaceLineEndings("\n"), default));
    }

    private void Append(ParagraphText text, string piece)
    {
        if (!_isPlaceholder) text.Append(piece);
        else if (Ground is not null && IsNumber(piece)) text.Append(Cell.Unclear);
    }

    private string Symbol() =>
        ushort.TryParse(_xml.Attribute("char"), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code)
        && !char.IsSurrogate((char)code) ? ((char)code).ToString() : "";
}
