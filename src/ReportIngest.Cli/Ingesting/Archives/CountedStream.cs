namespace ReportIngest.Cli.Ingesting.Archives;

/// <summary>Lets no more bytes through than a limit: what the reader of a TAR skips is inflated too.</summary>
internal sealed class CountedStream(Stream stream, long limit) : Stream
{
    private long _read;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="TooMuchException">There are more.</exception>
    public override int Read(Span<byte> buffer)
    {
        var read = stream.Read(buffer);
        _read += read;
        return _read <= limit ? read : throw new TooMuchException();
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
