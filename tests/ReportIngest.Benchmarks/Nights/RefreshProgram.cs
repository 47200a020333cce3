using System.Diagnostics;
using System.Runtime.InteropServices;

namespace ReportIngest.Benchmarks.Nights;

/// <summary>The program as a process of its own in a folder with a configuration.</summary>
internal sealed class RefreshProgram(string folder)
{
    /// <summary>What it said on its error stream, the last time that it was waited for.</summary>
    public string Said { get; private set; } = "";

    public int Call(params string[] args)
    {
        using var process = Start(args);
        Said = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode;
    }

    /// <summary>Ends it with SIGKILL when the time has come.</summary>
    /// <returns>Its exit code; null where it was killed.</returns>
    public int? CallAndKill(TimeSpan after, params string[] args)
    {
        using var process = Start(args);
        var said = process.StandardError.ReadToEndAsync();
        var killed = !process.WaitForExit(after);
        if (killed) process.Kill();
        process.WaitForExit();
        Said = said.GetAwaiter().GetResult();
        return killed ? null : process.ExitCode;
    }

    private Process Start(string[] args)
    {
        var start = new ProcessStartInfo(BuiltProgram.Path, args) { WorkingDirectory = folder, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["DOTNET_ROOT"] = System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        return Process.Start(start)!;
    }
}
