using System.Collections.Immutable;
using System.Text;

namespace ReportIngest.Fuzz;

/// <summary>What the formats are made of: noise alone seldom hits on a structure.</summary>
internal static class Words
{
    /// <summary>Of the form, and numbers at the edges of what a number may be.</summary>
    private static readonly string[] Common =
        ["总计", "新收", "（七）", "一、", "其他", "０", "，", "　", "\0", "\r", "\t", "\ufeff", "\u202e", "e\u0301", "\U00020000", "-0", "1e400", "99999999999999999999", "NaN"];

    public static ImmutableArray<byte[]> Html { get; } = Of(
        "<table>", "</table>", "<tr>", "<td>", "<td rowspan=9999>", "<td colspan=0>", "<td colspan=1000 rowspan=65534>", "<th>", "<thead>", "<tfoot>", "<caption>", "</div>", "<div>", "<!--", "-->", "<![CDATA[",
        "&#x10FFFF;", "&#0;", "&nbsp;", "&amp", "<svg>", "<math>", "<template>", "<select>", "<frameset>", "<plaintext>", "<textarea>", "<script>", "<noscript>", "<iframe>", "<object>", "<ol start=-1 reversed>", "<li value=99999999999>",
        "<pre>", "<br>", "<p style=display:none>", "<img src=x width=900 height=900>", "<meta charset=utf-7>", "<meta charset=gbk>", "<meta http-equiv=content-type content='text/html;charset=utf-16'>", "<base href=x>", "<b><i></b>", "<a><a>", "</br>", "</p>");

    public static ImmutableArray<byte[]> Xml { get; } = Of(
        "<w:tbl>", "</w:tbl>", "<w:tr>", "<w:tc>", "<w:p/>", "<w:vMerge/>", "<w:vMerge w:val=\"restart\"/>", "<w:gridSpan w:val=\"-1\"/>", "<w:gridSpan w:val=\"2147483647\"/>", "<w:gridBefore w:val=\"99\"/>", "<w:gridAfter w:val=\"99999\"/>",
        "<w:del>", "</w:del>", "<w:ins>", "<w:t>", "<w:t xml:space=\"preserve\">", "<w:sym w:char=\"F0FE\"/>", "<w:fldChar w:fldCharType=\"end\"/>", "<w:numId w:val=\"1\"/>", "<w:ilvl w:val=\"-9\"/>", "<w:start w:val=\"2147483647\"/>",
        "<w:lvlText w:val=\"%9%0%\"/>", "<w:basedOn w:val=\"N\"/>", "<w:basedOn w:val=\"H\"/>", "<w:altChunk/>", "<mc:AlternateContent>", "<w:sdt>", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "&b;", "&#1;", "<![CDATA[", "<?xml version=\"1.1\"?>", "xmlns:w=\"x\"", "\"", "/>");

    public static ImmutableArray<byte[]> Pdf { get; } = Of(
        "4 0 R", "1 0 R", "2 0 R", "99 0 R", "<<", ">>", "[", "]", "stream", "endstream", "endobj", "obj", "/Length -1", "/Length 9 0 R", "/Kids[2 0 R]", "/Parent 3 0 R", "/Count -5", "/Filter/FlateDecode", "/Filter[/ASCIIHexDecode/LZWDecode/RunLengthDecode/ASCII85Decode]",
        "/Filter/DCTDecode", "/DecodeParms<</Predictor 15/Columns 0>>", "/Type/ObjStm/N 99999999/First -1", "/Type/XRef/W[9 9 9]", "/Prev 0", "/Encrypt<<>>", "/XRefStm 9", " Tj", " TJ", " ' ", " Td", " TD", " T*", " Tm", " Tf", " Tz 0 Tz", " Ts", " cm", " 0 0 0 0 0 0 cm", " re f", " S", " B*", " W n", " c", " v", " h",
        " /X Do", " BI /W 9 /H 9 ID x EI", " BT", " ET", " q", " Q", "1e308 ", "-99999999999 ", "0.00000001 ", "<FEFF", "<00>", "()", "(\\777\\", "beginbfchar", "endbfrange", "begincodespacerange", "/ToUnicode 8 0 R", "/Identity-V", "/GBK-EUC-H", "/Subtype/Type3", "/MediaBox[0 0 1e9 -1]", "/Rotate 45", "%%EOF", "null", "true");

    public static ImmutableArray<byte[]> Markdown { get; } = Of(
        "|", "|---|", "|:-:|", "\n", "\n\n", "\n> ", "\n>>>>", "- ", "\n    ", "\n1. ", "#", "\n===\n", "\n---\n", "```\n", "~~~", "`", "*", "**", "_", "~~", "[", "](", "[^1]", "![x](y)", "\\", "<table>", "<td rowspan=2>", "</table>", "<!--", "&nbsp;", "<div>", "---\ntitle: x\n", "$$", "\n: ", "+--+", "\u200b");

    public static ImmutableArray<byte[]> Text { get; } = Of(
        "|", "\t", "\t\t\t", "\n", "\n\n", ",", "\"", ";", "+--+", "┌─┬─┐", "├─┼─┤", "└─┴─┘", "│", "┃", "━", "═", "\r\n", "  ", "　　", "----", "\u2028", "\f", "\ud83d\ude00", "\u00ff\u00fe");

    public static ImmutableArray<byte[]> Json { get; } = Of("null", "[]", "{}", "{\"", "\":", ",", "true", "\"RI101\"", "\"RI999\"", "-1", "1e400", "\"\\ud800\"", "\u0001\0\0\0", "\u00ff\u00ff\u00ff\u007f", "\"Line\"", "\"Findings\"");

    public static ImmutableArray<byte[]> All { get; } = [.. Html, .. Xml, .. Pdf, .. Markdown, .. Text, .. Json];

    private static ImmutableArray<byte[]> Of(params string[] words) => [.. words.Concat(Common).Select(word => Encoding.UTF8.GetBytes(word))];
}
