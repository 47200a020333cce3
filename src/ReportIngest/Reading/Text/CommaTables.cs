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

    /// <summary>A line that a spreadsheet has filled up with commas behind its only text; else null.</summary>
    public static string? Alone(string line)
    {
        var text = line.AsSpan().TrimEnd();
        var alone = text.TrimEnd(',');
        return text.Length - alone.Length < FewestFields - 1 || alone.Contains(',') ? null : alone.Trim('"').ToString();
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
