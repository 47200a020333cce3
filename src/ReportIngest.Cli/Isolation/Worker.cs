using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using System.Text;
using ReportIngest.Cli.Ingesting;

namespace ReportIngest.Cli.Isolation;

/// <summary>
/// <c>worker</c>: reads files for a run, in a process that may die of one. Files come through standard input, outcomes go through standard output,
/// and the end of the input, also when the run was killed, is the end of the worker.
/// </summary>
internal static class Worker
{
    /// <summary>The command by which the program is a worker. It is for the program itself.</summary>
    public const string Command = "worker";

    public static int Run()
    {
        var (requests, answers) = (Console.OpenStandardInput(), Console.OpenStandardOutput());
        Console.SetOut(TextWriter.Null); // whatever a parser prints must not get between the answers
        // A key on the terminal goes to every process of the run, and the run is to say when its workers end.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = true);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => signal.Cancel = true);
        return FileThread.Run(() => Serve(requests, answers));
    }

    /// <summary>Answers until the requests end.</summary>
    private static int Serve(Stream requests, Stream answers)
    {
        try
        {
            if (Frames.Read(requests) is not { } first) return ExitCode.Done;
            var limits = Wire.ReadLimits(first);
            Frames.Write(answers, Wire.Greeting);
            using var files = new BlockingCollection<(string Path, byte[] Bytes)>(boundedCapacity: 1);
            new Thread(() => Listen(requests, files)) { IsBackground = true }.Start();
            foreach (var (path, bytes) in files.GetConsumingEnumerable())
                Wire.Write(answers, FileOutcome.Of(bytes, path, limits));
            return ExitCode.Done;
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            return ExitCode.WrongUsage; // nobody is there, or not one of this program's runs
        }
    }

    /// <summary>On a thread of its own: the end of the run must also end a worker that is stuck in a file.</summary>
    private static void Listen(Stream requests, BlockingCollection<(string Path, byte[] Bytes)> files)
    {
        try
        {
            while (Frames.Read(requests) is { } name && Frames.Read(requests) is { } bytes) files.Add((Encoding.UTF8.GetString(name), bytes));
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            // as the end
        }
        Environment.Exit(ExitCode.Done);
    }
}
