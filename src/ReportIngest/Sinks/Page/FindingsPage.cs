using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using ReportIngest.Corpus;
using ReportIngest.Outputs;

namespace ReportIngest.Sinks.Page;

/// <summary>
/// <c>report.html</c>: an output as one page for people, which needs nothing but a browser. It holds its data, its style and its script; what is
/// foreign in it stands in the data as JSON and reaches the screen as text.
/// </summary>
public static class FindingsPage
{
    public const string FileName = "report.html";

    /// <summary>A page of some 20 MB: more takes a browser seconds to open. What is left out is counted on the page.</summary>
    public const int MostFindings = 20_000;

    /// <summary>Escapes what could end the element that the data stand in.</summary>
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), NewLine = "\n" };

    /// <param name="language">In which the page opens: <c>zh</c> or <c>en</c>; it holds both.</param>
    /// <param name="most">Of findings: the gravest are kept.</param>
    /// <exception cref="FormatException">The output is not what this program writes.</exception>
    public static void Write(Stream stream, IngestOutput output, string language, int most = MostFindings)
    {
        var (before, after) = PageResources.Around();
        stream.Write(Encoding.UTF8.GetBytes(before));
        using (var json = new Utf8JsonWriter(stream, Options)) new PageData(json, output).Write(language, most);
        stream.Write(Encoding.UTF8.GetBytes(after));
    }
}
