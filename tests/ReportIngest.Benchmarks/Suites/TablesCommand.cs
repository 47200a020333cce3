using System.CommandLine;
using System.Text;
using AngleSharp.Html.Parser;
using ReportIngest.Documents;
using ReportIngest.Reading;

namespace ReportIngest.Benchmarks.Suites;

/// <summary>General tables against a public suite: the examples of the GitHub Flavored Markdown specification, each with the HTML it must become.</summary>
internal static class TablesCommand
{
    private const string Fence = "````````````````````````````````";

    public static Command Create()
    {
        var files = new Argument<FileInfo[]>("files") { Description = "Test files of cmark-gfm (test/spec.txt, test/extensions.txt) from its source package." };
        var command = new Command("tables", "Precision, recall and F1 of the cells of GFM tables, on the specification's own examples.") { files };
        command.SetAction(result => Run(result.GetValue(files)!));
        return command;
    }

    private static int Run(FileInfo[] files)
    {
        foreach (var file in files)
        {
            var (examples, right, found, wanted) = (0, 0, 0, 0);
            foreach (var (markdown, html) in Examples(File.ReadAllText(file.FullName)).Where(example => example.Html.Contains("<table", StringComparison.Ordinal)))
            {
                var (ours, theirs) = (Read(markdown), Expected(html));
                var same = ours.Intersect(theirs).Count();
                examples++;
                (right, found, wanted) = (right + same, found + ours.Count, wanted + theirs.Count);
                if (same != ours.Count || same != theirs.Count)
                    Console.WriteLine($"{markdown}\n  only here: {string.Join(" ", ours.Except(theirs))}\n  only there: {string.Join(" ", theirs.Except(ours))}\n");
            }

            Console.WriteLine($"{file.Name}: {examples} examples with tables, {wanted} cells; precision {(double)right / found:F3}, recall {(double)right / wanted:F3}, F1 {2.0 * right / (found + wanted):F3}");
        }

        return 0;
    }

    private static IEnumerable<(string Markdown, string Html)> Examples(string text)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith(Fence + " example", StringComparison.Ordinal)) continue;
            var (dot, end) = (Array.IndexOf(lines, ".", i), Array.IndexOf(lines, Fence, i));
            if (dot < 0 || end < dot) continue;
            yield return (Join(lines[(i + 1)..dot]), Join(lines[(dot + 1)..end]));
            i = end;
        }

        static string Join(string[] lines) => string.Join('\n', lines).Replace('→', '\t');
    }

    /// <summary>A cell that is not empty by its table, row, column and text without blanks. Empty ones are not compared: the specification pads short rows, we do not, since a blank is a statement.</summary>
    private readonly record struct PlacedText(int Table, int Row, int Column, string Text);

    private static HashSet<PlacedText> Read(string markdown)
    {
        var bytes = Encoding.UTF8.GetBytes(markdown);
        return [.. MarkdownReader.Read(bytes, Source.Of("example.md", bytes), Limits.Default).Tables.SelectMany((table, t) =>
            table.Cells.Select(cell => new PlacedText(t, cell.Row, cell.Column, Plain(cell.Text)))).Where(cell => cell.Text.Length > 0)];
    }

    private static HashSet<PlacedText> Expected(string html) =>
    [
        .. new HtmlParser().ParseDocument(html).QuerySelectorAll("table").SelectMany((table, t) => table.QuerySelectorAll("tr").SelectMany((row, r) =>
            row.Children.Select((cell, c) => new PlacedText(t, r, c, Plain(cell.TextContent))))).Where(cell => cell.Text.Length > 0),
    ];

    private static string Plain(string text) => string.Concat(text.Where(letter => !char.IsWhiteSpace(letter)));
}
