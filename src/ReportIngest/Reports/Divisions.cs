using System.IO.Compression;
using System.Reflection;

namespace ReportIngest.Reports;

/// <summary>A place with a government of its own.</summary>
/// <param name="Code">Of the National Bureau of Statistics: two digits for a province, four for a prefecture, six for a county, nine for a township.</param>
/// <param name="Name">In full: 河南省, 平顶山市, 郏县, 王集乡.</param>
public sealed record Division(string Code, string Name)
{
    /// <summary>The level that the code's length tells.</summary>
    public Level Level => Code.Length switch { 2 => Level.Province, 4 => Level.City, 6 => Level.County, _ => Level.Township };
}

/// <summary>China's administrative divisions (<c>Divisions/divisions.csv.gz</c>; its <c>SOURCE.md</c> says whence).</summary>
public static class Divisions
{
    private const int CountyDigits = 6;

    /// <summary>Those from the county up, which names of units and of what they belong to are made of: about 3 300.</summary>
    private static readonly Dictionary<string, Division> ByCode = DownToCounty().ToDictionary(division => division.Code);

    /// <summary>All of them: provinces, prefectures, counties, townships, each by code.</summary>
    public static IEnumerable<Division> All()
    {
        using var compressed = Assembly.GetExecutingAssembly().GetManifestResourceStream("divisions.csv.gz")!;
        using var reader = new StreamReader(new GZipStream(compressed, CompressionMode.Decompress));
        reader.ReadLine(); // the header
        while (reader.ReadLine() is { } row)
        {
            var comma = row.IndexOf(',', StringComparison.Ordinal);
            yield return new Division(row[..comma], row[(comma + 1)..]);
        }
    }

    /// <summary>Stops before the townships, which are nine tenths of the file.</summary>
    public static IEnumerable<Division> DownToCounty() => All().TakeWhile(division => division.Code.Length <= CountyDigits);

    /// <summary>The province, prefecture or county of this code; null where there is none.</summary>
    public static string? NameOf(string code) => ByCode.GetValueOrDefault(code)?.Name;

    /// <summary>The division that has the code or that the code lies in, and what that belongs to, the nearest first: 郏县, 平顶山市, 河南省 for 410425 and 410425200. Empty for a code of another kind.</summary>
    public static IEnumerable<Division> UpFrom(string code)
    {
        foreach (var length in (int[])[6, 4, 2])
            if (code.Length >= length && ByCode.TryGetValue(code[..length], out var division)) yield return division;
    }
}
