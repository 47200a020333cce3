using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Runtime.InteropServices;

namespace ReportIngest.Cli;

/// <summary>This program: its version, and itself as a further process, where what may die of a file dies.</summary>
internal static class OwnProgram
{
    public static string Version { get; } = Assembly.GetExecutingAssembly().GetCustomAttribute<AssemblyInformationalVersionAttribute>()!.InformationalVersion;

    /// <summary>Its input and its error stream are pipes of this process: the end of the one ends it, and the other has its last words.</summary>
    public static ProcessStartInfo Invocation(IEnumerable<string> args, long memoryBytes)
    {
        var program = Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "reportingest.exe" : "reportingest");
        var start = new ProcessStartInfo(program, args) { RedirectStandardInput = true, RedirectStandardError = true, UseShellExecute = false };
        // The runtime that this process runs on: the program's own start finds only one that is installed for the system.
        if (Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", "..")) is var runtime && Directory.Exists(Path.Combine(runtime, "host")))
            start.Environment["DOTNET_ROOT"] = runtime;
        // Else each leaves a socket and two pipes for debuggers in the system's temporary folder, since it is ended and does not end.
        start.Environment["DOTNET_EnableDiagnostics"] = "0";
        start.Environment["DOTNET_GCHeapHardLimit"] = memoryBytes.ToString("x", CultureInfo.InvariantCulture);
        // Near its ceiling a collector that works beside the reading does so for a minute, and in vain.
        start.Environment["DOTNET_gcConcurrent"] = "0";
        // With the small lots of new objects that hold a run's memory down, the collector goes round and round just under the ceiling instead of saying that there is no more.
        start.Environment["DOTNET_GCGen0MaxBudget"] = (32 << 20).ToString("x", CultureInfo.InvariantCulture);
        // A worker's memory is its file's for a moment: moving large arrays together would only take time.
        start.Environment["DOTNET_GCConserveMemory"] = "0";
        return start;
    }
}
