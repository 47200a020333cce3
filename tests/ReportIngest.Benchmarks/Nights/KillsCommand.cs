using System.CommandLine;
using System.Diagnostics;
using System.Globalization;

namespace ReportIngest.Benchmarks.Nights;

/// <summary>Kills <c>refresh</c> at random moments and holds the store against an undisturbed one.</summary>
internal static class KillsCommand
{
    public static Command Create()
    {
        var documents = new Option<int>("--documents") { Description = "How many on the first day.", DefaultValueFactory = _ => 2000 };
        var kills = new Option<int>("--kills") { Description = "How many.", DefaultValueFactory = _ => 200 };
        var seed = new Option<int>("--seed") { Description = "Of the moments and the days.", DefaultValueFactory = _ => 1 };
        var command = new Command("kills", "Kill refresh at random moments; exit code 1 when anything is lost, double or different.") { documents, kills, seed };
        command.SetAction(result => Run(result.GetValue(documents), result.GetValue(kills), result.GetValue(seed)));
        return command;
    }

    private static int Run(int documents, int kills, int seed)
    {
        var folder = Directory.CreateTempSubdirectory("reportingest-kills-").FullName;
        var start = Stopwatch.GetTimestamp();
        var result = new KilledRuns(folder, documents, kills, seed, "process").Run(Console.WriteLine);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{result.Killed} runs killed, {result.Finished} finished before; {result.Days} states of the folder, {result.Published} published, {result.Versions} versions; {result.Between} killed between publishing and saying so; {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s"));
        foreach (var fault in result.Faults) Console.WriteLine(fault);
        Console.WriteLine(result.Faults.IsEmpty ? "The store is sound and says what the undisturbed one says." : $"See {folder}");
        if (result.Faults.IsEmpty) Directory.Delete(folder, recursive: true);
        return result.Faults.IsEmpty ? 0 : 1;
    }
}
