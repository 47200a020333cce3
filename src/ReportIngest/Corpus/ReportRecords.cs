using System.Buffers;

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

    /// <summary>Where the lines of the stream stand: it is read once, from its beginning.</summary>
    internal static IEnumerable<LinePlace> Places(Stream stream) => Lines.Of(stream).Select((line, i) => new LinePlace(line.Offset, line.Line.Length, i + 1));

    /// <summary>The one report whose line stands at <paramref name="place"/>. Several threads may ask the same stream.</summary>
    /// <exception cref="FormatException">The line is not what this program writes.</exception>
    public static ReportRecord ReadAt(Stream stream, LinePlace place) => ReadAt(stream, place, ReportLine.Read);

    /// <summary>The same without its cells, nine tenths of the line, and counts.</summary>
    /// <exception cref="FormatException">The line is not what this program writes.</exception>
    internal static ReportRecord ReadHeadAt(Stream stream, LinePlace place) => ReadAt(stream, place, ReportLine.ReadHead);

    /// <summary>The same with the numbers of the cells that <see cref="Peers"/> watch.</summary>
    /// <exception cref="FormatException">The line is not what this program writes.</exception>
    internal static ReportRecord ReadWatchedAt(Stream stream, LinePlace place) => ReadAt(stream, place, ReportLine.ReadWatched);

    /// <param name="line">One line without its end, UTF-8.</param>
    /// <param name="number">Its number in the file, from 1, for the error's sentence.</param>
    /// <exception cref="FormatException">The line is not what this program writes.</exception>
    public static ReportRecord Parse(ReadOnlyMemory<byte> line, int number = 1) => ReportLine.Read(line.Span, number);

    private static IEnumerable<PlacedRecord> Read(Stream stream, LineReader read)
    {
        var number = 0;
        foreach (var (offset, line) in Lines.Of(stream))
        {
            number++;
            yield return new PlacedRecord(new LinePlace(offset, line.Length, number), read(line.Span, number));
        }
    }

    private delegate ReportRecord LineReader(ReadOnlySpan<byte> line, int number);

    private static ReportRecord ReadAt(Stream stream, LinePlace place, LineReader read)
    {
        var line = ArrayPool<byte>.Shared.Rent(place.Length);
        try
        {
            lock (stream)
            {
                stream.Position = place.Offset;
                stream.ReadExactly(line, 0, place.Length);
            }
            return read(line.AsSpan(0, place.Length), place.Number);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(line);
        }
    }
}

/// <summary>Where a line stands in its stream, in bytes, without its end.</summary>
/// <param name="Number">From 1, for an error's sentence; an empty line does not count.</param>
public readonly record struct LinePlace(long Offset, int Length, int Number);

public sealed record PlacedRecord(LinePlace Place, ReportRecord Record);
