using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ReportIngest.Documents;
using ReportIngest.Forge;
using ReportIngest.Reports;
using Layout = ReportIngest.Forge.Layout;

namespace ReportIngest.Benchmarks.Speed;

/// <summary>Whole runs of the program over ever more forged reports, by one worker and by one a core: time, processor time and memory of the run and of its workers.</summary>
/// <remarks>What is said of the workers is looked up in <c>/proc</c>, so elsewhere than on Linux it is left out.</remarks>
internal static class ScaleCommand
{
    private const int FilesPerFolder = 1000;

    /// <summary>Reports of one unit, a year each: the forge's own names are so few that a unit would have hundreds.</summary>
    private const int Years = 6;

    private const string PlaceLetters = "安北昌德丰高和吉金龙明宁平清庆荣石泰永玉";

    private static readonly Layout[] Ordinary =
    [
        Layouts.Find(FileKind.Html, "site"), Layouts.Find(FileKind.Html, "word"), Layouts.Find(FileKind.Docx, "plain"),
        Layouts.Find(FileKind.Pdf, "lines-plain"), Layouts.Find(FileKind.Markdown, "lost-spans"), Layouts.Find(FileKind.Text, "tabs-plain"),
    ];

    public static Command Create()
    {
        var program = new Option<string>("--program") { Description = "The program, as built or published.", Required = true };
        var counts = new Option<int[]>("--reports") { Description = "How many reports; may be repeated.", DefaultValueFactory = _ => [1000, 10000], AllowMultipleArgumentsPerToken = true };
        var jobs = new Option<int[]>("--jobs") { Description = "How many workers; may be repeated.", DefaultValueFactory = _ => [1, Environment.ProcessorCount], AllowMultipleArgumentsPerToken = true };
        var folder = new Option<string>("--folder") { Description = "Where the reports lie; those that are not there yet are forged.", Required = true };
        var command = new Command("scale", "Runs ingest over ever more reports and prints time and memory.") { program, counts, jobs, folder };
        command.SetAction(result => Run(Path.GetFullPath(result.GetValue(program)!), result.GetValue(counts)!, result.GetValue(jobs)!, Directory.CreateDirectory(result.GetValue(folder)!).FullName));
        return command;
    }

    private static int Run(string program, int[] counts, int[] jobs, string folder)
    {
        Console.WriteLine("| reports | workers | seconds | reports/s | compare, s | MB run | MB worker | CPU s run | CPU s workers |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
        foreach (var count in counts)
        {
            var folders = Enumerable.Range(0, count / FilesPerFolder).Select(number => Forged(folder, number)).ToList();
            foreach (var workers in jobs) Console.WriteLine(Measure(program, folder, folders, workers));
        }
        return 0;
    }

    private static string Forged(string folder, int number)
    {
        var name = number.ToString("D3", CultureInfo.InvariantCulture);
        var below = Path.Combine(folder, name);
        if (Directory.Exists(below)) return name;
        var unfinished = Directory.CreateDirectory(below + "~").FullName;
        Parallel.For(0, FilesPerFolder, i =>
        {
            var seed = (number * FilesPerFolder) + i;
            var layout = Ordinary[seed % Ordinary.Length];
            File.WriteAllBytes(Path.Combine(unfinished, seed.ToString("D6", CultureInfo.InvariantCulture)), layout.Write(Forger.Forge(seed, new Order(Whose: Whose(seed)))));
        });
        Directory.Move(unfinished, below);
        return name;
    }

    private static Whose Whose(int seed)
    {
        var (unit, year) = (seed / Years, 2019 + (seed % Years));
        char Letter(int place) => PlaceLetters[unit / (int)Math.Pow(PlaceLetters.Length, place) % PlaceLetters.Length];
        var place = $"{Letter(0)}{Letter(1)}镇";
        return new Whose($"{Letter(2)}{Letter(3)}县{place}人民政府", place, Level.Township, year, new DateOnly(year + 1, 1, 20));
    }

    private static string Measure(string program, string folder, List<string> folders, int workers)
    {
        var output = Path.Combine(folder, "out");
        var start = Stopwatch.GetTimestamp();
        using var process = Process.Start(new ProcessStartInfo(
            program, ["ingest", .. folders, "--out", output, "--quiet", "--jobs", workers.ToString(CultureInfo.InvariantCulture)]) { WorkingDirectory = folder, UseShellExecute = false })!;
        var (own, children) = (default(Usage), new Dictionary<string, Usage>());
        while (!process.WaitForExit(100))
        {
            own = Usage.Of(process.Id.ToString(CultureInfo.InvariantCulture)) ?? own;
            foreach (var child in Usage.Children(process.Id))
            {
                if (Usage.Of(child) is { } usage) children[child] = usage;
            }
        }
        var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
        if (process.ExitCode != 0) throw new InvalidOperationException($"The run ended with {process.ExitCode}.");
        using var run = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(Path.Combine(output, "run.json")));
        var compare = run.RootElement.GetProperty("seconds").GetProperty("compare").GetDouble();
        Directory.Delete(output, recursive: true);
        var count = folders.Count * FilesPerFolder;
        return string.Create(CultureInfo.InvariantCulture, $"| {count} | {workers} | {seconds:0.0} | {count / seconds:0} | {compare:0.0} | {own.PeakBytes >> 20} | {children.Values.Select(one => one.PeakBytes).DefaultIfEmpty().Max() >> 20} | {own.Seconds:0.0} | {children.Values.Sum(one => one.Seconds):0.0} |");
    }

    /// <summary>Of a process that may end while it is looked at.</summary>
    private readonly record struct Usage(long PeakBytes, double Seconds)
    {
        private const double TicksPerSecond = 100;

        public static Usage? Of(string id)
        {
            try
            {
                var peak = File.ReadLines($"/proc/{id}/status").FirstOrDefault(line => line.StartsWith("VmHWM:", StringComparison.Ordinal));
                var fields = Fields(id);
                return peak is null ? null : new Usage(
                    long.Parse(peak.AsSpan()[6..^2].Trim(), CultureInfo.InvariantCulture) << 10,
                    (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / TicksPerSecond);
            }
            catch (IOException)
            {
                return null;
            }
        }

        public static IEnumerable<string> Children(int parent)
        {
            if (!OperatingSystem.IsLinux()) yield break;
            foreach (var folder in Directory.EnumerateDirectories("/proc"))
            {
                var id = Path.GetFileName(folder);
                if (char.IsAsciiDigit(id[0]) && Fields(id) is [_, var above, ..] && above == parent.ToString(CultureInfo.InvariantCulture)) yield return id;
            }
        }

        /// <summary>Of <c>/proc/ID/stat</c>, from the process's state on: its name before may hold blanks. Empty where it has ended.</summary>
        private static string[] Fields(string id)
        {
            try
            {
                var text = File.ReadAllText($"/proc/{id}/stat");
                return text[(text.LastIndexOf(')') + 2)..].Split(' ');
            }
            catch (IOException)
            {
                return [];
            }
        }
    }
}
