using System.CommandLine;
using System.Globalization;
using System.Text;
using ReportIngest.Documents;
using ReportIngest.Forge;
using Layout = ReportIngest.Forge.Layout;

namespace ReportIngest.Benchmarks.Speed;

/// <summary>Whole runs of the program over forged reports with hostile files among them, and over the reports alone with and without workers.</summary>
internal static class MixedRunCommand
{
    private static readonly Layout[] Good =
        [Layouts.Find(FileKind.Html, "plain"), Layouts.Find(FileKind.Docx, "plain"), Layouts.Find(FileKind.Pdf, "lines-plain"), Layouts.Find(FileKind.Markdown, "lost-spans"), Layouts.Find(FileKind.Text, "tabs-plain")];

    public static Command Create()
    {
        var program = new Option<string>("--program") { Description = "The program, as built or published.", Required = true };
        var good = new Option<int>("--good") { Description = "How many reports.", DefaultValueFactory = _ => 1000 };
        var hostile = new Option<int>("--hostile") { Description = "How many files that are none.", DefaultValueFactory = _ => 200 };
        var command = new Command("mixed", "Runs ingest over reports and hostile files and prints what came of it, with times and memory.") { program, good, hostile };
        command.SetAction(result => Run(Path.GetFullPath(result.GetValue(program)!), result.GetValue(good), result.GetValue(hostile)));
        return command;
    }

    private static int Run(string program, int good, int hostile)
    {
        var folder = Directory.CreateTempSubdirectory("reportingest-mixed-").FullName;
        try
        {
            for (var i = 0; i < good; i++) Write($"good/{i:D5}", Good[i % Good.Length].Write(Forger.Forge(i)));
            File.WriteAllText(Path.Combine(folder, "limits.toml"), "[limits]\nmemory_mb = 300\nseconds = 10\n");
            Console.WriteLine("| run | seconds | MB of the run's own process | exit | reports | RI905 and RI907 |\n| --- | --- | --- | --- | --- | --- |");
            foreach (var (isolation, jobs) in ((string, int)[])[("none", 1), ("process", 1), ("none", 2), ("process", 2)]) Ingest($"{good} reports", isolation, jobs);
            for (var i = 0; i < hostile; i++) Write($"good/{i * good / hostile:D5}-hostile", Hostile(i));
            var first = Ingest($"{good} reports, {hostile} hostile", "process", 2);
            var second = Ingest($"{good} reports, {hostile} hostile", "process", 1);
            Console.WriteLine($"\nThe last two runs wrote {(first.AsSpan().SequenceEqual(second) ? "the same bytes" : "different bytes")}.");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }

        void Write(string name, byte[] bytes)
        {
            Directory.CreateDirectory(Path.Combine(folder, "good"));
            File.WriteAllBytes(Path.Combine(folder, name), bytes);
        }

        byte[] Ingest(string what, string isolation, int jobs)
        {
            var run = ProgramRun.Of(program, folder, "ingest", "good", "--out", "out", "--quiet", "--isolation", isolation, "--jobs", jobs.ToString(CultureInfo.InvariantCulture), "--config", "limits.toml");
            var (reports, findings) = (File.ReadAllBytes(Path.Combine(folder, "out", "reports.jsonl")), File.ReadAllBytes(Path.Combine(folder, "out", "findings.jsonl")));
            var unread = Encoding.UTF8.GetString(findings).Split('\n').Count(line => line.Contains("\"RI905\"", StringComparison.Ordinal) || line.Contains("\"RI907\"", StringComparison.Ordinal));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {what}, {isolation}, {jobs} jobs | {run.Seconds:0.0} | {run.Own.PeakBytes >> 20} | {run.ExitCode} | {reports.Count(one => one == '\n')} | {unread} |"));
            return [.. reports, .. findings];
        }
    }

    /// <summary>Each with bytes of its own: copies are read once.</summary>
    private static byte[] Hostile(int number)
    {
        var mark = Encoding.ASCII.GetBytes($"% {number}\n");
        return (number % 5) switch
        {
            0 when number % 20 == 0 => [.. Encoding.ASCII.GetBytes(LargePage()), .. mark],
            0 or 1 => [.. "%PDF-1.7\n"u8, .. mark],
            2 => [.. "PK\u0003\u0004"u8, .. mark],
            3 => Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat("<div>", 3000 + number))),
            _ => Encoding.UTF8.GetBytes($"<html><body><p>通知 {number}</p></body></html>"),
        };
    }

    /// <summary>A page of so many elements that a worker has no memory for them.</summary>
    private static string LargePage() => "<!doctype html><html><body>" + new StringBuilder().Insert(0, "<p>1</p>", 2_000_000);
}
