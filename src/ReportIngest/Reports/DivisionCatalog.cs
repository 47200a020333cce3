namespace ReportIngest.Reports;

/// <summary>
/// Names of provinces, prefectures and county-level cities (of <see cref="Divisions"/>): 市 at the end of a name is printed alike for all three.
/// </summary>
internal static class DivisionCatalog
{
    private static readonly Dictionary<string, Level> Levels = Load();

    /// <summary>The level of a division by its own full name, or null where the list does not have it.</summary>
    public static Level? Find(ReadOnlySpan<char> name) =>
        Levels.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(name, out var level) ? level : null;

    /// <summary>The longest division (province or prefecture) that <paramref name="name"/> begins with, as the length of its name; 0 for none.</summary>
    public static int LeadingLength(ReadOnlySpan<char> name)
    {
        for (var length = Math.Min(name.Length, LongestName); length > 1; length--)
        {
            if (Find(name[..length]) is Level.Province or Level.City) return length;
        }

        return 0;
    }

    /// <summary>克孜勒苏柯尔克孜自治州 has 11 characters, 黔西南布依族苗族自治州 as many.</summary>
    private const int LongestName = 11;

    /// <summary>Below the prefecture only names in 市: 县, 区 and 旗 tell their level by themselves.</summary>
    private static Dictionary<string, Level> Load() => Divisions.DownToCounty()
        .Where(division => division.Level != Level.County || division.Name.EndsWith('市'))
        .ToDictionary(division => division.Name, division => division.Level);
}
