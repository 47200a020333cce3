using System.Text;
using ReportIngest.Cli;

namespace ReportIngest.Tests.Cli;

public sealed class LastingWriterTests
{
    [Fact]
    public void What_is_said_after_the_terminal_was_closed_is_dropped()
    {
        var terminal = new Closing();
        using var writer = new LastingWriter(terminal);
        writer.WriteLine("before");
        terminal.Closed = true;
        writer.WriteLine("after");
        writer.Write('x');
        writer.Flush();
        Assert.Equal("before\n", terminal.Said.ToString());
        Assert.Equal(1, terminal.Refused);
    }

    private sealed class Closing : TextWriter
    {
        public StringBuilder Said { get; } = new();

        public bool Closed { get; set; }

        public int Refused { get; private set; }

        public override Encoding Encoding => Encoding.UTF8;

        public override void Write(char value)
        {
            if (Closed)
            {
                Refused++;
                throw new IOException("Input/output error");
            }
            if (value != '\r') Said.Append(value);
        }
    }
}
