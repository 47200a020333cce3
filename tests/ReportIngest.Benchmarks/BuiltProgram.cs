namespace ReportIngest.Benchmarks;

/// <summary>The command line, built as this program is.</summary>
internal static class BuiltProgram
{
    /// <summary>In its own folder: a Release build is for one system, and what it needs of the databases is not beside this program.</summary>
    public static string Path { get; } = System.IO.Path.GetFullPath(System.IO.Path.Combine(
        AppContext.BaseDirectory, "..", "..", "ReportIngest.Cli", new DirectoryInfo(AppContext.BaseDirectory).Name, OperatingSystem.IsWindows() ? "reportingest.exe" : "reportingest"));
}
