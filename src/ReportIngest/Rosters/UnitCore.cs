using System.Text.RegularExpressions;
using ReportIngest.Reports;

namespace ReportIngest.Rosters;

/// <summary>One spelling for a unit's name, whoever wrote it: 郏县人民政府东城街道办事处 and 郏县东城街道 are 郏县东城街道, 郏县人民政府 is 郏县.</summary>
internal static partial class UnitCore
{
    public static string Of(string name)
    {
        var core = CompactText.Of(name);
        core = Government().Replace(core, "");
        core = SubDistrict().Replace(core, "街道");
        return core.EndsWith("管理委员会", StringComparison.Ordinal) ? core[..^"管理委员会".Length] + "管委会"
            : core.EndsWith("委员会", StringComparison.Ordinal) && core.Length > "委员会".Length ? core[..^"员会".Length]
            : core;
    }

    /// <summary>The same for names inside a longer text, such as a file's name.</summary>
    public static string Inside(string text) => SubDistrictInside().Replace(Government().Replace(CompactText.Of(text), ""), "街道")
        .Replace("管理委员会", "管委会", StringComparison.Ordinal).Replace("委员会", "委", StringComparison.Ordinal);

    /// <summary>At the end, or between a place and its part; 人民政府办公室 is an office of its own and keeps its name.</summary>
    [GeneratedRegex("(?<=..)(?:人民)?政府(?!办公室$)", RegexOptions.ExplicitCapture)]
    private static partial Regex Government();

    /// <summary>An office in another town (驻京办事处) is no sub-district.</summary>
    [GeneratedRegex("(?<!驻.{1,8})(?:街道办事处|街道办|办事处)$", RegexOptions.ExplicitCapture)]
    private static partial Regex SubDistrict();

    [GeneratedRegex("(?<!驻.{1,8})(?:街道办事处|街道办|办事处)", RegexOptions.ExplicitCapture)]
    private static partial Regex SubDistrictInside();
}
