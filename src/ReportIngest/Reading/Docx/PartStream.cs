using System.IO.Compression;
using System.IO.Hashing;

namespace ReportIngest.Reading.Docx;

/// <summary>Counts the bytes that come out of a document's compressed parts, for all of them together.</summary>
/// <param name="packed">Bytes of the document itself.</param>
internal sealed class Budget(Limits limits, long packed)
{
    private long _spent;

    public void Spend(int bytes)
    {
        _spent += bytes;
        if (_spent > limits.InflatedBytes) throw Refusal.TooManyBytes(limits.InflatedBytes);
        if (_spent > Limits.RatioFrom && _spent / limits.ZipRatio > packed) throw Refusal.TooDense(limits.ZipRatio);
    }
}

/// <summary>
/// Inflates a part. It counts what really comes out, whatever size the container declares, and compares the checksum at the end:
/// a digit that changed on the way would be well-formed XML.
/// </summary>
internal sealed class PartStream(ZipArchiveEntry entry, Budget budget) : Stream
{
    private readonly Stream _inflated = entry.Open();
    private readonly Crc32 _checksum = new();

    /// <summary>Bytes that have come out so far.</summary>
    public long Count { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="InvalidDataException">At the end of the part: its bytes are not those that were packed.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = _inflated.Read(buffer);
        Count += read;
        budget.Spend(read);
        _checksum.Append(buffer[..read]);
        if (read == 0 && buffer.Length > 0 && _checksum.GetCurrentHashAsUInt32() != entry.Crc32) throw new InvalidDataException($"{entry.FullName}: wrong checksum");
        return read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) _inflated.Dispose();
        base.Dispose(disposing);
    }
}
