using System.Text.RegularExpressions;
using ReportIngest.Reports;

namespace ReportIngest.Corpus;

/// <summary>One spelling of a unit's name for comparing years: no blanks, simplified characters, without 人民政府 at its end (郏县 is 郏县人民政府).</summary>
internal static partial class UnitKey
{
    private static readonly string[] Endings = ["人民政府", "政府"];

    public static string? Of(string? organization)
    {
        if (organization is null) return null;
        var name = string.Concat(CompactText.Of(organization).Select(SimplifiedCharacters.Of));
        foreach (var ending in Endings)
            if (name.Length > ending.Length && name.EndsWith(ending, StringComparison.Ordinal)) return name[..^ending.Length];
        return name;
    }

    /// <summary>The roster's code, or a name that no other unit has.</summary>
    /// <param name="name">As <see cref="Of"/> gives it.</param>
    public static bool IsDistinct(string? division, string? name) => division is not null || (name is not null && IsDistinct(name));

    /// <summary>
    /// The name tells the unit from its namesakes: it stands behind the place it belongs to, or is a place of which there is one. There are
    /// hundreds of 城关镇, several 朝阳区, and a 教育局 everywhere.
    /// </summary>
    public static bool IsDistinct(string key) => Distinct().IsMatch(key);

    [GeneratedRegex("^(?:.+[省市县区旗州盟].+|.+[省市县州盟旗]|(?:国家|国务院|中国).+)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Distinct();
}
