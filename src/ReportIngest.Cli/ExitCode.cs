namespace ReportIngest.Cli;

internal static class ExitCode
{
    public const int Done = 0;
    public const int InternalError = 1;
    public const int WrongUsage = 2;
    public const int FindingFound = 3;
    public const int SomeUnreadable = 4;

    /// <summary>The safety valve kept a run from publishing.</summary>
    public const int Held = 5;

    /// <summary>128 + SIGINT, as shells report it.</summary>
    public const int Interrupted = 130;
}
