namespace ReportIngest.Sinks.Sarif;

/// <summary>A path as a URI reference: every part escaped, an absolute one with its scheme.</summary>
internal static class FileUri
{
    public static string Of(string path)
    {
        // A drive's colon stays; any other would read as a scheme.
        var drive = path.Length > 2 && char.IsAsciiLetter(path[0]) && path[1] == ':' && path[2] == '/';
        var escaped = string.Join('/', path.Split('/').Select(Uri.EscapeDataString));
        if (drive) return "file:///" + path[..2] + escaped[escaped.IndexOf('/', StringComparison.Ordinal)..];
        return path.StartsWith('/') ? "file://" + escaped : escaped;
    }
}
