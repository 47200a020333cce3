namespace ReportIngest.Corpus;

/// <summary>What each line of an output says that it is, with the version of its keys.</summary>
internal static class LineSchemas
{
    public const string Report = "reportingest.report/1";
    public const string Finding = "reportingest.finding/1";
    public const string Coverage = "reportingest.coverage/1";
}
