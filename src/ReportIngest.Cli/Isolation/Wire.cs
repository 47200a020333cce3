using System.Globalization;
using System.Reflection;
using System.Text;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Reading;

namespace ReportIngest.Cli.Isolation;

/// <summary>
/// The messages between a run and a worker. First the limits, answered by a greeting; then for each file the seat it takes, its name and its bytes,
/// answered, in any order, by the seat, the outcome and its line. They hold no path that is opened, no handle and no order.
/// </summary>
/// <remarks>Field by field, since both ends are of one build: a serialiser's first object costs each process more than an ordinary file.</remarks>
internal static class Wire
{
    /// <summary>Says that the other end is a worker of this very program.</summary>
    public static byte[] Greeting { get; } = Encoding.UTF8.GetBytes(OwnProgram.Version);

    private static readonly PropertyInfo[] LimitProperties = [.. typeof(Limits).GetProperties(BindingFlags.Instance | BindingFlags.Public).Where(property => property.CanWrite)];

    public static void Write(Stream stream, Limits limits) => Frames.Write(stream, Framed(writer =>
    {
        foreach (var property in LimitProperties) writer.Write(Convert.ToInt64(property.GetValue(limits), CultureInfo.InvariantCulture));
    }));

    /// <exception cref="InvalidDataException">The other end is none of this program's.</exception>
    public static Limits ReadLimits(byte[] frame) => Parsed(frame, reader =>
    {
        var limits = new Limits();
        foreach (var property in LimitProperties) property.SetValue(limits, Convert.ChangeType(reader.ReadInt64(), property.PropertyType, CultureInfo.InvariantCulture));
        return limits;
    });

    public static void Write(Stream stream, Request request)
    {
        Frames.Write(stream, Framed(writer =>
        {
            writer.Write((byte)request.Seat);
            writer.Write(request.Path);
        }));
        Frames.Write(stream, request.Bytes);
        stream.Flush();
    }

    /// <summary>Null where the stream ends before the request.</summary>
    /// <exception cref="InvalidDataException">What came is no request.</exception>
    public static Request? ReadRequest(Stream stream) => ReadPair(stream, (reader, bytes) => new Request(ReadSeat(reader), reader.ReadString(), bytes));

    public static void Write(Stream stream, Answer answer)
    {
        Frames.Write(stream, Framed(writer =>
        {
            writer.Write((byte)answer.Seat);
            writer.WriteOutcome(answer.Outcome);
        }));
        Frames.Write(stream, answer.Outcome.Report is { Line: var line } ? line.Span : []);
        stream.Flush();
    }

    /// <summary>Null where the stream ends before the answer does.</summary>
    /// <exception cref="InvalidDataException">What came is no answer.</exception>
    public static Answer? ReadAnswer(Stream stream) => ReadPair(stream, (reader, line) => new Answer(ReadSeat(reader), reader.ReadOutcome(line)));

    private static int ReadSeat(BinaryReader reader) =>
        reader.ReadByte() is < WorkerProcess.Seats and var seat ? seat : throw new InvalidDataException("There is no such seat");

    /// <summary>A message of two frames: what is looked at, and what is long and is not.</summary>
    private static T? ReadPair<T>(Stream stream, Func<BinaryReader, byte[], T> read) where T : class
    {
        try
        {
            return Frames.Read(stream) is { } head && Frames.Read(stream) is { } body ? Parsed(head, reader => read(reader, body)) : null;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    private static ReadOnlySpan<byte> Framed(Action<BinaryWriter> write)
    {
        var frame = new MemoryStream();
        using var writer = new BinaryWriter(frame);
        write(writer);
        return frame.GetBuffer().AsSpan(0, (int)frame.Length);
    }

    private static T Parsed<T>(byte[] frame, Func<BinaryReader, T> read)
    {
        try
        {
            using var reader = new BinaryReader(new MemoryStream(frame));
            var message = read(reader);
            return reader.BaseStream.Position == frame.Length ? message : throw new InvalidDataException("Something follows the message");
        }
        catch (Exception error) when (error is EndOfStreamException or IOException or FormatException or OverflowException or ArgumentException)
        {
            throw new InvalidDataException(error.Message, error);
        }
    }
}

/// <summary>A file for a worker.</summary>
/// <param name="Seat">Of the worker's; it is free again when the answer has come.</param>
internal sealed record Request(int Seat, string Path, byte[] Bytes);

/// <summary>What came of a file.</summary>
internal sealed record Answer(int Seat, FileOutcome Outcome);
