using System.Text;

namespace ReportIngest.Cli;

/// <summary>What is written as bytes of UTF-8, as text.</summary>
internal static class StreamedText
{
    public static string Of(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }
}
