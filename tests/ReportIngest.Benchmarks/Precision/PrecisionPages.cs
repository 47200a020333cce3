using System.Text;
using ReportIngest.Rules;

namespace ReportIngest.Benchmarks.Precision;

/// <summary>Writes the numbers where they are read: <c>docs/precision.md</c> between its marks, and a line into each rule's page.</summary>
internal static class PrecisionPages
{
    private const string LineStart = "实测：";

    public static void Write(string root, IReadOnlyList<PrecisionRow> rows, string command)
    {
        WriteDocument(Path.Combine(root, "docs", "precision.md"), rows, command);
        foreach (var page in Directory.EnumerateFiles(Path.Combine(root, "src", "ReportIngest", "Rules"), "RI*.md", SearchOption.AllDirectories))
            if (rows.FirstOrDefault(row => row.Rule == Path.GetFileNameWithoutExtension(page)) is { } row) WritePage(page, row);
    }

    private static void WriteDocument(string path, IReadOnlyList<PrecisionRow> rows, string command)
    {
        var table = new StringBuilder("| rule | title | injected | found | share | sound reports | false alarms |\n| --- | --- | --- | --- | --- | --- | --- |\n");
        foreach (var row in rows) table.Append(row.Markdown(RuleCatalog.Find(row.Rule)!.Title.En)).Append('\n');
        MeasuredPart.Write(path, command, table.ToString());
    }

    /// <summary>The line stands below the one that names title, category and severity.</summary>
    private static void WritePage(string path, PrecisionRow row)
    {
        var lines = File.ReadAllText(path).Split('\n').Where(line => !line.StartsWith(LineStart, StringComparison.Ordinal)).ToList();
        if (lines[3].Length == 0 && lines[4].Length == 0) lines.RemoveAt(4);
        lines.InsertRange(4, [row.PageLine, ""]);
        File.WriteAllText(path, string.Join('\n', lines));
    }
}
