using System.Globalization;
using System.Text;

namespace ReportIngest.Tests.Reading.Pdf;

/// <summary>A PDF of one A4 page written by hand, for what no writer writes.</summary>
internal static class HandPdf
{
    public const string Helvetica = "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>";

    /// <summary>The rules of a table of 2 × 2, 100 pt × 20 pt each, its upper left corner at (100, 142) from the page's.</summary>
    public const string Rules = "0.5 w 100 700 m 300 700 l S 100 680 m 300 680 l S 100 660 m 300 660 l S 100 660 m 100 700 l S 200 660 m 200 700 l S 300 660 m 300 700 l S ";

    /// <summary>Shows a string, as written between brackets, at a place from the page's lower left corner, at 10 pt.</summary>
    public static string Show(double x, double y, string shown) =>
        string.Create(CultureInfo.InvariantCulture, $"BT /F1 10 Tf 1 0 0 1 {x} {y} Tm {shown} Tj ET ");

    /// <param name="fonts">The objects of the font F1: the font itself, then what it refers to as 6 0 R and 7 0 R.</param>
    public static byte[] Page(string content, params string[] fonts) => Page(Encoding.ASCII.GetBytes(content), "", fonts);

    /// <summary>A page that is stored upright and shown turned clockwise.</summary>
    public static byte[] Turned(string content, int degrees) => Page(Encoding.ASCII.GetBytes(content), "", $"/Rotate {degrees}", []);

    /// <param name="filter">The dictionary entry that says how <paramref name="content"/> is encoded.</param>
    public static byte[] Page(byte[] content, string filter, params string[] fonts) => Page(content, filter, "", fonts);

    private static byte[] Page(byte[] content, string filter, string entries, string[] fonts) => Objects(
    [
        "<</Type/Catalog/Pages 2 0 R>>"u8.ToArray(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>"u8.ToArray(),
        Encoding.ASCII.GetBytes($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]{entries}/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R>>"),
        Stream(content, filter),
        .. fonts.DefaultIfEmpty(Helvetica).Select(Encoding.ASCII.GetBytes),
    ]);

    /// <param name="entries">Of the stream's dictionary, beside its length.</param>
    public static byte[] Stream(byte[] content, string entries) =>
        [.. Encoding.ASCII.GetBytes($"<</Length {content.Length}{entries}>>\nstream\n"), .. content, .. "\nendstream"u8];

    /// <summary>A file of these objects, numbered from 1; the first is the catalogue.</summary>
    public static byte[] Objects(params IReadOnlyList<byte[]> objects)
    {
        var file = new MemoryStream();
        var offsets = new List<long>();
        void Write(string text) => file.Write(Encoding.ASCII.GetBytes(text));
        Write("%PDF-1.4\n");
        foreach (var body in objects)
        {
            offsets.Add(file.Length);
            Write($"{offsets.Count} 0 obj\n");
            file.Write(body);
            Write("\nendobj\n");
        }
        var xref = file.Length;
        Write($"xref\n0 {offsets.Count + 1}\n0000000000 65535 f \n" + string.Concat(offsets.Select(offset => $"{offset:D10} 00000 n \n")));
        Write($"trailer\n<</Root 1 0 R/Size {offsets.Count + 1}>>\nstartxref\n{xref}\n%%EOF");
        return file.ToArray();
    }
}
