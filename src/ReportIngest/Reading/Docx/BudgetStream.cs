namespace ReportIngest.Reading.Docx;

/// <summary>Counts the bytes that come out of a document's compressed parts, for all of them together.</summary>
internal sealed class Budget(long limit)
{
    private long _spent;

    public void Spend(int bytes)
    {
        _spent += bytes;
        if (_spent > limit) throw Refusal.TooManyBytes(limit);
    }
}

/// <summary>Counts what is really inflated, whatever size the container declares.</summary>
internal sealed class BudgetStream(Stream inner, Budget budget) : Stream
{
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

    public override int Read(Span<byte> buffer)
    {
        var read = inner.Read(buffer);
        budget.Spend(read);
        return read;
    }

    public override void Flush() => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing) inner.Dispose();
        base.Dispose(disposing);
    }
}
