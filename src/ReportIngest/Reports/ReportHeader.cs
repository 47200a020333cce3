using System.Collections.Immutable;
using ReportIngest.Documents;

namespace ReportIngest.Reports;

/// <summary>
/// Who and when. Each part is taken from the first place that has it: title, preface, signature, page metadata. Year and title are the report's, not the page's.
/// </summary>
/// <param name="Unit">Null where no place names one; 「本机关」 is no name.</param>
/// <param name="Title">As printed, in one line without blanks.</param>
/// <param name="Published">From the metadata, a labelled line, the signature, or a day printed below the title. File properties and page feet are not asked.</param>
/// <param name="LooksLikeReport">There is a title of the kind, or at least three of the six sections.</param>
public sealed record ReportHeader(UnitName? Unit, int? Year, string? Title, DateOnly? Published, bool LooksLikeReport)
{
    /// <summary>A report has six sections; with three of them a page is none about something else.</summary>
    private const int EnoughSections = 3;

    /// <summary>A preface is one to three paragraphs of some hundred characters each.</summary>
    private const int LongestPreface = 4000;

    public static ReportHeader Of(Document document)
    {
        var lines = Line.Of(document);
        return Of(document, lines, SectionReader.Headings(lines));
    }

    internal static ReportHeader Of(Document document, ImmutableArray<Line> lines, ImmutableArray<SectionHeading> headings)
    {
        var metadata = PageMetadata.Of(document);
        var body = headings.IsEmpty ? lines.Length : headings[0].First;
        var titles = TitleSearch.In(lines, body);
        var own = TitleSearch.Own(titles, !headings.IsEmpty);
        var title = TitleSearch.Fullest(own, titles) ?? metadata.Title;
        var text = own is null ? 0 : own.Line + 1;
        var preface = Preface.Read(Between(lines, text, body));
        var after = headings.IsEmpty ? text : headings[^1].First + headings[^1].Lines;
        var signature = Signature.Find(lines, after);

        var unit = title?.Unit ?? preface.Unit ?? signature?.Unit ?? metadata.Title?.Unit ?? metadata.Unit;
        var year = title?.Year ?? preface.Year ?? metadata.Title?.Year;
        var published = metadata.Published ?? PublishedDate.Labelled([.. lines[..body], .. lines[after..]]) ?? signature?.Date ?? WholeLine(lines[text..body]);
        var looks = headings.Length >= EnoughSections || (title is not null && year is not null && !(headings.IsEmpty && IsListing(titles, metadata)));
        return new ReportHeader(unit is null ? null : UnitName.Of(unit), year, title?.Text, published, looks);
    }

    /// <summary>A page that lists reports has titles of several, and is itself called otherwise.</summary>
    private static bool IsListing(ImmutableArray<FoundTitle> titles, PageMetadata metadata) =>
        metadata.Title?.Year is null
        && !titles.Any(found => found.IsHeading && found.Title.Year is not null)
        && titles.Where(found => found.Title.Year is not null).DistinctBy(found => (found.Title.Unit, found.Title.Year)).Skip(1).Any();

    private static string Between(ImmutableArray<Line> lines, int from, int to)
    {
        var text = string.Concat(lines[from..Math.Max(from, to)].Where(line => line.Kind != LineKind.Cell).Select(line => line.Text.AsSpan(0, Math.Min(line.Text.Length, LongestPreface)).ToString()));
        return CompactText.Of(text.AsSpan(0, Math.Min(text.Length, LongestPreface)));
    }

    private static DateOnly? WholeLine(ImmutableArray<Line> lines) =>
        lines.Select(line => PrintedDate.OfWhole(line.Text)).FirstOrDefault(day => day is not null);
}
