using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using ReportIngest.Corpus;
using ReportIngest.Outputs;

namespace ReportIngest.Benchmarks;

/// <summary>Times the second pass over the output of a run, as <c>ingest</c> does in its stage <c>compare</c>.</summary>
internal static class CompareCommand
{
    public static Command Create()
    {
        var from = new Option<string>("--from") { Description = "Folder of a run, or of lines.", Required = true };
        var jobs = new Option<int>("--jobs") { Description = "How many reports are looked at side by side.", DefaultValueFactory = _ => Environment.ProcessorCount };
        var command = new Command("compare", "Seconds and memory of the second pass.") { from, jobs };
        command.SetAction(result => Run(result.GetValue(from)!, result.GetValue(jobs)));
        return command;
    }

    private static int Run(string folder, int jobs)
    {
        using var output = new IngestOutput(name => File.Exists(Path.Combine(folder, name)) ? File.OpenRead(Path.Combine(folder, name)) : null);
        using var process = Process.GetCurrentProcess();
        var (clock, processor) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        var count = 0;
        var tallies = SecondPass.Judge(output, null, jobs, (_, findings) => count += findings.Length);
        process.Refresh();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{output.Entries.Count()} reports, {count} findings: {clock.Elapsed.TotalSeconds:0.0} s, {(process.TotalProcessorTime - processor).TotalSeconds:0.0} s of processor time, {process.PeakWorkingSet64 / 1e6:0} MB at most"));
        foreach (var tally in tallies.Where(tally => tally.Fails > 0))
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{tally.Rule.Id}: {tally.Fails}"));
        return 0;
    }
}
