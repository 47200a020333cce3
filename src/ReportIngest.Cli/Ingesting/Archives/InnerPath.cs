namespace ReportIngest.Cli.Ingesting.Archives;

/// <summary>Paths of files within archives: <c>in/a.zip!/inner/x.html</c>.</summary>
internal static class InnerPath
{
    private const string Mark = "!/";

    public static string Of(string archive, string name) => archive + Mark + name;

    /// <summary>What stands before each mark, from the shortest: a folder, or the archive itself, may have the mark in its name.</summary>
    public static IEnumerable<string> Outers(string path)
    {
        for (var mark = path.IndexOf(Mark, StringComparison.Ordinal); mark >= 0; mark = path.IndexOf(Mark, mark + 1, StringComparison.Ordinal)) yield return path[..mark];
    }
}
