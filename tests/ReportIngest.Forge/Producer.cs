using System.Diagnostics;
using ReportIngest.Documents;

namespace ReportIngest.Forge;

/// <summary>Programs that one after the other make a report's file.</summary>
/// <param name="Source">The file that the first one reads, and its extension.</param>
internal sealed record Producer(FileKind Format, string Name, Func<ForgedReport, (string Extension, byte[] Bytes)> Source, Producer.Step[] Steps)
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    /// <param name="Arguments">Parted by blanks, with <c>{in}</c>, <c>{out}</c> and <c>{folder}</c>, in which <c>{out}</c> is.</param>
    /// <param name="Extension">Of what it writes, beside what it reads or to its standard output.</param>
    internal sealed record Step(string Program, string Arguments, string Extension);

    /// <summary>Null where a program is not on the PATH.</summary>
    public Layout? Layout() => Steps.All(step => OnPath(step.Program) is not null)
        ? new Layout(Format, Name, Recoverable.Partly, Plain: false, Make)
        : null;

    private byte[] Make(ForgedReport report)
    {
        var folder = Directory.CreateTempSubdirectory("forge").FullName;
        try
        {
            var (extension, bytes) = Source(report);
            foreach (var step in Steps)
            {
                var read = Path.Combine(folder, $"report.{extension}");
                File.WriteAllBytes(read, bytes);
                // A program that reads and writes one format would write over what it reads.
                var written = Path.Combine(folder, step.Extension == extension ? $"again.{extension}" : $"report.{step.Extension}");
                File.Delete(written);
                var said = Run(step, read, written, folder);
                bytes = File.Exists(written) ? File.ReadAllBytes(written) : said;
                extension = step.Extension;
            }

            return bytes;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <returns>Its standard output.</returns>
    private static byte[] Run(Step step, string read, string written, string folder)
    {
        var arguments = step.Arguments.Split(' ').Select(argument => argument.Replace("{in}", read).Replace("{out}", written).Replace("{folder}", folder));
        using var process = Process.Start(new ProcessStartInfo(OnPath(step.Program)!, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        using var said = new MemoryStream();
        var copied = process.StandardOutput.BaseStream.CopyToAsync(said);
        if (!process.WaitForExit(Patience) || !copied.Wait(Patience))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{step.Program} did not finish.");
        }

        return process.ExitCode == 0 ? said.ToArray() : throw new InvalidOperationException($"{step.Program} ended with exit code {process.ExitCode}.");
    }

    private static string? OnPath(string program) => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
        .Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, program)).FirstOrDefault(File.Exists);
}
