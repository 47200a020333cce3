using System.Text;
using System.Text.RegularExpressions;
using ReportIngest.Documents;
using Md = Markdig;
using MdBlocks = Markdig.Syntax;
using MdInlines = Markdig.Syntax.Inlines;

namespace ReportIngest.Reading.Markdown;

/// <summary>The text that a reader of the rendered page sees: emphasis and links give their text, <c>&lt;br&gt;</c> ends a line, other tags give nothing.</summary>
internal static partial class MarkdownInlines
{
    /// <summary>Paragraphs and nothing else: the cell <c>1. 其他</c> is no list and the cell <c>-</c> no bullet.</summary>
    private static readonly Md.MarkdownPipeline CellPipeline = BuildCellPipeline();

    /// <summary>
    /// Whether mathematics in round brackets (<c>\(12\)</c>) is meant as such: every number of the table is written so.
    /// Of one alone, or beside plain ones, it may be the (12) that Markdown has it for.
    /// </summary>
    public static bool AreRounded(IEnumerable<string> sources)
    {
        var numbers = sources.Where(source => IsPlain(source) || NumberOnly().IsMatch(source)).ToList();
        return numbers.Count > 1 && numbers.TrueForAll(number => NumberOnly().Match(number).Groups["round"].Success);
    }

    /// <summary>The text of a table cell whose Markdown is <paramref name="source"/>; what is mathematics and no plain number is doubted.</summary>
    public static string OfCell(string source, bool areRounded)
    {
        // Most cells are a number or empty.
        if (source.All(char.IsAsciiLetterOrDigit)) return source;
        if (NumberOnly().Match(source) is { Success: true } only && (areRounded || !only.Groups["round"].Success))
        {
            return only.Groups["number"].Value.Replace("{,}", ",", StringComparison.Ordinal).Replace(@"\,", ",", StringComparison.Ordinal);
        }

        if (Md.Markdown.Parse(source, CellPipeline) is not [MdBlocks.ParagraphBlock { Inline: { } inline }]) return source;
        var text = FootnoteMark().Replace(Of(inline), "");
        if (text.AsSpan().ContainsAny('$', '^')) text = Formula().Replace(text, formula => formula.Groups["raised"] is { Success: true } raised ? Superscripts.Of(raised.Value) : formula.Groups["number"].Value);
        if (IsMathematics(source, text)) return text + Cell.Unclear;
        if (text.Length == 0 && HasPicture(inline)) return Cell.Unclear;
        return source.Contains('<', StringComparison.Ordinal) && text.Any(char.IsDigit) && MdBlocks.MarkdownObjectExtensions.Descendants<MdInlines.HtmlInline>(inline).Any(html => Html.LoneTag.MayHide(html.Tag)) ? text + Cell.Unclear : text;
    }

    private static bool IsPlain(string source) => source.Trim(' ', '*') is [_, ..] number && number.All(character => char.IsAsciiDigit(character) || character is '.' or ',');

    private static bool IsMathematics(string source, string text) =>
        text is ['$', .. var formula, '$'] ? formula.Any(char.IsAsciiDigit) && !formula.Contains('$', StringComparison.Ordinal)
        : source.AsSpan().Trim(" *") is ['\\', '(', .. var round, '\\', ')'] && round.ContainsAnyInRange('0', '9') && !round.ContainsAnyInRange('\u4E00', '\u9FFF');

    /// <summary>Line breaks are <c>\n</c>, soft ones too: between Chinese characters a blank would be wrong, and in crawled text each line may be a cell.</summary>
    public static string Of(MdInlines.ContainerInline inlines)
    {
        var text = new StringBuilder();
        Append(inlines, text);
        return string.Join('\n', text.ToString().Split('\n', StringSplitOptions.TrimEntries)).Trim();
    }

    public static bool HasPicture(MdInlines.ContainerInline inlines) => inlines.Any(inline =>
        inline is MdInlines.LinkInline { IsImage: true } or MdInlines.HtmlInline { Tag: ['<', 'i' or 'I', 'm' or 'M', 'g' or 'G', ..] } || (inline is MdInlines.ContainerInline inner && HasPicture(inner)));

    private static void Append(MdInlines.Inline inline, StringBuilder text)
    {
        switch (inline)
        {
            case MdInlines.LiteralInline literal:
                text.Append(literal.Content.AsSpan());
                break;
            case MdInlines.CodeInline code:
                text.Append(code.Content);
                break;
            case MdInlines.HtmlEntityInline entity:
                text.Append(entity.Transcoded.AsSpan());
                break;
            case MdInlines.AutolinkInline link:
                text.Append(link.Url);
                break;
            case MdInlines.LineBreakInline:
            case MdInlines.HtmlInline { Tag: var tag } when IsBreak(tag):
                text.Append('\n');
                break;
            case MdInlines.LinkInline { IsImage: true }:
                break;
            case MdInlines.EmphasisInline { DelimiterChar: '~' }: // struck out: it no longer holds
                break;
            case MdInlines.ContainerInline container:
                AppendAll(container, text);
                break;
        }
    }

    /// <summary>What stands between a tag and its end is struck out or raised with it.</summary>
    private static void AppendAll(MdInlines.ContainerInline container, StringBuilder text)
    {
        var (struck, raised) = (false, false);
        foreach (var child in container)
        {
            if (child is MdInlines.HtmlInline { Tag: var tag } && !IsBreak(tag))
            {
                if (Is(tag, "del") || Is(tag, "s") || Is(tag, "strike")) struck = tag[1] != '/';
                else if (Is(tag, "sup") || Is(tag, "sub")) raised = tag[1] != '/';
            }
            else if (raised && !struck)
            {
                var mark = new StringBuilder();
                Append(child, mark);
                text.Append(Superscripts.Of(mark.ToString()));
            }
            else if (!struck)
            {
                Append(child, text);
            }
        }
    }

    private static bool Is(string tag, string name) =>
        tag.AsSpan().TrimStart("</") is var rest && rest.StartsWith(name, StringComparison.OrdinalIgnoreCase) && rest.Length > name.Length && !char.IsAsciiLetterOrDigit(rest[name.Length]);

    /// <summary>A mark whose note may stand anywhere, or nowhere.</summary>
    [GeneratedRegex(@"\[\^[^\[\]]{1,20}\]")]
    private static partial Regex FootnoteMark();

    /// <summary>How recognisers of print write a raised mark and, at times, a plain number: <c>$^{1}$</c>, <c>^1^</c>, <c>$12$</c>, which other converters escape.</summary>
    [GeneratedRegex(@"\$ ?(?:\{ ?\} ?)?\^ ?\{? ?(?<raised>[0-9①-⑨]{1,2}) ?\}? ?\$|\^(?<raised>[0-9]{1,2})\^|^\$ ?(?<number>[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+(?:\.[0-9]+)?) ?\$$", RegexOptions.ExplicitCapture)]
    private static partial Regex Formula();

    /// <summary>A plain number that a recogniser of print took for mathematics: <c>$12$</c>, <c>\(12\)</c>, <c>$\mathrm{12}$</c>.</summary>
    [GeneratedRegex(@"^\s*(?<stars>\**)(?:\$|(?<round>\\\()) ?(?<styled>\\(?:mathrm|mathbf|mathit|text|textbf|rm|bf) ?\{ ?)?(?<number>(?:[0-9]{1,3}(?:(?:,|\{,\}|\\,)[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?) ?(?(styled)\} ?)(?(round)\\\)|\$)\k<stars>\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex NumberOnly();

    private static bool IsBreak(string tag) =>
        tag.StartsWith("<br", StringComparison.OrdinalIgnoreCase) && tag.Length > 3 && !char.IsAsciiLetterOrDigit(tag[3]);

    private static Md.MarkdownPipeline BuildCellPipeline()
    {
        var builder = new Md.MarkdownPipelineBuilder();
        builder.BlockParsers.Clear();
        builder.BlockParsers.Add(new Md.Parsers.ParagraphBlockParser { ParseSetextHeadings = false });
        return Md.MarkdownExtensions.UseEmphasisExtras(builder, Md.Extensions.EmphasisExtras.EmphasisExtraOptions.Strikethrough).Build();
    }
}
