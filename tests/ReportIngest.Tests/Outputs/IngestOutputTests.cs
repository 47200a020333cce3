using System.Text;
using ReportIngest.Corpus;
using ReportIngest.Outputs;

namespace ReportIngest.Tests.Outputs;

public class IngestOutputTests
{
    [Fact]
    public void Who_is_told_to_stop_reads_no_further_record()
    {
        using var stop = new CancellationTokenSource();
        using var output = new IngestOutput(_ => new MemoryStream(Encoding.UTF8.GetBytes("""{"schema":"reportingest.coverage/1","code":"1","name":"甲镇","level":"township","parent":null,"year":2024,"status":"missing","days_late":null,"reports":[],"reason":{"zh":"无","en":"none"},"newly_silent":false}""" + "\n")), stop.Token);
        Assert.Equal("甲镇", Assert.Single(output.Coverage).Name);
        stop.Cancel();
        Assert.Throws<OperationCanceledException>(() => output.Coverage.ToList());
    }

    [Fact]
    public void A_device_that_gives_bytes_without_an_end_is_no_output()
    {
        using var output = new IngestOutput(_ => new Endless());
        Assert.Equal("a line has more than 128 MB", Assert.Throws<OutputFormatException>(() => output.Findings.ToList()).What.En);
    }

    private sealed class Endless : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

        public override int Read(byte[] buffer, int offset, int count) => count;

        public override void Flush() => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
