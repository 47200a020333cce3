using System.Collections.Frozen;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using DocumentFormat.OpenXml.Packaging;
using ReportIngest.Documents;
using UglyToad.PdfPig;
using Document = ReportIngest.Documents.Document;
using Word = DocumentFormat.OpenXml.Wordprocessing;

namespace ReportIngest.Forge;

/// <summary>
/// Conservation: the letters and digits that a file shows, told by the bare parsers, against those of the blocks that a reader made of it.
/// Marks and blanks are left out: in Markdown and text they are what tables are drawn with.
/// </summary>
public static partial class Characters
{
    /// <summary>The letters and digits a file shows, each with how often.</summary>
    public static FrozenDictionary<char, int> Shown(FileKind format, byte[] bytes, Document read) => Count(format switch
    {
        FileKind.Html => Html(new HtmlParser().ParseDocument(Encoding.GetEncoding(read.Encoding ?? "utf-8").GetString(bytes).TrimStart('\ufeff')).Body!),
        FileKind.Docx => Docx(bytes),
        FileKind.Pdf => Pdf(bytes),
        _ => WebUtility.HtmlDecode(Tags().Replace(Encoding.UTF8.GetString(bytes), " ")),
    });

    /// <summary>Those in the cells and the text of a document.</summary>
    public static FrozenDictionary<char, int> Kept(Document document) => Count(string.Concat(document.Blocks.Select(Text)));

    /// <summary>How many of <paramref name="shown"/> are not among <paramref name="kept"/>.</summary>
    public static int Lost(FrozenDictionary<char, int> shown, FrozenDictionary<char, int> kept) =>
        shown.Sum(pair => Math.Max(0, pair.Value - kept.GetValueOrDefault(pair.Key)));

    private static string Text(Block block) => block switch
    {
        Table table => string.Concat(table.Cells.Select(cell => cell.Text)),
        Heading heading => heading.Text,
        Paragraph paragraph => paragraph.Text,
        Picture => "",
        _ => throw new ArgumentOutOfRangeException(nameof(block), block.GetType().Name, "A new kind of block."),
    };

    private static FrozenDictionary<char, int> Count(string text) =>
        text.Normalize(NormalizationForm.FormKC).Where(char.IsLetterOrDigit).CountBy(letter => letter).ToFrozenDictionary();

    private static string Html(IElement element) => element.LocalName is "script" or "style" or "template" || element.HasAttribute("hidden")
        || (element.GetAttribute("style")?.Replace(" ", "", StringComparison.Ordinal).Contains("display:none", StringComparison.Ordinal) ?? false)
        ? ""
        : string.Concat(element.ChildNodes.Select(node => node is IElement child ? Html(child) : node is IText text ? text.Data : ""));

    private static string Docx(byte[] bytes)
    {
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes), isEditable: false);
        return string.Concat(document.MainDocumentPart!.Document!.Descendants<Word.Text>().Select(text => text.Text));
    }

    private static string Pdf(byte[] bytes)
    {
        using var document = PdfDocument.Open(bytes);
        return string.Concat(document.GetPages().SelectMany(page => page.Letters).Select(letter => letter.Value));
    }

    [GeneratedRegex("<[^>]*>", RegexOptions.NonBacktracking)]
    private static partial Regex Tags();
}
