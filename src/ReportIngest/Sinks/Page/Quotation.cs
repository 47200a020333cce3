using System.Text.Json;
using System.Text.RegularExpressions;
using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Reports;
using ReportIngest.Rules;

namespace ReportIngest.Sinks.Page;

/// <summary>The words of the report that a finding speaks of, with what stands around them in their paragraph.</summary>
internal sealed partial record Quotation(Section Section, string Before, string Quoted, string After)
{
    /// <summary>Shorter ones are labels and names, which stand in many places.</summary>
    private const int Shortest = 6;

    private const int Around = 120;

    /// <summary>The longest of what the message quotes that stands in the text; null where none does.</summary>
    public static Quotation? Of(FindingRecord finding, ReportRecord report)
    {
        if (finding.Category is not (Category.Narrative or Category.Copying or Category.Form or Category.Publication)) return null;
        return Quotes().Matches(finding.Message.Zh).Select(quote => CompactText.Of(quote.Groups["quoted"].Value).Trim('…'))
            .Where(quoted => quoted.Length >= Shortest).OrderByDescending(quoted => quoted.Length)
            .Select(quoted => Find(quoted, report)).FirstOrDefault(found => found is not null);
    }

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("quote");
        json.WriteNumber("section", Section.Number);
        json.WriteString("heading", Section.Heading);
        json.WriteString("before", Before);
        json.WriteString("text", Quoted);
        json.WriteString("after", After);
        json.WriteEndObject();
    }

    private static Quotation? Find(string quoted, ReportRecord report)
    {
        foreach (var section in report.Sections)
        {
            // Messages quote the compact text: no blanks, no line ends.
            var at = CompactText.Of(section.Text).IndexOf(quoted, StringComparison.Ordinal);
            if (at >= 0) return Cut(section, CompactText.IndexAfter(section.Text, at), CompactText.IndexAfter(section.Text, at + quoted.Length));
        }
        return null;
    }

    private static Quotation Cut(Section section, int from, int to)
    {
        var text = section.Text;
        from += text.AsSpan(from, to - from).IndexOfAnyExcept(' ', '\u3000', '\n');
        var start = Math.Max(text.LastIndexOf('\n', Math.Max(from - 1, 0)) + 1, from - Around);
        var end = text.IndexOf('\n', to);
        end = Math.Min(end < 0 ? text.Length : end, to + Around);
        return new Quotation(section, text[Math.Min(start, from)..from], text[from..to], text[to..end]);
    }

    [GeneratedRegex("「(?<quoted>[^「」]*)」|“(?<quoted>[^“”]*)”", RegexOptions.ExplicitCapture)]
    private static partial Regex Quotes();
}
