using System.IO.Compression;
using System.Text;
using PdfSharp.Pdf;
using PdfSharp.Pdf.IO;
using ReportIngest.Reading;
using ReportIngest.Reading.Pdf;
using ReportIngest.Tests.Reading.Pdf;

namespace ReportIngest.Tests.Reading;

/// <summary>Files that are locked, and files that grow.</summary>
public class PdfSafetyTests
{
    private static readonly Limits OneMegabyte = Limits.Default with { InflatedBytes = 1 << 20 };

    private static UnreadableReason? Refusal(byte[] bytes, Limits limits) =>
        (Record.Exception(() => ReportIngest.Reading.PdfReader.Read(bytes, Source.Of("x.pdf", bytes), limits)) as UnreadableException)?.Reason;

    private static byte[] Locked(string userPassword)
    {
        using var document = Opened(HandPdf.Page(HandPdf.Rules + HandPdf.Show(110, 686, "(new)")));
        document.SecuritySettings.UserPassword = userPassword;
        document.SecuritySettings.OwnerPassword = "owner";
        using var file = new MemoryStream();
        document.Save(file);
        return file.ToArray();
    }

    private static PdfDocument Opened(byte[] bytes) => PdfSharp.Pdf.IO.PdfReader.Open(new MemoryStream(bytes), PdfDocumentOpenMode.Modify);

    [Fact]
    public void A_file_that_needs_a_password_is_refused_as_encrypted() => Assert.Equal(UnreadableReason.Encrypted, Refusal(Locked("secret"), Limits.Default));

    [Fact]
    public void A_file_that_is_only_locked_against_changes_is_read()
    {
        var bytes = Locked("");
        var table = Assert.Single(ReportIngest.Reading.PdfReader.Read(bytes, Source.Of("x.pdf", bytes), Limits.Default).Tables);

        Assert.Equal("new", table.Cells[0].Text);
    }

    private static byte[] Deflated(byte[] bytes)
    {
        var deflated = new MemoryStream();
        using (var zlib = new ZLibStream(deflated, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(bytes);
        return deflated.ToArray();
    }

    /// <summary>Each pair of bytes stands for 128 blanks.</summary>
    private static byte[] RunLengths(int runs) => [.. Enumerable.Range(0, runs).SelectMany(_ => new byte[] { 129, (byte)' ' }), 128];

    /// <summary>Blanks in runs that are one longer each, as every LZW encoder writes them, until its table of codes is full.</summary>
    private static byte[] Lzw(int codes)
    {
        var bits = new StringBuilder();
        void Write(int code, int width) => bits.Append(Convert.ToString(code, 2).PadLeft(width, '0'));
        Write(256, 9);
        Write(' ', 9);
        var width = 9;
        for (var code = 258; code < 258 + codes; code++)
        {
            width = code + 1 > 2047 ? 12 : code + 1 > 1023 ? 11 : code + 1 > 511 ? 10 : 9;
            Write(code, width);
        }
        Write(257, width);
        return [.. bits.ToString().Chunk(8).Select(octet => Convert.ToByte(new string(octet).PadRight(8, '0'), 2))];
    }

    public static TheoryData<string, byte[]> Bombs => new()
    {
        { "/Filter/FlateDecode", Deflated(new byte[4 << 20]) },
        { "/Filter/RunLengthDecode", RunLengths(1 << 15) },
        { "/Filter/LZWDecode", Lzw(3700) },
        { "/Filter[/FlateDecode/FlateDecode]", Deflated(Deflated(new byte[4 << 20])) },
        { "/Filter[/FlateDecode/RunLengthDecode]", Deflated(RunLengths(1 << 15)) },
        { "/Filter[/ASCIIHexDecode/LZWDecode]", Encoding.ASCII.GetBytes(Convert.ToHexString(Lzw(3700)) + ">") },
    };

    [Theory]
    [MemberData(nameof(Bombs))]
    public void A_stream_that_grows_past_the_limit_is_refused_however_it_is_packed(string filter, byte[] content) =>
        Assert.Equal(UnreadableReason.TooLarge, Refusal(HandPdf.Page(content, filter), OneMegabyte));

    [Fact]
    public void Sizes_are_told_without_decoding()
    {
        Assert.Equal(4 << 20, DecodedSizes.OfFlate(Deflated(new byte[4 << 20]), long.MaxValue));
        Assert.Equal(128 * 100, DecodedSizes.OfRunLength(RunLengths(100)));
        Assert.Equal(2001 * 2002 / 2, DecodedSizes.OfLzw(Lzw(2000), long.MaxValue));
    }

    [Fact]
    public void Streams_below_the_limit_are_read_however_they_are_packed()
    {
        var page = Encoding.ASCII.GetBytes(HandPdf.Rules + HandPdf.Show(110, 686, "(new)"));
        var bytes = HandPdf.Page(Deflated(Deflated(page)), "/Filter[/FlateDecode/FlateDecode]");

        Assert.Equal("new", Assert.Single(ReportIngest.Reading.PdfReader.Read(bytes, Source.Of("x.pdf", bytes), OneMegabyte).Tables).Cells[0].Text);
    }
}
