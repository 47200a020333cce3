namespace ReportIngest.Benchmarks;

/// <summary>The part of a document that a benchmark writes: the command, then what it measured, between two marks.</summary>
internal static class MeasuredPart
{
    private const string From = "<!-- measured -->", To = "<!-- /measured -->";

    /// <exception cref="InvalidDataException">The document has no such part.</exception>
    public static void Write(string path, string command, string measured)
    {
        var text = File.ReadAllText(path);
        var (from, to) = (text.IndexOf(From, StringComparison.Ordinal), text.IndexOf(To, StringComparison.Ordinal));
        if (from < 0 || to < from) throw new InvalidDataException($"{path} has no part between {From} and {To}.");
        File.WriteAllText(path, $"{text[..from]}{From}\n```\n{command}\n```\n\n{measured}{text[to..]}");
    }
}
