using System.Collections.Immutable;
using ReportIngest.Documents;

namespace ReportIngest.Tests.Reports;

/// <summary>Documents as readers make them, from a few lines: <c># </c> begins a heading, <c>|</c> a row of a table (<c>|-</c> its rule, left out), all else is a paragraph.</summary>
internal static class Documents
{
    public static Document Of(string text, params (string Name, string Value)[] metadata) => Of(FileKind.Html, text, metadata);

    public static Document Of(FileKind kind, string text, params (string Name, string Value)[] metadata) => new(
        kind, null, [.. text.Split('\n').Where(line => line.Trim().Length > 0 && !line.StartsWith("|-", StringComparison.Ordinal)).Select(ToBlock)],
        [.. metadata.Select(pair => KeyValuePair.Create(pair.Name, pair.Value))], []);

    private static Block ToBlock(string line)
    {
        if (line.StartsWith("# ", StringComparison.Ordinal)) return new Heading(1, line[2..], default);
        if (!line.StartsWith('|')) return new Paragraph(line.Replace('⏎', '\n'), default);
        var cells = line.Trim('|', ' ').Split('|');
        return new Table(1, cells.Length, [.. cells.Select((cell, i) => new Cell(0, i, 1, 1, cell.Trim(), default))], SpanFidelity.Stated, default);
    }
}
