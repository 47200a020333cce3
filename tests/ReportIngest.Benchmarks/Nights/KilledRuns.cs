using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using ReportIngest.Cli.Storing;

namespace ReportIngest.Benchmarks.Nights;

/// <summary>What came of killed runs.</summary>
/// <param name="Killed">Runs ended with SIGKILL.</param>
/// <param name="Finished">Runs that were over before they could be killed.</param>
/// <param name="Days">States of the folder that a run was begun on.</param>
/// <param name="Published">Those of them that were published.</param>
/// <param name="Between">Runs that were killed after they had published and before they had said so.</param>
/// <param name="Versions">Changes that the store has published.</param>
/// <param name="Faults">What is wrong; none where nothing was lost or doubled.</param>
internal sealed record KilledRunsResult(int Killed, int Finished, int Days, int Published, int Between, int Versions, ImmutableArray<string> Faults);

/// <summary>
/// Runs <c>refresh</c> over a folder of forged pages that changes now and then, kills it at random moments, and goes on. What the store says at the end is held against
/// that of undisturbed runs, one for each state of the folder that a killed or finished run has published.
/// </summary>
internal sealed class KilledRuns
{
    private static readonly string[] Outputs = ["reports.jsonl", "findings.jsonl"];

    private readonly int _kills;
    private readonly Random _random;
    private readonly SourceFolder _source;
    private readonly List<ImmutableArray<Edit>> _days = [];
    private readonly string _disturbed;
    private readonly string _undisturbed;
    private readonly int _touched;

    /// <param name="isolation">Where documents are read: <c>process</c> or <c>none</c>.</param>
    public KilledRuns(string folder, int documents, int kills, int seed, string isolation)
    {
        (_kills, _random, _touched) = (kills, new Random(seed), Math.Max(1, documents / 200));
        _source = new SourceFolder(new ForgedPages(), documents, seed);
        (_disturbed, _undisturbed) = (Begin("disturbed"), Begin("undisturbed"));
        _days.Add([.. _source.Begin()]);

        string Begin(string name)
        {
            var path = Directory.CreateDirectory(Path.Combine(folder, name)).FullName;
            File.WriteAllText(Path.Combine(path, "reportingest.toml"), $"[store]\nfolder = \"store\"\npublish = \"out\"\n[refresh]\njobs = 2\nisolation = \"{isolation}\"\n[[source]]\nname = \"in\"\nfolder = \"in\"\n");
            return path;
        }
    }

    public KilledRunsResult Run(Action<string> tell)
    {
        var (killed, finished) = Disturb(tell);
        var faults = ImmutableArray.CreateBuilder<string>();
        var published = Published();
        tell($"{published.Count} of {_days.Count} states were published; now the same undisturbed");
        Replay(published);
        foreach (var folder in (string[])[_disturbed, _undisturbed])
        {
            var program = new RefreshProgram(folder);
            if (program.Call("store", "verify", "--config", "reportingest.toml") != 0) faults.Add($"{folder}: {program.Said}");
            if (program.Call("store", "export", "--config", "reportingest.toml", "--out", "export") != 0) faults.Add($"{folder}: {program.Said}");
        }
        foreach (var name in Outputs.SelectMany(name => (string[])[$"out/{name}", $"export/{name}"]))
            if (!File.ReadAllBytes(Path.Combine(_disturbed, name)).AsSpan().SequenceEqual(File.ReadAllBytes(Path.Combine(_undisturbed, name)))) faults.Add($"{name} differs from that of the undisturbed runs");
        var (versions, expected) = (Versions(_disturbed), Versions(_undisturbed));
        if (!versions.SequenceEqual(expected)) faults.Add($"{versions.Count} versions, {expected.Count} undisturbed; not the same from number {versions.Zip(expected).TakeWhile(pair => pair.First == pair.Second).Count() + 1} on");
        return new KilledRunsResult(killed, finished, _days.Count, published.Count, Between(), versions.Count, faults.ToImmutable());
    }

    private (int Killed, int Finished) Disturb(Action<string> tell)
    {
        var program = new RefreshProgram(_disturbed);
        SourceFolder.Apply(Path.Combine(_disturbed, "in"), 0, _days[0]);
        var (killed, finished, whole) = (0, 0, TimeSpan.FromSeconds(2));
        while (killed < _kills)
        {
            if (killed + finished > 0 && _random.Next(3) == 0)
            {
                _days.Add(_source.NextDay(_touched, _touched, _touched, 1));
                SourceFolder.Apply(Path.Combine(_disturbed, "in"), _days.Count - 1, _days[^1]);
            }
            var start = Stopwatch.GetTimestamp();
            // The share of runs that are killed late, in publishing and writing, is that of the time these take.
            var code = program.CallAndKill(whole * (1.1 * _random.NextDouble()), Arguments(_days.Count - 1));
            if (code is null)
            {
                // A run that was killed near the end of the time tells that the next one may take longer.
                killed++;
                if (Stopwatch.GetElapsedTime(start) > whole) whole *= 1.5;
            }
            else if (code == 0)
            {
                finished++;
                whole = Stopwatch.GetElapsedTime(start);
            }
            else
            {
                throw new InvalidOperationException($"refresh gives {code}: {program.Said}");
            }
            if ((killed + finished) % 20 == 0) tell(string.Create(CultureInfo.InvariantCulture, $"{killed} killed, {finished} finished, {_days.Count} states, a run takes {whole.TotalSeconds:0.0} s"));
        }
        if (program.Call(Arguments(_days.Count - 1)) is not 0 and var last) throw new InvalidOperationException($"refresh gives {last}: {program.Said}");
        return (killed, finished);
    }

    /// <summary>The reason for which a run may publish any change is kept by the store: it is the number of the state.</summary>
    private static string[] Arguments(int day) => ["refresh", "--config", "reportingest.toml", "--accept", day.ToString(CultureInfo.InvariantCulture)];

    private List<int> Published()
    {
        using var state = Database.ForReading(Path.Combine(_disturbed, "store", "state.sqlite"));
        return state.Query("SELECT DISTINCT CAST(accepted AS INTEGER) FROM run WHERE state = 'published' ORDER BY 1", row => row.GetInt32(0));
    }

    private int Between()
    {
        using var state = Database.ForReading(Path.Combine(_disturbed, "store", "state.sqlite"));
        return (int)state.Number("SELECT count(*) FROM run WHERE state = 'published' AND finished IS NULL");
    }

    private void Replay(List<int> published)
    {
        var program = new RefreshProgram(_undisturbed);
        var next = 0;
        foreach (var day in published)
        {
            for (; next <= day; next++) SourceFolder.Apply(Path.Combine(_undisturbed, "in"), next, _days[next]);
            if (program.Call(Arguments(day)) is not 0 and var code) throw new InvalidOperationException($"refresh gives {code}: {program.Said}");
        }
    }

    private static List<string> Versions(string folder)
    {
        using var state = Database.ForReading(Path.Combine(folder, "store", "state.sqlite"));
        return state.Query(
            "SELECT run.accepted, document, change, path, sha256, withdrawn, cells FROM version JOIN run ON run.id = version.run ORDER BY version.id",
            row => string.Join('|', Enumerable.Range(0, row.FieldCount).Select(column => Convert.ToString(row.GetValue(column), CultureInfo.InvariantCulture))));
    }
}
