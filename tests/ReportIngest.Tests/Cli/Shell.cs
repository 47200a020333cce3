using System.Diagnostics;
using System.Runtime.InteropServices;
using ReportIngest.Benchmarks;
using ReportIngest.Cli;

namespace ReportIngest.Tests.Cli;

/// <summary>A folder of its own, and the program called in it as from a shell without a terminal.</summary>
internal sealed class Shell : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("reportingest-test-").FullName;

    public static Run Call(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        // A worker takes longer to start than a test to run; the tests of isolation ask for it by name.
        if (args is ["ingest", ..] && !args.Contains("--isolation")) args = [.. args, "--isolation", "none"];
        var code = CommandLine.Run(args, new Streams(output, error, OutIsTerminal: false, ErrorIsTerminal: false), _ => null);
        return new Run(code, output.ToString(), error.ToString());
    }

    /// <summary>The program as a process of its own, as users have it.</summary>
    public static Process Start(params string[] args) => Launch(BuiltProgram.Path, args);

    /// <summary>The same with a variable of the environment, to its end.</summary>
    public static Run CallWith(string variable, string value, params string[] args)
    {
        using var process = Launch(BuiltProgram.Path, args, start => start.Environment[variable] = value);
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return new Run(process.ExitCode, output.GetAwaiter().GetResult(), error);
    }

    /// <summary>A shell script with the program as <c>$0</c>, in which file systems can be mounted; null where the system does not let us.</summary>
    public static Process? StartWhereMounting(string script, params string[] args)
    {
        if (!OperatingSystem.IsLinux() || !File.Exists("/usr/bin/unshare")) return null;
        using var may = Launch("/usr/bin/unshare", ["-rm", "true"]);
        may.WaitForExit();
        return may.ExitCode == 0 ? Launch("/usr/bin/unshare", ["-rm", "/bin/sh", "-c", script, BuiltProgram.Path, .. args]) : null;
    }

    private static Process Launch(string program, string[] args, Action<ProcessStartInfo>? more = null)
    {
        var start = new ProcessStartInfo(program, args) { RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["DOTNET_ROOT"] = System.IO.Path.GetFullPath(System.IO.Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        more?.Invoke(start);
        return Process.Start(start)!;
    }

    /// <summary>Writes a file below the folder and gives its path.</summary>
    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    public string Read(string name) => File.ReadAllText(Path(name));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

internal sealed record Run(int Code, string Out, string Error);
