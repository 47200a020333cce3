using System.Text;
using System.Text.RegularExpressions;
using PdfSharp.Pdf;

namespace ReportIngest.Forge.Writing.Pdf;

/// <summary>PDFsharp writes the clock and random identifiers; the same report must give the same bytes.</summary>
internal static class Stable
{
    public static byte[] Save(PdfDocument document)
    {
        document.Info.Creator = "ReportIngest.Forge";
        document.Info.CreationDate = document.Info.ModificationDate = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        using var stream = new MemoryStream();
        document.Save(stream, closeStream: false);
        // Each is replaced by as many characters, so that no offset of the cross-reference table moves.
        var bytes = Encoding.Latin1.GetString(stream.ToArray());
        bytes = FontTag.Replace(bytes, found => $"/AAAAAA{found.Value[7..]}");
        bytes = Identifier.Replace(bytes, found => string.Concat(found.Value.Select(letter => char.IsAsciiHexDigit(letter) ? '0' : letter)));
        return Encoding.Latin1.GetBytes(bytes);
    }

    /// <summary>The random tag of an embedded subset, before the font's name.</summary>
    private static readonly Regex FontTag = new("/[A-Z]{6}\\+D(roid|ejaVu)#20Sans", Options);

    /// <summary>The identifiers of the trailer and of the XMP metadata.</summary>
    private static readonly Regex Identifier = new("<[0-9A-F]{32}>|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", Options);

    private const RegexOptions Options = RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
}
