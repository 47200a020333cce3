using System.Text;

namespace ReportIngest.Cli;

/// <summary>
/// The error stream, on which nothing depends: once it cannot be written to, as when its terminal was closed, what is said is dropped and the work goes on.
/// Else a bar that is drawn beside the work ends the process.
/// </summary>
internal sealed class LastingWriter(TextWriter inner) : TextWriter
{
    private volatile bool _gone;

    public override Encoding Encoding => inner.Encoding;

    public override void Write(char value) => Try(() => inner.Write(value));

    public override void Write(char[] buffer, int index, int count) => Try(() => inner.Write(buffer, index, count));

    public override void Write(string? value) => Try(() => inner.Write(value));

    public override void WriteLine(string? value) => Try(() => inner.WriteLine(value));

    public override void Flush() => Try(inner.Flush);

    private void Try(Action write)
    {
        if (_gone) return;
        try
        {
            write();
        }
        catch (IOException)
        {
            _gone = true;
        }
    }
}
