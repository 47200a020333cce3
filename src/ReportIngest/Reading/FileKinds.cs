using ReportIngest.Documents;

namespace ReportIngest.Reading;

/// <summary>Tells a file's format from its bytes.</summary>
public static class FileKinds
{
    /// <exception cref="UnreadableException">The bytes are no document of a format we read.</exception>
    public static FileKind Of(ReadOnlySpan<byte> bytes) => throw new InvalidOperationException("written with the readers");
}
