using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace ReportIngest.Reports;

/// <summary>Names of townships and sub-districts (of <see cref="Divisions"/>); many places share one.</summary>
internal static partial class TownshipNames
{
    // Nine tenths of the list, which few reports ask for.
    private static readonly Lazy<FrozenSet<string>> Names = new(() => Divisions.All().Where(division => division.Level == Level.Township).Select(division => division.Name).ToFrozenSet());

    /// <summary>Whether the name, with or without its county before it, is a township's: 石桥镇, 青河县石桥镇; 各乡镇 is none.</summary>
    public static bool Contains(string name) => Names.Value.Contains(name) || (County().Match(name) is { Success: true } county && Names.Value.Contains(name[county.Length..]));

    [GeneratedRegex("^.{1,8}[县区市旗](?=.{2})")]
    private static partial Regex County();
}
