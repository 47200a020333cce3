using System.CommandLine;
using System.Globalization;
using ReportIngest.Documents;
using ReportIngest.Forge;
using ReportIngest.Reports;
using Layout = ReportIngest.Forge.Layout;

namespace ReportIngest.Benchmarks.Speed;

/// <summary>The program's start, and whole runs over ever more forged reports, by one worker and by one a core: time, processor time and memory of the run and of its workers.</summary>
internal static class ScaleCommand
{
    private const int FilesPerFolder = 1000, StartUps = 7;

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
        Console.WriteLine("| one small report | seconds, median | of all |\n| --- | ---: | ---: |");
        foreach (var isolation in (string[])["none", "process"]) Console.WriteLine(StartUp(program, folder, isolation));
        Console.WriteLine("\n| reports | workers | seconds | reports/s | compare, s | MB run | MB worker | CPU s run | CPU s workers |\n| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
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

    /// <summary>From the start of the process to its end, over one small report; the median of some runs, of which the first finds the program on disk.</summary>
    private static string StartUp(string program, string folder, string isolation)
    {
        var (report, output) = (Path.Combine(folder, "one.md"), Path.Combine(folder, "out"));
        File.WriteAllBytes(report, Layouts.Find(FileKind.Markdown, "lost-spans").Write(Forger.Forge(1)));
        var seconds = Enumerable.Range(0, StartUps).Select(_ => ProgramRun.Of(program, folder, "ingest", report, "--out", output, "--quiet", "--isolation", isolation).Seconds).Order().ToList();
        Directory.Delete(output, recursive: true);
        File.Delete(report);
        return string.Create(CultureInfo.InvariantCulture, $"| {isolation} | {seconds[StartUps / 2]:0.00} | {seconds[0]:0.00} to {seconds[^1]:0.00} |");
    }

    private static string Measure(string program, string folder, List<string> folders, int workers)
    {
        var output = Path.Combine(folder, "out");
        var run = ProgramRun.Of(program, folder, ["ingest", .. folders, "--out", output, "--quiet", "--jobs", workers.ToString(CultureInfo.InvariantCulture)]);
        if (run.ExitCode != 0) throw new InvalidOperationException($"The run ended with {run.ExitCode}.");
        using var record = System.Text.Json.JsonDocument.Parse(File.ReadAllBytes(Path.Combine(output, "run.json")));
        var compare = record.RootElement.GetProperty("seconds").GetProperty("compare").GetDouble();
        Directory.Delete(output, recursive: true);
        var count = folders.Count * FilesPerFolder;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"| {count} | {workers} | {run.Seconds:0.0} | {count / run.Seconds:0} | {compare:0.0} | {run.Own.PeakBytes >> 20} | {run.Workers.Select(worker => worker.PeakBytes).DefaultIfEmpty().Max() >> 20} | {run.Own.Seconds:0.0} | {run.Workers.Sum(worker => worker.Seconds):0.0} |");
    }
}
