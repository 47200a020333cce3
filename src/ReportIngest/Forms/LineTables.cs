using System.Collections.Immutable;
using System.Globalization;
using ReportIngest.Documents;
using ReportIngest.Reports;

namespace ReportIngest.Forms;

/// <summary>
/// Tables that a crawler wrote one cell a line, or a row a line with blanks between its cells: runs of lines that are labels of the form and values. They become tables again, a row for each
/// label; a blank cell has left no line, so such a row has too few values and the matcher refuses it.
/// </summary>
internal static class LineTables
{
    /// <summary>Fewer values are no table of the form: table two has ten.</summary>
    private const int FewestValues = 8;

    /// <summary>The form's longest label has 34 characters without its number and punctuation.</summary>
    private const int LongestLabel = 48;

    private enum Kind { Other, Value, Row, Group, Header, Either }

    /// <param name="Whole">The line as it stands in the document; null for a piece behind the first.</param>
    private sealed record Line(string Text, Kind Kind, Place Place, string? Whole);

    /// <summary>The document with such tables in the place of their lines; the same document where there are none.</summary>
    public static Document Recover(Document document)
    {
        if (document.Blocks.OfType<Paragraph>().Sum(Values) < FewestValues) return document;

        var blocks = ImmutableArray.CreateBuilder<Block>();
        var run = new List<Line>();
        foreach (var block in document.Blocks)
        {
            if (block is not Paragraph paragraph)
            {
                Close();
                blocks.Add(block);
                continue;
            }

            foreach (var text in paragraph.Text.Split('\n'))
            {
                // Before its kind is asked: the label of a row is one whatever stands behind it.
                if (RowLines.Pieces(text, IsLabel, IsHeader) is { IsEmpty: false } pieces)
                {
                    run.AddRange(pieces.Select((piece, at) => new Line(piece, KindOf(piece), paragraph.Place, at == 0 ? text : null)));
                    continue;
                }

                var line = new Line(text, KindOf(text), paragraph.Place, text);
                if (line.Kind == Kind.Other && !Continues(run, line))
                {
                    Close();
                    blocks.Add(new Paragraph(text, paragraph.Place));
                }
                else
                {
                    run.Add(line);
                }
            }
        }

        Close();
        return document with { Blocks = blocks.ToImmutable() };

        void Close()
        {
            var form = WithoutIndex(WithoutUnits(run));
            if (form.Count(line => line.Kind == Kind.Value) >= FewestValues && form.Exists(line => line.Kind is Kind.Row or Kind.Header)) blocks.Add(Table(form));
            else blocks.AddRange(run.Where(line => line.Whole is not null).Select(line => new Paragraph(line.Whole!, line.Place)));
            run.Clear();
        }
    }

    /// <summary>
    /// The lines without a column of numbers that count the rows (序号): before each label, each one more than the last. Left there, the number
    /// in front of a row would end the row above it, and stand for a value that left no line.
    /// </summary>
    private static List<Line> WithoutIndex(List<Line> run)
    {
        const int fewestRows = 4; // 1 2 3 may be three totals
        var (index, last, labels) = (new HashSet<int>(), 0, 0);
        for (var at = 0; at < run.Count; at++)
        {
            if (run[at].Kind is Kind.Row or Kind.Group && at > 0 && run[at - 1].Kind == Kind.Value) labels++;
            if (!int.TryParse(run[at].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) continue;
            var heads = at + 1 < run.Count && run[at + 1].Kind != Kind.Value;
            var first = number == 1 && at > 0 && run[at - 1].Kind == Kind.Header; // also of table four, whose row has no label
            var begins = number == 1 && (at == 0 || run[at - 1].Kind is Kind.Either or Kind.Other); // behind the values of a row, 1 is one of them
            if (!first && !(heads && (begins || (last > 0 && number == last + 1)))) continue;
            index.Add(at);
            last = number;
        }

        return (index.Count >= fewestRows && index.Count * 4 >= labels * 3) || (index.Count > 0 && run.Exists(line => SideColumns.NamesCodes(LabelText.Of(line.Text)))) ? [.. run.Where((_, at) => !index.Contains(at))] : run;
    }

    /// <summary>The lines without those of a column of units: between a label and its values they would be a label that the form lacks.</summary>
    private static List<Line> WithoutUnits(List<Line> run) =>
        run.Exists(line => line.Kind == Kind.Header && SideColumns.NamesUnits(LabelText.Of(line.Text))) ? run.FindAll(line => !SideColumns.IsUnit(line.Text)) : run;

    private static int Values(Paragraph paragraph)
    {
        var values = 0;
        foreach (var line in paragraph.Text.AsSpan().Split('\n'))
        {
            if (CellReader.IsValue(paragraph.Text.AsSpan(line))) values++;
            else values += RowLines.Values(paragraph.Text.AsSpan(line));
        }

        return values;
    }

    /// <summary>A short text among labels and values is the rest of a label, a value that is no number, or a row that the form lacks; with a number in front it is a heading.</summary>
    private static bool Continues(List<Line> run, Line line) =>
        run.Exists(other => other.Kind is Kind.Value or Kind.Header) && run[^1].Kind is Kind.Row or Kind.Either or Kind.Value
        && line.Text.Length is > 0 and <= LongestLabel && !line.Text.Contains('。', StringComparison.Ordinal) && !Labels.IsNumbered(line.Text);

    private static bool IsLabel(string text) => KindOf(text) is Kind.Row or Kind.Group or Kind.Header or Kind.Either;

    private static bool IsHeader(string text) => KindOf(text) is Kind.Header or Kind.Either;

    private static Kind KindOf(string text)
    {
        if (text.Length > LongestLabel) return text.Contains("勾稽关系", StringComparison.Ordinal) ? Kind.Header : Kind.Other;
        if (CellReader.IsValue(text)) return Kind.Value;
        var label = LabelText.Of(text);
        if (label.Key.Length == 0) return Kind.Other;
        var meanings = Meanings.Of(label);
        var column = meanings.Any(meaning => !meaning.Columns.IsEmpty);
        if (meanings.Any(meaning => meaning.Rows.Length == 1)) return column ? Kind.Either : Kind.Row;
        if (column || meanings.Any(meaning => !meaning.Group.IsEmpty) || label.Key is "信息内容" || SideColumns.IsName(label)) return Kind.Header;
        if (meanings.Any(meaning => meaning.IsRowGroup)) return Kind.Group;
        return text.Contains("勾稽关系", StringComparison.Ordinal) ? Kind.Header : Kind.Other;
    }

    private static Table Table(List<Line> run)
    {
        var rows = new List<List<Line>>();
        foreach (var line in run)
        {
            if (rows.Count == 0 || StartsRow(rows[^1], line) || IsForeignRow(rows, line)) rows.Add([]);
            rows[^1].Add(line);
        }

        var cells = rows.SelectMany((row, r) => row.Select((line, c) => new Cell(r, c, 1, 1, line.Text, line.Place)));
        return new Table(rows.Count, rows.Max(row => row.Count), [.. cells], SpanFidelity.Lost, run[0].Place);
    }

    /// <summary>A text without a digit behind a row that has all its values is the label of a row that the form lacks; before that it stands for a value.</summary>
    private static bool IsForeignRow(List<List<Line>> rows, Line line) =>
        line.Kind == Kind.Other && !line.Text.Any(char.IsDigit) && rows[^1].Exists(IsValue) && rows[^1].Count(IsValue) >= Columns(rows);

    /// <summary>The number of values in the row before of the same header, else of headers in it; a header that is not the form's counts for none.</summary>
    private static int Columns(List<List<Line>> rows)
    {
        for (var at = rows.Count - 2; at >= 0; at--)
        {
            if (rows[at].Exists(IsValue)) return rows[at].Count(IsValue);
            if (rows[at].Exists(line => line.Kind == Kind.Header)) return rows[at].Count(line => line.Kind is Kind.Header or Kind.Either && line.Text != "信息内容" && !SideColumns.IsName(LabelText.Of(line.Text)));
        }

        return int.MaxValue;
    }

    private static bool IsValue(Line line) => line.Kind == Kind.Value;

    /// <summary>Header cells stay together, and so do a row's groups, its one label and its values.</summary>
    private static bool StartsRow(List<Line> row, Line line)
    {
        var header = row.TrueForAll(other => other.Kind is Kind.Header or Kind.Either) && row.Exists(other => other.Kind == Kind.Header);
        return line.Kind switch
        {
            Kind.Value => header,
            Kind.Other => false,
            Kind.Either => !header && row.Exists(other => other.Kind is Kind.Value or Kind.Row),
            Kind.Header => !header,
            _ => row.Exists(other => other.Kind != Kind.Group),
        };
    }
}
