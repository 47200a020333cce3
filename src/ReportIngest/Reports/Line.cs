using System.Collections.Immutable;
using ReportIngest.Documents;

namespace ReportIngest.Reports;

internal enum LineKind { Heading, Paragraph, Cell }

/// <summary>One printed line of a document that is not empty.</summary>
/// <param name="Text">As printed, trimmed.</param>
/// <param name="Compact"><see cref="CompactText"/> of its beginning: a title, a unit, a date or a heading is short.</param>
internal sealed record Line(string Text, string Compact, LineKind Kind)
{
    /// <summary>The longest title in use (a bureau's full name with its district's and city's) has under 80 characters; the rest leaves room for a site's name behind it.</summary>
    private const int CompactedCharacters = 240;

    /// <summary>The whole text is in <see cref="Compact"/>.</summary>
    public bool IsShort => Text.Length <= CompactedCharacters;

    /// <summary>The lines of a document in reading order, each cell of a table one of its own.</summary>
    public static ImmutableArray<Line> Of(Document document)
    {
        var lines = ImmutableArray.CreateBuilder<Line>();
        foreach (var block in document.Blocks)
        {
            switch (block)
            {
                case Heading heading: Add(heading.Text, LineKind.Heading); break;
                case Paragraph paragraph: Add(paragraph.Text, LineKind.Paragraph); break;
                case Table table: lines.AddRange(table.Cells.Select(cell => Create(cell.Text, LineKind.Cell))); break;
            }
        }

        return lines.ToImmutable();

        void Add(string text, LineKind kind)
        {
            foreach (var range in text.AsSpan().SplitAny('\n', '\r'))
            {
                var line = Create(text[range], kind);
                if (line.Text.Length > 0) lines.Add(line);
            }
        }
    }

    private static Line Create(string text, LineKind kind)
    {
        var trimmed = text.Trim();
        return new Line(trimmed, CompactText.Of(trimmed.AsSpan(0, Math.Min(trimmed.Length, CompactedCharacters))), kind);
    }
}
