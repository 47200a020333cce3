using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ReportIngest.Cli;
using ReportIngest.Cli.Configuring;
using ReportIngest.Cli.Refreshing;

namespace ReportIngest.Benchmarks.Nights;

/// <summary>A year of nightly runs over a folder that changes a little every day: time of a night, size of the store, time of an export as of a day.</summary>
internal static class YearCommand
{
    private static readonly DateTimeOffset FirstNight = new(2025, 1, 1, 2, 0, 0, TimeSpan.Zero);

    public static Command Create()
    {
        var documents = new Option<int>("--documents") { Description = "How many on the first day.", DefaultValueFactory = _ => 10_000 };
        var nights = new Option<int>("--nights") { Description = "How many.", DefaultValueFactory = _ => 365 };
        var publish = new Option<bool>("--publish") { Description = "Write the outputs every night, too." };
        var command = new Command("year", "Simulate a year of nights: a thousandth each of the documents changed, new and withdrawn.") { documents, nights, publish };
        command.SetAction(result => Run(result.GetValue(documents), result.GetValue(nights), result.GetValue(publish)));
        return command;
    }

    private static int Run(int documents, int nights, bool publish)
    {
        var folder = Directory.CreateTempSubdirectory("reportingest-year-").FullName;
        var (input, configuration) = (Path.Combine(folder, "in"), Path.Combine(folder, "reportingest.toml"));
        File.WriteAllText(configuration, $"[store]\nfolder = \"store\"\n{(publish ? "publish = \"out\"\n" : "")}[refresh]\njobs = 2\nisolation = \"none\"\n[[source]]\nname = \"in\"\nfolder = \"in\"\n");
        var source = new SourceFolder(new ForgedPages(), documents, seed: 1);
        SourceFolder.Apply(input, 0, source.Begin());
        var some = documents / 1000;
        var times = new List<double>();
        Console.WriteLine("| night | seconds | processor seconds | MB of the store |\n| ---: | ---: | ---: | ---: |");
        for (var night = 0; night <= nights; night++)
        {
            if (night > 0) SourceFolder.Apply(input, night, source.NextDay(some, some, some, 0));
            var (seconds, processor) = Night(configuration, night);
            if (night > 0) times.Add(seconds);
            if (night % 30 == 0 || night == nights) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {night} | {seconds:0.0} | {processor:0.0} | {Size(Path.Combine(folder, "store")) / 1e6:0} |"));
        }
        times.Sort();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\nA night: median {times[times.Count / 2]:0.0} s, the longest {times[^1]:0.0} s."));
        foreach (var night in (int[])[nights / 2, nights])
        {
            var (seconds, processor) = Measure(() => new RefreshProgram(folder).Call("store", "export", "--config", "reportingest.toml", "--out", "then", "--as-of", $"{FirstNight.AddDays(night):yyyy-MM-dd}"));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Export as of night {night}: {seconds:0.0} s, {File.ReadLines(Path.Combine(folder, "then", "reports.jsonl")).Count()} reports."));
        }
        var verified = new RefreshProgram(folder).Call("store", "verify", "--config", "reportingest.toml");
        Console.WriteLine(verified == 0 ? "The store is sound." : "The store is not sound.");
        Directory.Delete(folder, recursive: true);
        return verified;
    }

    private static (double Seconds, double Processor) Night(string configuration, int night) => Measure(() =>
    {
        var terminal = new Terminal(new Streams(TextWriter.Null, Console.Error, false, false), "en", Color: false, Quiet: true, Verbose: false);
        var options = new RefreshOptions(ConfigurationFile.Read(configuration), null, Retry: false);
        var code = RefreshRun.Run(options, terminal, new Clock(FirstNight.AddDays(night)), CancellationToken.None);
        return code == ExitCode.Done ? code : throw new InvalidOperationException($"Night {night} gives {code}");
    });

    private static (double Seconds, double Processor) Measure(Func<int> work)
    {
        using var process = Process.GetCurrentProcess();
        var (clock, processor) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        work();
        process.Refresh();
        return (clock.Elapsed.TotalSeconds, (process.TotalProcessorTime - processor).TotalSeconds);
    }

    private static long Size(string folder) => new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);

    /// <summary>Stands still at the beginning of a night.</summary>
    private sealed class Clock(DateTimeOffset now) : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => now;
    }
}
