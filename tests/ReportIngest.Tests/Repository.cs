using System.Runtime.CompilerServices;

namespace ReportIngest.Tests;

/// <summary>The checkout that the tests were built from.</summary>
internal static class Repository
{
    public static string Root { get; } = Path.GetFullPath(Path.Combine(Here(), "..", ".."));

    public static string File(string relative) => Path.Combine(Root, relative);

    private static string Here([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
