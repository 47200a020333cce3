namespace ReportIngest.Corpus;

/// <summary>Reads <c>reports.jsonl</c>: the inverse of <see cref="Sinks.JsonLines"/>. A record read and written again is the same line.</summary>
public static class ReportRecords
{
    /// <summary>Every report of the stream, with the place of its line: the stream is read once, from its beginning, and nothing is kept.</summary>
    /// <exception cref="FormatException">A line is not what this program writes.</exception>
    public static IEnumerable<PlacedRecord> Read(Stream stream) => Read(stream, ReportLine.Read);

    /// <summary>The same without their cells and counts, which are most of a line.</summary>
    /// <exception cref="FormatException">A line is not what this program writes.</exception>
    internal static IEnumerable<PlacedRecord> ReadHeads(Stream stream) => Read(stream, ReportLine.ReadHead);

    /// <summary>The one report whose line stands at <paramref name="place"/>.</summary>
    /// <exception cref="FormatException">The line is not what this program writes.</exception>
    public static ReportRecord ReadAt(Stream stream, LinePlace place) => ReportLine.Read(LineAt(stream, place), number: 1);

    /// <summary>The text of the report whose line stands at <paramref name="place"/>; the cells, nine tenths of the line, are not looked at.</summary>
    /// <exception cref="FormatException">The line is not what this program writes.</exception>
    internal static WrittenText TextAt(Stream stream, LinePlace place) => WrittenText.Of(ReportLine.ReadHead(LineAt(stream, place), number: 1));

    /// <param name="line">One line without its end, UTF-8.</param>
    /// <param name="number">Its number in the file, from 1, for the error's sentence.</param>
    /// <exception cref="FormatException">The line is not what this program writes.</exception>
    public static ReportRecord Parse(ReadOnlyMemory<byte> line, int number = 1) => ReportLine.Read(line.Span, number);

    private static IEnumerable<PlacedRecord> Read(Stream stream, LineReader read)
    {
        var number = 0;
        foreach (var (offset, line) in Lines.Of(stream)) yield return new PlacedRecord(new LinePlace(offset, line.Length), read(line.Span, ++number));
    }

    private delegate ReportRecord LineReader(ReadOnlySpan<byte> line, int number);

    private static byte[] LineAt(Stream stream, LinePlace place)
    {
        var line = new byte[place.Length];
        stream.Position = place.Offset;
        stream.ReadExactly(line);
        return line;
    }
}

/// <summary>Where a line stands in its stream, in bytes, without its end.</summary>
public readonly record struct LinePlace(long Offset, int Length);

public sealed record PlacedRecord(LinePlace Place, ReportRecord Record);
