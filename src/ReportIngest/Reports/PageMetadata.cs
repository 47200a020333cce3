using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportIngest.Documents;

namespace ReportIngest.Reports;

/// <summary>What a page's <c>meta</c> elements or a file's properties say of who and when; the last to be asked, since templates copy them.</summary>
/// <param name="Published">A web page's publication date; never the day on which a Word or PDF file was made.</param>
internal sealed partial record PageMetadata(ReportTitle? Title, string? Unit, DateOnly? Published)
{
    /// <summary>Names in use, the government's own (国办发 standard of meta tags) before the general ones.</summary>
    private static readonly ImmutableArray<string> Titles = ["articletitle", "dc.title", "og:title", "title"];

    /// <summary>SiteName is not among them: it names whoever keeps the site, mostly the government above.</summary>
    private static readonly ImmutableArray<string> Units = ["contentsource", "source", "dc.source", "dc.publisher", "author", "dc.creator", "creator", "company"];

    private static readonly ImmutableArray<string> Dates =
        ["pubdate", "publishdate", "publish-date", "publish_date", "publishtime", "article:published_time", "dcterms.issued", "dc.date.issued", "dc.date"];

    public static PageMetadata Of(Document document)
    {
        return new PageMetadata(
            First(Titles, value => ReportTitle.ReadPart(CompactText.Of(value))?.In(value)),
            First(Units, value => CompactText.Of(value) is var unit && UnitName.IsOne(unit) ? unit : null),
            document.Kind == FileKind.Html && !IsExport(document) ? Dates.Select(name => Day(name)).FirstOrDefault(day => day is not null) : null);

        T? First<T>(ImmutableArray<string> names, Func<string, T?> read) where T : class =>
            names.SelectMany(Values).Select(read).FirstOrDefault(found => found is not null);

        IEnumerable<string> Values(string name) =>
            document.Metadata.Where(pair => pair.Key == name && pair.Value.Length <= LongestValue).Select(pair => pair.Value);

        DateOnly? Day(string name) => Values(name).Select(value => PrintedDate.Of(Leading().Match(CompactText.WithBlanks(value)))).FirstOrDefault(day => day is not null);
    }

    /// <summary>LibreOffice writes the day on which a file was made as that of its issue when it saves it as XHTML.</summary>
    private static bool IsExport(Document document) => document.Metadata.Any(pair => pair is { Key: "dcterms.source", Value: "http://xml.openoffice.org/odf2xhtml" });

    /// <summary>A title with its site's name around it; a longer value is a description.</summary>
    private const int LongestValue = 240;

    // 2025-01-20 10:33, 2025-01-20T10:33:00+08:00
    [GeneratedRegex(@"^\s*" + PrintedDate.Pattern, RegexOptions.ExplicitCapture)]
    private static partial Regex Leading();
}
