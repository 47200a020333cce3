using System.CommandLine;
using System.Globalization;
using ReportIngest.Forge;
using ReportIngest.Reading;
using Spectre.Console;
using Layout = ReportIngest.Forge.Layout;

namespace ReportIngest.Benchmarks.Accuracy;

/// <summary>Forges a sound and a faulty report for each seed and layout, reads them back and prints what is right.</summary>
internal static class AccuracyCommand
{
    public static Command Create()
    {
        var seeds = new Option<string>("--seeds") { Description = "A range of seed numbers, such as 1000-1099.", DefaultValueFactory = _ => "1000-1099" };
        var formats = new Option<string[]>("--format") { Description = "Formats or layouts, such as html,pdf/narrow; all when left out.", DefaultValueFactory = _ => [] };
        var show = new Option<int>("--show") { Description = "How many wrong cells, fields and findings to list." };
        var programs = new Option<bool>("--programs") { Description = "Only files made by the browsers, office programs and converters that are on the PATH." };
        var changed = new Option<bool>("--changed") { Description = "Only reports whose tables were changed at random in one to three places; with --programs, as PDFs on pages of many kinds." };
        var keep = new Option<string?>("--keep") { Description = "A folder for the files of the reports that are listed." };
        var write = new Option<string?>("--write") { Description = "A document whose measured part is written anew, such as docs/accuracy.md." };
        var command = new Command("accuracy", "Cells right, wrong and silently wrong, faults found and explained, by format and layout.") { seeds, formats, show, programs, changed, keep, write };
        command.SetAction(result => Run(
            SeedRange.Parse(result.GetValue(seeds)!),
            Layouts(result.GetValue(formats)!, (result.GetValue(programs), result.GetValue(changed)) switch
            {
                (true, var also) => ProgramLayouts.Found(also, missing => Console.Error.WriteLine($"{missing} is skipped: a program is not on the PATH.")),
                (false, true) => ChangedLayouts.All,
                _ => Forge.Layouts.All,
            }),
            result.GetValue(show),
            result.GetValue(keep),
            scores =>
            {
                if (result.GetValue(write) is { } path)
                    MeasuredPart.Write(path, $"dotnet run -c Release --project tests/ReportIngest.Benchmarks -- {string.Join(' ', result.Tokens.Select(token => token.Value))}", Markdown(scores));
            }));
        return command;
    }

    private static int Run(IReadOnlyList<int> seeds, IReadOnlyList<Layout> layouts, int show, string? keep, Action<Dictionary<Layout, Score>> write)
    {
        var scores = layouts.ToDictionary(layout => layout, _ => new Score());
        var notes = new List<string>();
        var faults = Enum.GetValues<FaultKind>();
        foreach (var results in seeds.AsParallel().AsOrdered().Select(seed => Reports(seed, faults, layouts)))
        {
            foreach (var (forged, layout, grade) in results)
            {
                scores[layout].Add(forged, layout, grade);
                if (notes.Count >= show) continue;
                var said = Notes(forged, layout, grade).ToArray();
                notes.AddRange(said);
                if (keep is not null && said.Length > 0) Keep(keep, forged, layout);
            }
        }

        Print(scores);
        write(scores);
        foreach (var note in notes.Take(show)) Console.WriteLine(note);
        return 0;
    }

    private static void Keep(string folder, ForgedReport filledIn, Layout layout)
    {
        var order = new Order(Fault: filledIn.Fault?.Kind);
        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, $"{layout.Name}-{filledIn.Seed}-{filledIn.Fault?.Kind}.{layout.Format.ToString().ToLowerInvariant()}"), layout.Write(Forger.Forge(filledIn.Seed, order)));
    }

    private static List<(ForgedReport Forged, Layout Layout, Grade Grade)> Reports(int seed, FaultKind[] faults, IReadOnlyList<Layout> layouts)
    {
        ForgedReport[] reports = [Forger.Forge(seed), Forger.Forge(seed, new Order(Fault: faults[seed % faults.Length]))];
        return [.. from layout in layouts from forged in reports let filledIn = layout.FilledIn(forged) select (filledIn, layout, Read(forged, filledIn, layout))];
    }

    private static Grade Read(ForgedReport forged, ForgedReport filledIn, Layout layout)
    {
        var bytes = layout.Write(forged);
        return Grade.Of(filledIn, Pipeline.Ingest(bytes, Source.Of($"{layout}/{forged.Seed}", bytes), Limits.Default));
    }

    private static IEnumerable<string> Notes(ForgedReport forged, Layout layout, Grade grade)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"{layout} {forged.Seed}{(forged.Fault is { } fault ? $" {fault.Kind}" : "")}");
        // A few cells show what went wrong with a report; hundreds would hide the next one.
        foreach (var cell in grade.Wrong.OrderByDescending(cell => cell.Silent).Take(3))
            yield return $"{at} {(cell.Silent ? "silent" : "said")} {cell.Code}: {cell.Expected.State} {cell.Expected.Raw} → {cell.Got.State} {cell.Got.Raw}";
        foreach (var field in grade.Meta) yield return $"{at} {field}";
        if (grade.Found is false && layout.CleanFor(forged)) yield return $"{at} not found: {forged.Fault!.Rule} {string.Join(' ', forged.Fault.Indicators.Take(2))}";
        if (grade.Explained is false && layout.CleanFor(forged)) yield return $"{at} not explained: {forged.Fault!.Rule} {forged.Fault.Mend}";
        foreach (var rule in grade.FalseAlarms) yield return $"{at} false alarm: {rule}";
    }

    private static readonly string[] Titles = ["layout", "reports", "cells right", "wrong", "wrong, clean", "silent", "meta", "faults", "found", "explained", "false alarms"];

    private static void Print(Dictionary<Layout, Score> scores)
    {
        var table = new Table().Border(TableBorder.Simple);
        foreach (var title in Titles)
            table.AddColumn(new TableColumn(title) { Alignment = title == "layout" ? Justify.Left : Justify.Right, NoWrap = true });
        foreach (var row in Rows(scores)) table.AddRow([.. row.Select(Markup.Escape)]);

        // A pipe has no width of its own: the table must not be cut to 80 columns.
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 150);
        AnsiConsole.Write(table);
    }

    private static string Markdown(Dictionary<Layout, Score> scores) => string.Concat(
        Rows(scores).Prepend([.. Titles.Select(title => title == "layout" ? "---" : "---:")]).Prepend(Titles).Select(row => $"| {string.Join(" | ", row)} |\n"));

    private static IEnumerable<string[]> Rows(Dictionary<Layout, Score> scores) =>
        scores.Select(pair => Row(pair.Key.ToString(), pair.Value)).Append(Row("all", Score.Sum(scores.Values)));

    private static string[] Row(string name, Score score) =>
    [
        name, Text(score.Reports), Text(score.Right), Text(score.Wrong), Text(score.WrongThoughClean), Text(score.Silent),
        $"{Text(score.MetaRight)}/{Text(score.Reports * Grade.MetaFields)}", Text(score.Faults), Text(score.Found),
        $"{Text(score.Explained)}/{Text(score.Explainable)}", Text(score.FalseAlarms),
    ];

    private static List<Layout> Layouts(string[] formats, IEnumerable<Layout> all)
    {
        var wanted = formats.SelectMany(list => list.Split(',')).ToArray();
        return [.. all.Where(layout => wanted.Length == 0 || wanted.Any(name => layout.ToString() == name || layout.ToString().StartsWith(name + "/", StringComparison.Ordinal)))];
    }

    private static string Text(long number) => number.ToString("N0", CultureInfo.InvariantCulture);
}
