using System.Reflection;

namespace ReportIngest;

/// <summary>What is data and not code, as tables beside the code that uses them. Of what the world prescribes the <c>SOURCE.md</c> beside it says whence.</summary>
internal static class EmbeddedTable
{
    /// <summary>The rows of <c>NAME.csv</c> without its header. No value of these tables holds a comma but the last of a row.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"data/{name}.csv")!;
        using var reader = new StreamReader(stream);
        var lines = reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var columns = lines[0].Split(',').Length;
        return [.. lines.Skip(1).Select(line => line.TrimEnd('\r').Split(',', columns))];
    }
}
