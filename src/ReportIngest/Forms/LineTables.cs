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
    internal const int LongestLabel = 48;

    /// <summary>The document with such tables in the place of their lines; the same document where there are none.</summary>
    public static Document Recover(Document document)
    {
        if (document.Blocks.OfType<Paragraph>().Sum(Values) < FewestValues) return document;

        var blocks = ImmutableArray.CreateBuilder<Block>();
        var run = new List<CellLine>();
        var lines = new List<(string Text, Place Place)>();
        foreach (var block in document.Blocks)
        {
            if (block is Paragraph paragraph)
            {
                lines.AddRange(paragraph.Text.Split('\n').Select(text => (text, paragraph.Place)));
                continue;
            }

            Read();
            blocks.Add(block);
        }

        Read();
        return document with { Blocks = blocks.ToImmutable() };

        void Read()
        {
            foreach (var line in WrappedLabels.Joined(lines, KindOf))
            {
                if (AddTo(run, line)) continue;
                Close();
                blocks.AddRange(Paragraphs(line.Whole, line.Place));
            }

            Close();
            lines.Clear();
        }

        void Close()
        {
            var cells = WithoutIndex(WithoutUnits(PipedCells.In(run, KindOf)));
            if (cells.Count(IsValue) >= FewestValues && cells.Exists(IsNumber) && cells.Exists(line => line.Kind is CellKind.Row or CellKind.Header)) blocks.Add(Table(cells, bounded: run.Exists(line => line.Kind == CellKind.Bound)));
            else blocks.AddRange(run.Where(line => line.Whole is not null).SelectMany(line => Paragraphs(line.Whole!, line.Place)));
            run.Clear();
        }
    }

    /// <summary>False where a line is none of the run's.</summary>
    private static bool AddTo(List<CellLine> run, WrappedLabels.TextLine line)
    {
        if (PipedCells.Of(line.Text) is { } piped)
        {
            var cell = new CellLine(piped.Text, KindOf(piped.Text), line.Place, line.Whole);
            if (piped.Text.Length == 0 ? run.Count == 0 : cell.Kind == CellKind.Other && !Continues(run, cell)) return false;
            AddBounds(piped.Before);
            if (piped.Text.Length > 0) run.Add(cell);
            AddBounds(piped.After);
            return true;

            void AddBounds(int count)
            {
                if (count > 0) run.Add(new CellLine("", CellKind.Bound, line.Place, piped.Text.Length == 0 ? line.Whole : null) { EndsRow = piped.FillsUp });
            }
        }

        // Before its kind is asked: the label of a row is one whatever stands behind it.
        if (RowLines.Pieces(line.Text, IsLabel, IsHeader) is { IsEmpty: false } pieces)
        {
            run.AddRange(pieces.Select((piece, at) => new CellLine(piece, KindOf(piece), line.Place, at == 0 ? line.Whole : null) { InPieces = true }));
            return true;
        }

        var other = new CellLine(line.Text, KindOf(line.Text), line.Place, line.Whole);
        if (other.Kind == CellKind.Other && !Continues(run, other)) return false;
        run.Add(other);
        return true;
    }

    private static IEnumerable<Paragraph> Paragraphs(string lines, Place place) => lines.Split('\n').Select(line => new Paragraph(line, place));

    /// <summary>
    /// The lines without a column of numbers that count the rows (序号): before each label, each one more than the last. Left there, the number
    /// in front of a row would end the row above it, and stand for a value that left no line.
    /// </summary>
    private static List<CellLine> WithoutIndex(List<CellLine> run)
    {
        const int fewestRows = 4; // 1 2 3 may be three totals
        var (index, last, labels) = (new HashSet<int>(), 0, 0);
        for (var at = 0; at < run.Count; at++)
        {
            if (run[at].Kind is CellKind.Row or CellKind.Group && at > 0 && run[at - 1].Kind == CellKind.Value) labels++;
            if (!int.TryParse(run[at].Text, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) continue;
            var heads = at + 1 < run.Count && run[at + 1].Kind != CellKind.Value;
            var first = number == 1 && at > 0 && run[at - 1].Kind == CellKind.Header; // also of table four, whose row has no label
            var begins = number == 1 && (at == 0 || run[at - 1].Kind is CellKind.Either or CellKind.Other); // behind the values of a row, 1 is one of them
            if (!first && !(heads && (begins || (last > 0 && number == last + 1)))) continue;
            index.Add(at);
            last = number;
        }

        return (index.Count >= fewestRows && index.Count * 4 >= labels * 3) || (index.Count > 0 && run.Exists(line => SideColumns.NamesCodes(LabelText.Of(line.Text)))) ? [.. run.Where((_, at) => !index.Contains(at))] : run;
    }

    /// <summary>The lines without those of a column of units: between a label and its values they would be a label that the form lacks.</summary>
    private static List<CellLine> WithoutUnits(List<CellLine> run) =>
        run.Exists(line => line.Kind == CellKind.Header && SideColumns.NamesUnits(LabelText.Of(line.Text))) ? run.FindAll(line => !SideColumns.IsUnit(line.Text)) : run;

    private static int Values(Paragraph paragraph)
    {
        var values = 0;
        foreach (var range in paragraph.Text.AsSpan().Split('\n'))
        {
            var line = paragraph.Text.AsSpan(range).Trim().Trim('|').Trim();
            if (CellReader.IsValue(line)) values++;
            else values += RowLines.Values(line);
        }

        return values;
    }

    /// <summary>A short text among labels and values is the rest of a label, a value that is no number, or a row that the form lacks; with a number in front it is a heading.</summary>
    private static bool Continues(List<CellLine> run, CellLine line) =>
        run.Exists(other => other.Kind is CellKind.Value or CellKind.Header) && run[^1].Kind is CellKind.Row or CellKind.Either or CellKind.Value or CellKind.Bound
        && line.Text.Length is > 0 and <= LongestLabel && !line.Text.Contains('。', StringComparison.Ordinal) && !Labels.IsNumbered(line.Text);

    private static bool IsLabel(string text) => KindOf(text) is CellKind.Row or CellKind.Group or CellKind.Header or CellKind.Either;

    private static bool IsHeader(string text) => KindOf(text) is CellKind.Header or CellKind.Either;

    private static CellKind KindOf(string text)
    {
        if (text.Length > LongestLabel) return text.Contains("勾稽关系", StringComparison.Ordinal) ? CellKind.Header : CellKind.Other;
        if (CellReader.IsValue(text)) return CellKind.Value;
        var label = LabelText.Of(text);
        if (label.Key.Length == 0) return CellKind.Other;
        var meanings = Meanings.Of(label);
        var column = meanings.Any(meaning => !meaning.Columns.IsEmpty);
        if (meanings.Any(meaning => meaning.Rows.Length == 1)) return column ? CellKind.Either : CellKind.Row;
        if (column || meanings.Any(meaning => !meaning.Group.IsEmpty) || label.Key == Labels.OverLabels || SideColumns.IsName(label)) return CellKind.Header;
        if (meanings.Any(meaning => meaning.IsRowGroup)) return CellKind.Group;
        return text.Contains("勾稽关系", StringComparison.Ordinal) ? CellKind.Header : CellKind.Other;
    }

    /// <param name="bounded">Blank cells have left their bounds, so a row's values are all there, and stand at its end: they are not fewer because a row has fewer labels.</param>
    private static Table Table(List<CellLine> run, bool bounded)
    {
        var rows = new List<List<CellLine>>();
        var headersInPieces = run.Exists(line => line is { InPieces: true, Kind: CellKind.Header });
        for (var at = 0; at < run.Count; at++)
        {
            var line = run[at];
            var isLast = at + 1 == run.Count || !IsValue(run[at + 1]);
            if (rows.Count == 0 || line.BeginsRow || StartsRow(rows[^1], line, headersInPieces) || IsForeignRow(rows, line, isLast)) rows.Add([]);
            rows[^1].Add(line);
        }

        var columns = rows.Max(row => row.Count);
        return new Table(rows.Count, columns, [.. rows.SelectMany((row, r) => Cells(row, r, bounded ? columns : row.Count))], SpanFidelity.Lost, run[0].Place);
    }

    private static IEnumerable<Cell> Cells(List<CellLine> row, int at, int columns)
    {
        var values = row.FindIndex(IsValue);
        var gap = values < 0 ? 0 : columns - row.Count;
        return row.Select((line, column) => new Cell(at, column < values || values < 0 ? column : column + gap, 1, column == values - 1 ? gap + 1 : 1, line.Text, line.Place));
    }

    /// <summary>A text without a digit behind a row that has all its values is the label of a row that the form lacks; before that it stands for a value (不适用), but 续表 and the beginning of a label do not stand for the last: they follow a row that has lost a blank.</summary>
    private static bool IsForeignRow(List<List<CellLine>> rows, CellLine line, bool isLast) =>
        line.Kind == CellKind.Other && !line.Text.Any(char.IsDigit) && rows[^1].Exists(IsValue) && ((isLast && BeginsLabel(line.Text)) || rows[^1].Count(IsValue) >= Columns(rows));

    /// <summary>Also a label that is set from top to bottom, a letter a line.</summary>
    private static bool BeginsLabel(string text) =>
        text is "（" or "(" || text.Contains('续', StringComparison.Ordinal) || (Labels.Key(text) is { Length: > 0 } key && Printed.Exists(label => label.StartsWith(key, StringComparison.Ordinal)));

    private static readonly List<string> Printed = [.. FormMatcher.AllLabels.SelectMany(labels => labels.Printed).Select(label => Labels.Key(label)).Distinct()];

    /// <summary>The number of values in the row before of the same header, else of headers in it; a header that is not the form's counts for none.</summary>
    private static int Columns(List<List<CellLine>> rows)
    {
        for (var at = rows.Count - 2; at >= 0; at--)
        {
            if (rows[at].Exists(IsValue)) return rows[at].Count(IsValue);
            if (rows[at].Exists(line => line.Kind == CellKind.Header)) return HeadersUpFrom(rows, at);
        }

        return int.MaxValue;
    }

    private static int HeadersUpFrom(List<List<CellLine>> rows, int last) => rows.Take(last + 1).Reverse().TakeWhile(row => row.TrueForAll(IsOfHeader)).SelectMany(row => row)
        .Count(line => IsOfHeader(line) && line.Text != Labels.OverLabels && !SideColumns.IsName(LabelText.Of(line.Text)));

    private static bool IsOfHeader(CellLine line) => line.Kind is CellKind.Header or CellKind.Either;

    private static bool IsValue(CellLine line) => line.Kind == CellKind.Value;

    private static bool IsNumber(CellLine line) => line is { Kind: CellKind.Value, Text.Length: > 0 };

    /// <summary>Header cells stay together, and so do a row's groups, its one label and its values.</summary>
    /// <param name="headersInPieces">Headers stand beside each other on their lines: those of the next line stand below or between them, not behind.</param>
    private static bool StartsRow(List<CellLine> row, CellLine line, bool headersInPieces)
    {
        var header = row.TrueForAll(IsOfHeader) && row.Exists(other => other.Kind == CellKind.Header);
        return line.Kind switch
        {
            CellKind.Value => header,
            CellKind.Other => false,
            CellKind.Either => header ? headersInPieces && line.Whole is not null : row.Exists(other => other.Kind is CellKind.Value or CellKind.Row),
            CellKind.Header => !header || (headersInPieces && line.Whole is not null),
            _ => row.Exists(other => other.Kind != CellKind.Group),
        };
    }
}
