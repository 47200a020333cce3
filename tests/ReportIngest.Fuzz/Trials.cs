using System.Diagnostics;
using System.Globalization;
using ReportIngest.Reading;

namespace ReportIngest.Fuzz;

/// <summary>Many damaged inputs to one target, in a process of their own with the stack and memory of a worker; when one kills it, the next process goes on behind it.</summary>
internal static class Trials
{
    /// <returns>Whether nothing came that is not allowed.</returns>
    public static bool Run(Target target, int count, TimeSpan time, int from)
    {
        var at = Path.GetTempFileName();
        var came = new Came();
        var start = Stopwatch.GetTimestamp();
        try
        {
            for (var next = from; next < from + count && Stopwatch.GetElapsedTime(start) < time;)
            {
                using var process = Start(target, at, next, from + count, time - Stopwatch.GetElapsedTime(start));
                var lastWords = LastWords(process);
                while (process.StandardOutput.ReadLine() is { } line)
                {
                    came.Add(line);
                    Console.Error.Write(string.Create(CultureInfo.InvariantCulture, $"\r{target.Name} {came.Inputs} "));
                }
                process.WaitForExit();
                if (process.ExitCode == 0) break;
                var number = BitConverter.ToInt32(File.ReadAllBytes(at));
                came.Count($"{Came.Fault}{(process.ExitCode == Trial.Hung ? $"over {Trial.Longest.TotalSeconds:0} s" : lastWords.Result)}", 1, number);
                next = number + 1;
            }
        }
        finally
        {
            File.Delete(at);
        }
        Report(target, came, Stopwatch.GetElapsedTime(start));
        return !came.Outcomes.Keys.Any(IsFault);
    }

    private static Process Start(Target target, string at, int from, int to, TimeSpan time)
    {
        var start = new ProcessStartInfo(
            Environment.ProcessPath!, ["trial", target.Name, at, from.ToString(CultureInfo.InvariantCulture), to.ToString(CultureInfo.InvariantCulture), ((int)Math.Min(time.TotalSeconds, int.MaxValue)).ToString(CultureInfo.InvariantCulture)])
        { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        start.Environment["DOTNET_GCHeapHardLimit"] = Limits.Default.MemoryBytes.ToString("x", CultureInfo.InvariantCulture);
        return Process.Start(start)!;
    }

    /// <summary>The first line of its error stream. What follows are thousands, and with nobody to read them it would not end.</summary>
    private static async Task<string?> LastWords(Process process)
    {
        var first = await process.StandardError.ReadLineAsync().ConfigureAwait(false);
        await process.StandardError.ReadToEndAsync().ConfigureAwait(false);
        return first;
    }

    private static void Report(Target target, Came came, TimeSpan time)
    {
        Console.Error.WriteLine();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{target.Name}: {came.Inputs} inputs, {time.TotalSeconds:0} s, of the processor {came.Time.TotalSeconds:0} s; greediest {came.MostBytes >> 20} MB (input {came.GreediestNumber}), peak {came.PeakBytes >> 20} MB"));
        Console.WriteLine($"  slowest: {string.Join(", ", came.Slowest.Select(slow => string.Create(CultureInfo.InvariantCulture, $"{slow.Time.TotalMilliseconds:0} ms (input {slow.Number})")))}");
        foreach (var (outcome, (count, first)) in came.Outcomes.OrderBy(one => !IsFault(one.Key)).ThenByDescending(one => one.Value.Count))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {count,8}  {outcome}{(IsFault(outcome) ? $" (first input {first})" : "")}"));
    }

    private static bool IsFault(string outcome) => outcome.StartsWith(Came.Fault, StringComparison.Ordinal);
}
