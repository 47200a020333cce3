using System.Collections.Immutable;
using System.Text;
using ReportIngest.Cli.Exporting;

namespace ReportIngest.Cli.Ingesting;

/// <summary>Files that lie in folders of reports without being one: what systems leave behind, and what this program wrote.</summary>
internal static class ByProducts
{
    private static readonly ImmutableArray<string> SystemFiles = ["Thumbs.db", "ehthumbs.db", "desktop.ini"];

    /// <summary>Every JSON this program writes begins so.</summary>
    private static readonly byte[] OwnSchema = Encoding.ASCII.GetBytes("{\"schema\":\"reportingest.");

    /// <summary>Also <c>~$…</c>: the lock file that Word lays beside an open document.</summary>
    public static bool IsByProduct(string name) =>
        name.StartsWith("~$", StringComparison.Ordinal) || SystemFiles.Contains(name, StringComparer.OrdinalIgnoreCase);

    public static bool IsOwnOutput(string path)
    {
        if (ExportFormats.Files.Contains(Path.GetFileName(path)) && IsBesideARun(path)) return true;
        if (!(path.EndsWith(".json", StringComparison.Ordinal) || path.EndsWith(".jsonl", StringComparison.Ordinal))) return false;
        return BeginsAsOurs(path);
    }

    /// <summary>A file called <c>README.md</c> or <c>values.csv</c> is ours in a folder that a run or an export has written.</summary>
    private static bool IsBesideARun(string path) => BeginsAsOurs(Path.Combine(Path.GetDirectoryName(path)!, "run.json")) || File.Exists(Path.Combine(Path.GetDirectoryName(path)!, "report.schema.json"));

    private static bool BeginsAsOurs(string path)
    {
        try
        {
            if (new FileInfo(path).Length == 0) return false; // a pipe has no length, and opening one could wait for ever
            using var file = File.OpenRead(path);
            Span<byte> start = stackalloc byte[OwnSchema.Length];
            return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.SequenceEqual(OwnSchema);
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            return false; // it is listed, and reading it will say why it cannot be read
        }
    }
}
