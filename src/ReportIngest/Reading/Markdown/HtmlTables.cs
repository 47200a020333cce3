using System.Text;
using System.Text.RegularExpressions;

namespace ReportIngest.Reading.Markdown;

/// <summary>Text whose HTML tables are blanked, with its lines where they were, and the tables with the line (from 0) they begin in.</summary>
/// <remarks>For Markdown a blank line ends HTML, and an indented or bare line in a table is prose: the values of a table would be scattered.</remarks>
internal sealed partial record HtmlTables(string Rest, IReadOnlyList<(int Line, string Html)> Tables)
{
    public static HtmlTables LiftedFrom(string text)
    {
        var rest = new StringBuilder();
        var tables = new List<(int, string)>();
        int depth = 0, start = 0, at = 0, line = 0;
        foreach (Match tag in Tag().Matches(text))
        {
            var opens = tag.Groups["close"].Length == 0;
            if (depth == 0 && !opens) continue;
            if (depth == 0) start = tag.Index;
            depth += opens ? 1 : -1;
            if (depth == 0) Lift(tag.Index + tag.Length);
        }

        // A table that is not closed goes as far as the text: its rows are in there, and a parser of HTML puts prose out of it again.
        if (depth > 0) Lift(text.Length);
        rest.Append(text, at, text.Length - at);
        return new HtmlTables(rest.ToString(), tables);

        void Lift(int end)
        {
            var before = text.AsSpan(at, start - at);
            var html = text[start..end];
            line += before.Count('\n');
            rest.Append(before).Append('\n', html.AsSpan().Count('\n'));
            tables.Add((line, html));
            line += html.AsSpan().Count('\n');
            at = end;
        }
    }

    [GeneratedRegex(@"<(?<close>/?)table\b[^<>]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
