using System.Collections.Concurrent;
using System.CommandLine;
using System.Globalization;
using ReportIngest.Forge.Injections;
using ReportIngest.Rules;
using Spectre.Console;

namespace ReportIngest.Benchmarks.Precision;

/// <summary>Injects faults of every rule and counts what is found; runs all rules over sound reports and counts what is found there too.</summary>
internal static class PrecisionCommand
{
    /// <summary>Reports of ten units over four or five years are read together.</summary>
    private const int County = 40;

    public static Command Create()
    {
        var seeds = new Option<string>("--seeds") { Description = "A range of seed numbers, such as 1000-1999: a sound report each.", DefaultValueFactory = _ => "1000-1199" };
        var each = new Option<int>("--each") { Description = "How many faults of each rule to inject, from the first seed on.", DefaultValueFactory = _ => 50 };
        var rules = new Option<string[]>("--rule") { Description = "Rules such as RI301,RI302; all when left out.", DefaultValueFactory = _ => [] };
        var write = new Option<string?>("--write") { Description = "The checkout whose docs/precision.md and rule pages get the numbers." };
        var show = new Option<int>("--show") { Description = "How many missed faults and false alarms of each rule to list." };
        var keep = new Option<string?>("--keep") { Description = "Folder for the files of the missed faults." };
        var command = new Command("precision", "Faults found and false alarms, by rule.") { seeds, each, rules, write, show, keep };
        command.SetAction(result => Run(
            result.GetValue(seeds)!, result.GetValue(each), [.. result.GetValue(rules)!.SelectMany(list => list.Split(','))], result.GetValue(write), result.GetValue(show), result.GetValue(keep)));
        return command;
    }

    private static int Run(string range, int each, HashSet<string> rules, string? write, int show, string? keep)
    {
        var seeds = SeedRange.Parse(range);
        var asked = RuleCatalog.All.Select(rule => rule.Id).Where(rule => rules.Count == 0 || rules.Contains(rule)).ToList();
        var (alarms, alarmNotes) = Alarms(seeds);
        var rows = new List<PrecisionRow>();
        foreach (var rule in asked)
        {
            var missed = Missed(rule, seeds[0], each);
            var injected = InjectionCatalog.All.Any(injection => injection.Rule == rule) ? each : 0;
            rows.Add(new PrecisionRow(rule, injected, injected - missed.Count, seeds.Count, alarms.GetValueOrDefault(rule)));
            foreach (var (seed, trial) in missed.Take(show))
            {
                Console.WriteLine($"{rule} missed: seed {seed.ToString(CultureInfo.InvariantCulture)} {trial.Accused}");
                if (keep is not null) Keep(Path.Combine(keep, $"{rule}-{seed.ToString(CultureInfo.InvariantCulture)}"), trial);
            }

            foreach (var note in alarmNotes.Where(note => note.Rule.Id == rule).Take(show)) Console.WriteLine($"{rule} false alarm: {note.Subject.Path} {note.Message.Zh}");
        }

        Print(rows);
        if (write is not null)
            PrecisionPages.Write(write, rows, string.Create(CultureInfo.InvariantCulture, $"dotnet run -c Release --project tests/ReportIngest.Benchmarks -- precision --seeds {range} --each {each} --write ."));
        return 0;
    }

    private static List<(int Seed, Trial Trial)> Missed(string rule, int first, int each)
    {
        if (InjectionCatalog.All.FirstOrDefault(injection => injection.Rule == rule) is not { } injection) return [];
        return
        [
            .. Enumerable.Range(first, each).AsParallel().AsOrdered().Select(seed => (Seed: seed, Trial: injection.Draw(seed)))
                .Where(one => !Hearing.Of(one.Trial).Exists(finding => finding.Rule.Id == rule && (finding.Subject.Path == one.Trial.Accused || finding.Subject.Division == one.Trial.Accused))),
        ];
    }

    /// <summary>How many sound reports each rule accuses. A finding about a unit without a report counts like one about a report.</summary>
    private static (Dictionary<string, int> Counts, List<Finding> Notes) Alarms(IReadOnlyList<int> seeds)
    {
        var notes = new ConcurrentBag<(int Seed, Finding Finding)>();
        seeds.Chunk(County).AsParallel().ForAll(county =>
        {
            foreach (var finding in Hearing.Of(SoundCounty.Draw(county[0], county.Length)).Where(IsAlarm)) notes.Add((county[0], finding));
        });
        var ordered = notes.OrderBy(note => note.Seed).ThenBy(note => note.Finding.Rule.Id, StringComparer.Ordinal).ThenBy(note => note.Finding.Subject.Path, StringComparer.Ordinal).ToList();
        var counts = ordered.GroupBy(note => note.Finding.Rule.Id).ToDictionary(
            rule => rule.Key,
            rule => rule.Select(note => (note.Seed, note.Finding.Subject.Path, note.Finding.Subject.Path is null ? note.Finding.Subject.Division : null)).Distinct().Count());
        return (counts, [.. ordered.Select(note => note.Finding with { Subject = note.Finding.Subject with { Path = $"{note.Seed.ToString(CultureInfo.InvariantCulture)}/{note.Finding.Subject.Path}" } })]);
    }

    /// <summary>Markdown and text have no merged cells: that a table was laid out without them is so (RI903).</summary>
    private static bool IsAlarm(Finding finding) =>
        finding.Rule.Id != "RI903" || !(finding.Subject.Path!.EndsWith(".md", StringComparison.Ordinal) || finding.Subject.Path.EndsWith(".txt", StringComparison.Ordinal));

    private static void Keep(string folder, Trial trial)
    {
        foreach (var file in trial.Files)
        {
            var path = Path.Combine(folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllBytes(path, file.Bytes);
        }
    }

    private static void Print(List<PrecisionRow> rows)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var title in (string[])["rule", "injected", "found", "%", "sound", "false alarms"]) table.AddColumn(title);
        foreach (var row in rows)
            table.AddRow([.. new object[] { row.Rule, row.Injected, row.Found, row.Injected == 0 ? "" : Math.Round(row.Found * 100m / row.Injected, 1), row.Sound, row.FalseAlarms }.Select(cell => string.Create(CultureInfo.InvariantCulture, $"{cell}"))]);
        AnsiConsole.Write(table);
    }
}
