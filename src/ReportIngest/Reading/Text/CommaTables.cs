using System.Collections.Immutable;
using System.Text;

namespace ReportIngest.Reading.Text;

/// <summary>Rows of fields between commas, as a spreadsheet saves them: a run of lines that all have as many, a few at least. A number with a comma before its thousands that stands in no quotes makes one field more, and is no row.</summary>
internal static class CommaTables
{
    /// <summary>Of fewer fields, lines may be sentences.</summary>
    private const int FewestFields = 3;

    /// <summary>A label of the form stands on no more lines than it has characters.</summary>
    private const int MostLines = 40;

    public static TableRun? At(ImmutableArray<string> lines, int start)
    {
        if (Row(lines, start) is not var (first, end) || first.Length < FewestFields) return null;
        List<ImmutableArray<string>> rows = [first];
        while (Row(lines, end) is var (row, behind) && row.Length == first.Length)
        {
            rows.Add(row);
            end = behind;
        }

        return rows.Count < 2 || Prose.Is(rows) || rows.Exists(row => row.Any(EndsInNumber)) ? null : new TableRun(start, end, [TextTables.OfRows(rows)]);
    }

    /// <summary>The lines without the commas that a spreadsheet sets behind a text that stands alone in its row. Between rows of as many fields such a line is one of them, with blanks.</summary>
    public static ImmutableArray<string> Unfilled(ImmutableArray<string> lines)
    {
        var unfilled = lines.ToBuilder();
        for (var at = 0; at < lines.Length; at++)
        {
            var start = at;
            while (at < lines.Length && Alone(lines[at]) is { } text) unfilled[at++] = text;
            if (at == start || !AreRows(lines, start, at)) continue;
            for (var row = start; row < at; row++) unfilled[row] = lines[row];
        }

        return unfilled.DrainToImmutable();
    }

    /// <summary>The only text of a line that is filled up with commas; else null.</summary>
    private static string? Alone(string line)
    {
        var text = line.AsSpan().TrimEnd();
        var alone = text.TrimEnd(',');
        return text.Length - alone.Length < FewestFields - 1 || alone.Contains(',') ? null : alone.Trim('"').ToString();
    }

    /// <summary>Whether lines with a text each stand right between two rows as wide. A sheet may be filled up as a whole: its blank lines, sentences and headings (三、, with no value below) are no rows.</summary>
    private static bool AreRows(ImmutableArray<string> lines, int start, int end)
    {
        if (start == 0 || end == lines.Length) return false;
        var (commas, beforeValues) = (Commas(lines[end]), lines[end].AsSpan().TrimEnd(", ") is [.., >= '0' and <= '9']);
        for (var at = start - 1; at < end; at++)
        {
            if (Commas(lines[at]) != commas || (at >= start && (lines[at].StartsWith(',') || lines[at].Contains('。', StringComparison.Ordinal) || (!beforeValues && IsHeading(lines[at]))))) return false;
        }

        return true;
    }

    private static bool IsHeading(string line) => line.AsSpan().TrimStart("一二三四五六七八九十") is ['、', ..] behind && behind.Length < line.Length;

    /// <summary>Commas outside of quotes.</summary>
    private static int Commas(string line)
    {
        var (commas, quoted) = (0, false);
        foreach (var character in line)
        {
            if (character == '"') quoted = !quoted;
            else if (character == ',' && !quoted) commas++;
        }

        return commas;
    }

    /// <summary>A number behind a blank: the cells are parted by blanks, and the commas stand before thousands.</summary>
    private static bool EndsInNumber(string field) =>
        field.AsSpan().TrimEnd("0123456789") is var before && before.Length < field.Length && !before.IsEmpty && char.IsWhiteSpace(before[^1]);

    /// <summary>The fields of the row that begins on a line, and the line behind it; null where it has none, or a quote that is not closed.</summary>
    private static (ImmutableArray<string> Fields, int End)? Row(ImmutableArray<string> lines, int at)
    {
        if (at >= lines.Length || !(lines[at].StartsWith('"') || lines[at].Contains(',', StringComparison.Ordinal))) return null;
        var fields = ImmutableArray.CreateBuilder<string>();
        var (field, quoted) = (new StringBuilder(), false);
        for (var end = at; end < lines.Length && end - at < MostLines; end++)
        {
            if (end > at) field.Append('\n');
            foreach (var character in lines[end])
            {
                // A quote that is doubled within quotes stands for itself; labels have none, so it is left out.
                if (character == '"') quoted = !quoted;
                else if (character != ',' || quoted) field.Append(character);
                else Add();
            }

            if (quoted) continue;
            Add();
            return (fields.ToImmutable(), end + 1);
        }

        return null;

        void Add()
        {
            fields.Add(field.ToString().Trim());
            field.Clear();
        }
    }
}
