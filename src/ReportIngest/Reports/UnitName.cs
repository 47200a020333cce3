namespace ReportIngest.Reports;

/// <summary>The name of the reporting unit as printed, and the level that the name itself tells.</summary>
public sealed record UnitName(string Name, Level? Level);

public enum Level { National, Province, City, County, Township, Department }
