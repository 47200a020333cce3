using ReportIngest.Reports;

namespace ReportIngest.Corpus;

/// <summary>One spelling of a unit's name for comparing years: no blanks, simplified characters, without 人民政府 at its end (郏县 is 郏县人民政府).</summary>
internal static class UnitKey
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
}
