using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using ReportIngest.Documents;
using ReportIngest.Forge;
using Spectre.Console;
using Layout = ReportIngest.Forge.Layout;

namespace ReportIngest.Benchmarks.Speed;

/// <summary>Times a report in each format's ordinary layouts against the format's bare parser on the same bytes.</summary>
internal static class SpeedCommand
{
    /// <summary>Methods are compiled for speed after 30 calls, and what one layout calls another may not: all are run before any is timed.</summary>
    private const int WarmUpRounds = 3;

    private static readonly ImmutableArray<Layout> Ordinary =
    [
        Layouts.Find(FileKind.Html, "plain"), Layouts.Find(FileKind.Html, "word"), Layouts.Find(FileKind.Html, "cms"), Layouts.Find(FileKind.Html, "site"),
        Layouts.Find(FileKind.Docx, "plain"),
        Layouts.Find(FileKind.Pdf, "lines-plain"), Layouts.Find(FileKind.Pdf, "split"), Layouts.Find(FileKind.Pdf, "unruled"),
        Layouts.Find(FileKind.Markdown, "lost-spans"),
        Layouts.Find(FileKind.Text, "tabs-plain"),
    ];

    public static Command Create()
    {
        var seeds = new Option<string>("--seeds") { Description = "A range of seed numbers, such as 1-20.", DefaultValueFactory = _ => "1-20" };
        var rounds = new Option<int>("--rounds") { Description = "How often each file is timed.", DefaultValueFactory = _ => 15 };
        var command = new Command("speed", "Milliseconds a report by layout and stage, and the ratio to the bare parser.") { seeds, rounds };
        command.SetAction(result => Run(SeedRange.Parse(result.GetValue(seeds)!), result.GetValue(rounds)));
        return command;
    }

    private static int Run(IReadOnlyList<int> seeds, int rounds)
    {
        foreach (var layout in Ordinary) Time(layout, seeds, WarmUpRounds);
        var all = Ordinary.Select(layout => (Layout: layout, Files: Time(layout, seeds, rounds))).ToList();

        // A pipe has no width of its own: the tables must not be cut to 80 columns.
        AnsiConsole.Profile.Width = Math.Max(AnsiConsole.Profile.Width, 150);
        Print("milliseconds", all.Select(one => (string[])[.. Row(one.Layout, one.Files), Whole(1000 / Median(one.Files.Select(file => file.Total)))]), "reports/s");
        Print("kB allocated", all.Select(one => Row(one.Layout, [.. one.Files.Select(file => file.Allocated!)])));
        return 0;
    }

    private static void Print(string what, IEnumerable<string[]> rows, params string[] further)
    {
        var table = new Spectre.Console.Table().Border(TableBorder.Simple);
        foreach (var title in (string[])[what, .. Stages.Names, "total", "bare", "total/bare", .. further])
            table.AddColumn(new TableColumn(title) { Alignment = title == what ? Justify.Left : Justify.Right, NoWrap = true });
        foreach (var row in rows) table.AddRow(row);
        AnsiConsole.Write(table);
    }

    /// <summary>Each file's median over the rounds. A round goes through all files, so that a slow second of the machine meets each of them once.</summary>
    private static ImmutableArray<Stages> Time(Layout layout, IReadOnlyList<int> seeds, int rounds)
    {
        var files = seeds.Select(seed => layout.Write(Forger.Forge(seed))).Select(bytes => (Bytes: bytes, Source: Source.Of(layout.ToString(), bytes))).ToList();
        var times = files.Select(_ => new List<Stages>()).ToList();
        for (var round = 0; round < rounds; round++)
        {
            for (var file = 0; file < files.Count; file++) times[file].Add(Stages.Measure(files[file].Bytes, files[file].Source));
        }

        return [.. times.Select(MedianOf)];
    }

    private static Stages MedianOf(List<Stages> rounds) => new(
        [.. Enumerable.Range(0, Stages.Names.Length).Select(part => Median(rounds.Select(round => round.Parts[part])))],
        Median(rounds.Select(round => round.Total)),
        Median(rounds.Select(round => round.Bare)),
        rounds[0].Allocated is null ? null : MedianOf(rounds.ConvertAll(round => round.Allocated!)));

    /// <summary>Medians over the files; the ratio is the median of the files' own, since long and short reports have different ones.</summary>
    private static string[] Row(Layout layout, ImmutableArray<Stages> files) =>
    [
        Markup.Escape(layout.ToString()),
        .. Enumerable.Range(0, Stages.Names.Length).Select(part => Text(files.Select(file => file.Parts[part]))),
        Text(files.Select(file => file.Total)), Text(files.Select(file => file.Bare)), Text(files.Select(file => file.Total / file.Bare)),
    ];

    private static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return (sorted[(sorted.Count - 1) / 2] + sorted[sorted.Count / 2]) / 2;
    }

    private static string Whole(double value) => value.ToString("0", CultureInfo.InvariantCulture);

    private static string Text(IEnumerable<double> values) => Median(values).ToString("0.00", CultureInfo.InvariantCulture);
}
