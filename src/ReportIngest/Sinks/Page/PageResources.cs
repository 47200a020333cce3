using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace ReportIngest.Sinks.Page;

/// <summary>The page's own files, which are part of the program, put together into its head and its foot.</summary>
internal static class PageResources
{
    /// <summary>In the order in which they need each other.</summary>
    private static readonly string[] Scripts = ["data", "words", "dom", "verdicts", "forms", "findings", "detail", "coverage", "charts", "main"];

    /// <summary>
    /// What stands before and behind the data. The page allows exactly its own style and script, by their hashes: whatever a report or a file name
    /// may bring along is not run.
    /// </summary>
    public static (string Before, string After) Around()
    {
        var (style, script) = (Read("page.css"), string.Join('\n', Scripts.Select(name => Read(name + ".js"))));
        var parts = Read("page.html").Split("{data}");
        return (
            parts[0].Replace("{style-hash}", Hash(style), StringComparison.Ordinal).Replace("{script-hash}", Hash(script), StringComparison.Ordinal).Replace("{style}", style, StringComparison.Ordinal),
            parts[1].Replace("{script}", script, StringComparison.Ordinal));
    }

    private static string Hash(string text) => "sha256-" + Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Read(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("page/" + name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
