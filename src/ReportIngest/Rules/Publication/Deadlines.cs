using ReportIngest.Reports;

namespace ReportIngest.Rules.Publication;

/// <summary>The last day of publication, in the year after the report's.</summary>
internal static class Deadlines
{
    /// <summary>条例第四十九条: departments by 31 January, governments of county level and above by 31 March; null where the article names none.</summary>
    public static DateOnly? Statutory(Level level, int year) => level switch
    {
        Level.Department => new DateOnly(year + 1, 1, 31),
        Level.County or Level.City or Level.Province => new DateOnly(year + 1, 3, 31),
        _ => null,
    };

    /// <summary>Townships and sub-districts: local notices mostly set 31 January.</summary>
    public static DateOnly Township(int year) => new(year + 1, 1, 31);
}
