using System.Diagnostics;
using System.Globalization;

namespace ReportIngest.Benchmarks.Speed;

/// <summary>A run of the program as built or published, from the start of its process to its end.</summary>
/// <param name="Own">Of the run's own process.</param>
/// <param name="Workers">Of each of its workers; empty elsewhere than on Linux, where they are looked up in <c>/proc</c>.</param>
internal sealed record ProgramRun(double Seconds, int ExitCode, Usage Own, IReadOnlyCollection<Usage> Workers)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    public static ProgramRun Of(string program, string folder, params IEnumerable<string> args)
    {
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(program, args) { WorkingDirectory = folder, UseShellExecute = false })!;
        var (own, workers) = (default(Usage), new Dictionary<int, Usage>());
        while (!process.WaitForExit(Pause))
        {
            own = Usage.Of(process.Id) ?? own;
            foreach (var worker in Children(process.Id))
            {
                if (Usage.Of(worker) is { } usage) workers[worker] = usage;
            }
        }

        return new ProgramRun(Stopwatch.GetElapsedTime(start).TotalSeconds, process.ExitCode, own, workers.Values);
    }

    private static List<int> Children(int parent)
    {
        if (!OperatingSystem.IsLinux()) return [];
        try
        {
            return [.. Directory.GetDirectories($"/proc/{parent}/task")
                .SelectMany(thread => File.ReadAllText(Path.Combine(thread, "children")).Split(' ', StringSplitOptions.RemoveEmptyEntries))
                .Select(child => int.Parse(child, CultureInfo.InvariantCulture))];
        }
        catch (IOException)
        {
            return []; // it has ended, or one of its threads: the next look finds the rest
        }
    }
}

/// <summary>What a process has taken: bytes of memory at most, and seconds of the processor.</summary>
internal readonly record struct Usage(long PeakBytes, double Seconds)
{
    /// <summary>Null where it has ended.</summary>
    public static Usage? Of(int id)
    {
        try
        {
            using var process = Process.GetProcessById(id);
            return process.PeakWorkingSet64 is > 0 and var peak ? new Usage(peak, process.TotalProcessorTime.TotalSeconds) : null;
        }
        catch (Exception ended) when (ended is ArgumentException or InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }
}
