using System.Collections.Immutable;
using ReportIngest.Forms;

namespace ReportIngest.Sinks.Export;

/// <summary>An indicator as a column of the wide table. Data: <c>variables.csv</c>; a name once given stays.</summary>
/// <param name="Name">At most 30 characters: with <see cref="StateSuffix"/> it still is a variable's name in Stata, which takes 32.</param>
public sealed record Variable(Indicator Indicator, string Name, Message Label)
{
    public const string StateSuffix = "_s";

    public string StateName => Name + StateSuffix;
}

/// <summary>The columns of the wide table that hold indicators.</summary>
public static class Variables
{
    /// <summary>The indicators of all editions, each once, in the order of the schema of the newest that has it.</summary>
    public static ImmutableArray<Variable> All { get; } = [.. Load()];

    private static IEnumerable<Variable> Load()
    {
        var rows = EmbeddedTable.Rows("variables").ToDictionary(row => row[0]);
        foreach (var indicator in FormCatalog.All.SelectMany(form => form.Indicators).DistinctBy(indicator => indicator.Code))
        {
            var row = rows[indicator.Code];
            yield return new Variable(indicator, row[1], new Message($"{indicator.RowLabel}：{indicator.ColumnLabel}", row[2]));
        }
    }
}
