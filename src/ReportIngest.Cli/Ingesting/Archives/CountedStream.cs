namespace ReportIngest.Cli.Ingesting.Archives;

/// <summary>Lets no more bytes through than a limit: what the reader of a TAR skips is inflated too.</summary>
internal sealed class CountedStream(Stream stream, long limit) : Stream
{
    private long _read, _part = long.MaxValue;

    /// <summary>What needs no more than so many of the bytes.</summary>
    /// <exception cref="InvalidDataException">It asked for more.</exception>
    public T Within<T>(int bytes, Func<T> work)
    {
        _part = _read + bytes;
        try
        {
            return work();
        }
        finally
        {
            _part = long.MaxValue;
        }
    }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    /// <exception cref="TooMuchException">There are more.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (_read >= _part) throw new InvalidDataException("More than a part of it may have");
        var read = stream.Read(buffer[..(int)Math.Min(buffer.Length, _part - _read)]);
        _read += read;
        return _read <= limit ? read : throw new TooMuchException();
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
