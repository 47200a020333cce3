using System.Globalization;
using System.Text;

namespace ReportIngest.Forge.Writing.Html;

/// <summary>Pages in other encodings than UTF-8, or than they declare.</summary>
internal static class Encodings
{
    public static byte[] Utf8DeclaredGb2312(ForgedReport report) => Encoding.UTF8.GetBytes(Page(report, "gb2312"));

    public static byte[] Gb18030DeclaredUtf8(ForgedReport report) => Encode("GB18030", Page(report, "utf-8"));

    public static byte[] Gb18030Undeclared(ForgedReport report) => Encode("GB18030", Page(report, null));

    public static byte[] Utf8Undeclared(ForgedReport report) => Encoding.UTF8.GetBytes(Page(report, null));

    public static byte[] Big5(ForgedReport report) => Encode("big5", Page(report, "big5"));

    /// <summary>With a byte order mark, and a declaration that the bytes contradict, as editors leave it.</summary>
    public static byte[] Utf16(ForgedReport report) => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(Page(report, "gb2312"))];

    private static string Page(ForgedReport report, string? declared) => HandPage.Of(report, declared, HandPage.Table);

    // A character that the encoding has not becomes a reference, as browsers write it in forms.
    private static byte[] Encode(string name, string page)
    {
        var encoding = CodePagesEncodingProvider.Instance.GetEncoding(name)!;
        return encoding.GetBytes(string.Concat(page.EnumerateRunes().Select(Written)));

        string Written(Rune letter)
        {
            var text = letter.ToString();
            return encoding.GetString(encoding.GetBytes(text)) == text ? text : string.Create(CultureInfo.InvariantCulture, $"&#{letter.Value};");
        }
    }
}
