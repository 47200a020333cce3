using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;
using ReportIngest.Documents;

namespace ReportIngest.Reports;

/// <summary>
/// Who and when. Each part is taken from the first place that has it: title, preface, signature, the line below the title, page metadata, the first sentence.
/// Year and title are the report's, not the page's.
/// </summary>
/// <param name="Unit">Null where no place names one; 「本机关」 is no name.</param>
/// <param name="Title">As printed, in one line without blanks.</param>
/// <param name="Published">From the metadata, a labelled line, the signature, or a day printed below the title. File properties and page feet are not asked.</param>
/// <param name="Preface">The paragraphs between title and first section, compact.</param>
/// <param name="LooksLikeReport">There is a title of the kind, or at least three of the six sections.</param>
public sealed partial record ReportHeader(UnitName? Unit, int? Year, string? Title, DateOnly? Published, string Preface, bool LooksLikeReport)
{
    /// <summary>The unit that signs at the end; null where nobody does.</summary>
    public string? Signatory { get; init; }

    /// <summary>The day that stands with <see cref="Signatory"/>.</summary>
    public DateOnly? Signed { get; init; }

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
        var text = own is null ? 0 : own.Line + 1;
        var prefaceText = Between(lines, text, body);
        var preface = Reports.Preface.Read(prefaceText, own?.Title.Year);
        var after = headings.IsEmpty ? text : headings[^1].First + headings[^1].Lines;
        var signature = Signature.Find(lines, after);
        if (own is not null) own = TitleSearch.WithHead(lines, own, [preface.Unit, signature?.Unit, metadata.Title?.Unit, metadata.Unit]);
        var title = TitleSearch.Fullest(own, titles)?.In(lines) ?? metadata.Title;

        var opening = headings.IsEmpty || title is { Unit: not null, Year: not null } ? null : Opening.Of(lines, headings[0]);
        var unit = Full(title?.Unit, [preface.Unit, signature?.Unit, metadata.Title?.Unit])
            ?? Agreed([own is null ? null : BelowTitle(lines, text, body), opening?.Unit, metadata.Unit], opening?.Self);
        var published = metadata.Published ?? PublishedDate.Labelled(lines.AsSpan(..body), lines.AsSpan(after..), title?.Year ?? preface.Year ?? metadata.Title?.Year) ?? signature?.Date ?? WholeLine(lines, text, body);

        // A title without its year leaves it to the first sentence, where the day of publication bears that out: one of them alone may be a slip.
        var year = LaterYear(title?.Year, prefaceText, published, signature?.Date, metadata.Title?.Year, () => FirstYear(lines, headings)) ?? title?.Year ?? preface.Year ?? metadata.Title?.Year ?? (opening?.Year is { } said && published?.Year == said + 1 ? said : null);
        var looks = headings.Length >= EnoughSections
            || (title is not null && year is not null && (!headings.IsEmpty || IsAboutOne(titles, metadata) || HasProse(titles, lines, text)));
        return new ReportHeader(unit is null ? null : UnitName.Of(unit), year, title?.Text, published, prefaceText, looks) { Signatory = signature?.Unit, Signed = signature is { Unit: not null } ? signature.Date : null };
    }

    /// <summary>
    /// Last year's title over this year's report: its own period and the day of publication bear each other out, the preface names no other year's report, and neither signature
    /// nor text speaks for the title; where the page is called as the title is, the text has to speak for the period. Null otherwise: the period may be the slip, on a page put up late.
    /// </summary>
    /// <param name="told">The year that section one names first.</param>
    private static int? LaterYear(int? ofTitle, string preface, DateOnly? published, DateOnly? signed, int? ofPage, Func<int?> told) =>
        ofTitle is { } titled && ReportYear.OfPeriod(preface) is { } counted && counted > titled && published?.Year == counted + 1 && Reports.Preface.Years(preface).All(year => year == counted)
        && (signed is null || signed.Value.Year == counted + 1) && (told() is { } year ? year == counted : ofPage != titled)
            ? counted
            : null;

    /// <summary>The title's, else the first of the names that the report gives itself elsewhere; 「市水利局」 in the title is 「青山市水利局」 where one of them says whose it is.</summary>
    private static string? Full(string? ofTitle, string?[] names)
    {
        if (ofTitle is null) return Array.Find(names, name => name is not null);
        return UnitName.HasPlace(ofTitle) ? ofTitle : Array.Find(names, name => name is not null && name.EndsWith(ofTitle, StringComparison.Ordinal) && UnitName.HasPlace(name)) ?? ofTitle;
    }

    private static int? FirstYear(ImmutableArray<Line> lines, ImmutableArray<SectionHeading> headings)
    {
        if (headings.IsEmpty) return null;
        var text = CompactText.Of(headings[0].Rest) + Between(lines, headings[0].First + headings[0].Lines, headings.Length > 1 ? headings[1].First : lines.Length);
        return NamedYear().Match(text) is { Success: true } match ? ReportYear.Parse(match.Groups["year"].Value) : null;
    }

    [GeneratedRegex("(?<year>" + ReportYear.Pattern + ")年", RegexOptions.ExplicitCapture)]
    private static partial Regex NamedYear();

    /// <summary>A page that is itself called a report has the title as its own or in a heading; one that lists reports has titles of several.</summary>
    private static bool IsAboutOne(ImmutableArray<FoundTitle> titles, PageMetadata metadata) =>
        metadata.Title?.Year is not null || titles.Any(found => found.IsHeading && found.Title.Year is not null);

    /// <summary>A report without the form's sections has sentences about its matter; a list of reports has titles of several or links alone.</summary>
    private static bool HasProse(ImmutableArray<FoundTitle> titles, ImmutableArray<Line> lines, int text) =>
        titles.Where(found => found.Title.Year is not null).DistinctBy(found => (found.Title.Unit, found.Title.Year)).Count() == 1
        && lines.Skip(text).Any(line => !line.IsInTable && line.Text.Contains('。') && line.Text.Contains("公开", StringComparison.Ordinal));

    /// <summary>The line right below a title that names a unit and nothing else: who reports, as covers and letterheads have it.</summary>
    private static string? BelowTitle(ImmutableArray<Line> lines, int text, int body) =>
        text < body && !lines[text].IsInTable && lines[text].IsShort && UnitName.IsOne(lines[text].Compact) && UnitName.HasPlace(lines[text].Compact) ? lines[text].Compact : null;

    /// <summary>
    /// The fullest of the names of one unit; of two units none, since either may be the site's or left over from another report. None either where the first sentence
    /// speaks of itself as one of another level.
    /// </summary>
    private static string? Agreed(IEnumerable<string?> names, Level? self)
    {
        var fullest = names.OfType<string>().OrderByDescending(UnitName.HasPlace).ThenByDescending(name => Stem(name).Length).ThenByDescending(name => name.Length).ToList();
        return fullest is [var unit, ..] && fullest.TrueForAll(name => !UnitName.HasPlace(name) || Stem(unit).EndsWith(Stem(name), StringComparison.Ordinal))
            && (self is null || UnitLevel.Of(unit) is not { } level || level == self)
            ? unit
            : null;
    }

    /// <summary>王集乡 is 王集乡人民政府.</summary>
    private static string Stem(string unit) => Government().Replace(unit, "");

    [GeneratedRegex("(?:人民政府|政府|(?<=街道)办事处)$")]
    private static partial Regex Government();

    // What a page prints below the title of any article; it belongs to no sentence of this one.
    [GeneratedRegex(@"^[^，。；]*(?:来\s*源|(?:发布|公开|发文|制发)\s*(?:机构|机关|单位))\s*[:：][^，。；]*$")]
    private static partial Regex PageLine();

    private static string Between(ImmutableArray<Line> lines, int from, int to)
    {
        var text = new StringBuilder();
        for (var i = from; i < to && text.Length < LongestPreface; i++)
        {
            if (!lines[i].IsInTable && !(lines[i].IsShort && PageLine().IsMatch(lines[i].Text))) text.Append(lines[i].Text.AsSpan(0, Math.Min(lines[i].Text.Length, LongestPreface - text.Length)));
        }

        return CompactText.Of(text.ToString());
    }

    private static DateOnly? WholeLine(ImmutableArray<Line> lines, int from, int to) =>
        Enumerable.Range(from, Math.Max(0, to - from)).Select(i => PrintedDate.Alone(lines, i)).FirstOrDefault(day => day is not null);
}
