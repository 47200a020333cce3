using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Reading;

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
        var (requests, answers) = (Frames.Over(Console.OpenStandardInput()), Frames.Over(Console.OpenStandardOutput()));
        Console.SetOut(TextWriter.Null); // whatever a parser prints must not get between the answers
        // A key on the terminal goes to every process of the run, and the run is to say when its workers end.
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal => signal.Cancel = true);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, signal => signal.Cancel = true);
        using var hangUp = PosixSignalRegistration.Create(PosixSignal.SIGHUP, signal => signal.Cancel = true);
        FileThread.WatchMemory();
        return Serve(requests, answers);
    }

    /// <summary>Answers until the requests end.</summary>
    private static int Serve(Stream requests, Stream answers)
    {
        try
        {
            if (Frames.Read(requests) is not { } first) return ExitCode.Done;
            var limits = Wire.ReadLimits(first);
            Frames.Write(answers, Wire.Greeting);
            answers.Flush();
            var seats = Enumerable.Range(0, WorkerProcess.Seats).Select(_ => new BlockingCollection<Request>(boundedCapacity: 1)).ToList();
            foreach (var files in seats) FileThread.Start(() => Read(files, limits, answers));
            // On a thread of its own: the end of the run must also end a worker that is stuck in a file.
            while (Wire.ReadRequest(requests) is { } request) seats[request.Seat].Add(request);
            return ExitCode.Done;
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            return ExitCode.WrongUsage; // nobody is there, or not one of this program's runs
        }
    }

    private static void Read(BlockingCollection<Request> files, Limits limits, Stream answers)
    {
        foreach (var file in files.GetConsumingEnumerable())
        {
            var answer = new Answer(file.Seat, FileOutcome.Of(file.Bytes, file.Path, limits));
            if (FileThread.IsEnding) return;
            try
            {
                lock (answers) Wire.Write(answers, answer);
            }
            catch (IOException)
            {
                return; // the run is gone, and its requests end too
            }
        }
    }
}
