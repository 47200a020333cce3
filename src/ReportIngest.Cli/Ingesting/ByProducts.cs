using System.Collections.Immutable;
using System.Text;
using ReportIngest.Cli.Exporting;
using ReportIngest.Sinks.Export;

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
        var name = Path.GetFileName(path);
        if (ExportFormats.Files.Contains(name) && (name.StartsWith("reportingest.", StringComparison.Ordinal) || NamesUs(path) || (name != PackageFiles.Readme && IsBesideARun(path)))) return true;
        if (!(path.EndsWith(".json", StringComparison.Ordinal) || path.EndsWith(".jsonl", StringComparison.Ordinal))) return false;
        return BeginsAsOurs(path);
    }

    /// <summary>A file called <c>values.csv</c> is ours in a folder that a run or an export has written. Anybody may lay a <c>README.md</c> there: ours says that it is.</summary>
    private static bool IsBesideARun(string path) => BeginsAsOurs(Path.Combine(Path.GetDirectoryName(path)!, "run.json")) || File.Exists(Path.Combine(Path.GetDirectoryName(path)!, "report.schema.json"));

    /// <summary>A <c>report.html</c> or <c>findings.sarif</c> that was exported by itself: its head names the program.</summary>
    private static bool NamesUs(string path) => Start(path, 1024).AsSpan().IndexOf("ReportIngest"u8) >= 0;

    private static bool BeginsAsOurs(string path) => Start(path, OwnSchema.Length).AsSpan().SequenceEqual(OwnSchema);

    private static byte[] Start(string path, int length)
    {
        try
        {
            if (InputFile.Target(path).Length == 0) return []; // a pipe has no length, and opening one could wait for ever
            using var file = File.OpenRead(path);
            var start = new byte[length];
            return start[..file.ReadAtLeast(start, length, throwOnEndOfStream: false)];
        }
        catch (Exception error) when (error is UnauthorizedAccessException or IOException)
        {
            return []; // it is listed, and reading it will say why it cannot be read
        }
    }
}
