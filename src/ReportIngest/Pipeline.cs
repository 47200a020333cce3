using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Forms;
using ReportIngest.Reading;
using ReportIngest.Reports;
using ReportIngest.Rules;
using ReportIngest.Rules.Extraction;

namespace ReportIngest;

/// <summary>The whole way, bytes → Document → Report → Findings, on one page.</summary>
public static class Pipeline
{
    /// <summary>Reads one file. Never throws for what the bytes hold: what cannot be read becomes a finding.</summary>
    public static Ingested Ingest(ReadOnlyMemory<byte> bytes, Source source, Limits limits)
    {
        Document document;
        try
        {
            document = Read(bytes, source, limits);
        }
        catch (UnreadableException unreadable)
        {
            return new Ingested(source, null, null, [FileUnreadable.Finding(source, unreadable)], []);
        }

        if (Recognise(document, source) is not { } report)
            return new Ingested(source, document, null, [.. Doubts.Say(document, source), NoReportRecognised.Finding(source, document)], []);

        var verdict = RuleCatalog.Judge(report);
        return new Ingested(source, document, report, verdict.Findings, verdict.Tallies);
    }

    /// <summary>Bytes → Document. The format is told from the bytes; one reader a format.</summary>
    /// <exception cref="UnreadableException">The file cannot be read; the exception says why.</exception>
    public static Document Read(ReadOnlyMemory<byte> bytes, Source source, Limits limits)
    {
        var (kind, text) = FileKinds.Tell(bytes.Span);
        return Read(kind, text, bytes, source, limits);
    }

    /// <param name="text">The file's text where it is decoded already.</param>
    internal static Document Read(FileKind kind, DecodedText? text, ReadOnlyMemory<byte> bytes, Source source, Limits limits)
    {
        var document = kind switch
        {
            FileKind.Html => HtmlReader.Read(bytes, text, source, limits),
            FileKind.Docx => DocxReader.Read(bytes, source, limits),
            FileKind.Pdf => PdfReader.Read(bytes, source, limits),
            FileKind.Markdown => MarkdownReader.Read(bytes, text, limits),
            _ => Reading.TextReader.Read(bytes, text, limits),
        };
        document = Ideographs.Unified(limits.Checked(document)); // ⼀ and ⾏政 of a browser's PDF are 一 and 行政
        document = LineTables.Recover(document); // a crawler's text with a cell a line
        return CutRows.Join(document); // rows that a page break has cut
    }

    /// <summary>Document → Report; null where neither the form's tables nor the marks of an annual report are there.</summary>
    public static Report? Recognise(Document document, Source source)
    {
        var lines = Line.Of(document);
        var headings = SectionReader.Headings(lines);
        var header = ReportHeader.Of(document, lines, headings);
        var match = FormMatcher.Match(document, header.Year);
        if (match.Tables.IsEmpty && !header.LooksLikeReport) return null;

        var sections = SectionReader.Of(document, lines, headings);
        var (whole, cutOff, endsEarly) = CutOff.Of(document, match, sections);
        var (fields, recognised) = Recognition.Confirm(whole, match.Identities, document.RecognisedPages);
        var notes = document.Notes.Select(note => new Doubt(note.Rule, null, note.Message, [], Location.Of(document, note.Place)));
        return new Report(
            source, document.Kind, document.Encoding, header.Unit, header.Year, header.Title, header.Published,
            match.Edition, sections, fields, match.Identities, match.Tables, [.. match.Doubts, .. cutOff, .. recognised, .. notes])
        {
            Preface = header.Preface, Signatory = header.Signatory, Signed = header.Signed, EndsEarly = endsEarly,
        };
    }
}

/// <summary>What came of one file. Without a report the findings say why.</summary>
/// <param name="Tallies">How often each rule held, failed and could not tell; empty without a report.</param>
public sealed record Ingested(
    Source Source, Document? Document, Report? Report, ImmutableArray<Finding> Findings, ImmutableArray<Tally> Tallies);
