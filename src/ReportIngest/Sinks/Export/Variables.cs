using System.Collections.Immutable;
using System.Reflection;
using ReportIngest.Forms;

namespace ReportIngest.Sinks.Export;

/// <summary>An indicator as a column of the wide table. Data: <c>variables.csv</c>; a name once given stays.</summary>
/// <param name="Name">At most 30 characters: with <see cref="StateSuffix"/> it still is a variable's name in Stata, which takes 32.</param>
public sealed record Variable(Indicator Indicator, string Name, Message Label)
{
    public const string StateSuffix = "_s";

    public string StateName => Name + StateSuffix;
}

public static class Variables
{
    /// <summary>The indicators of all editions, each once, in the order of the schema of the newest that has it.</summary>
    public static ImmutableArray<Variable> All { get; } = [.. Load()];

    private static IEnumerable<Variable> Load()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("data/variables.csv")!;
        using var text = new StreamReader(stream);
        var rows = text.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(line => line.Split(',')).ToDictionary(row => row[0]);
        foreach (var indicator in FormCatalog.All.SelectMany(form => form.Indicators).DistinctBy(indicator => indicator.Code))
        {
            var row = rows[indicator.Code];
            yield return new Variable(indicator, row[1], new Message($"{indicator.RowLabel}：{indicator.ColumnLabel}", row[2]));
        }
    }
}
