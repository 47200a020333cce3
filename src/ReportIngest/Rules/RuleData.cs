using System.Reflection;

namespace ReportIngest.Rules;

/// <summary>What the world prescribes, as tables beside the rules that use them; the <c>SOURCE.md</c> beside each says whence.</summary>
internal static class RuleData
{
    /// <summary>The rows of <c>NAME.csv</c> without its header.</summary>
    public static IEnumerable<string[]> Rows(string name)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"data/{name}.csv")!;
        using var reader = new StreamReader(stream);
        return [.. reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.TrimEnd('\r').Split(','))];
    }
}
