using System.Globalization;
using ReportIngest.Fuzz;

// Two ways to the same targets: coverage-guided by AFL through SharpFuzz (`fuzz TARGET`), or plain mutations by number (`mutate TARGET COUNT [FROM]`), which need nothing else.
switch (args)
{
    case ["fuzz", var name]:
        SharpFuzz.Fuzzer.OutOfProcess.Run(stream =>
        {
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);
            // Looked up here: what is instrumented may not run before the fuzzer does.
            Target.Find(name)!.Run(bytes.ToArray());
        });
        return 0;

    case ["seeds", var folder]:
        foreach (var target in Target.All)
        {
            var below = Directory.CreateDirectory(Path.Combine(folder, target.Name)).FullName;
            foreach (var (number, seed) in target.Seeds.Distinct().Index()) File.WriteAllBytes(Path.Combine(below, Text(number)), seed.Whole);
        }
        return 0;

    case ["input", var name, var number] when Target.Find(name) is { } target:
        using (var output = Console.OpenStandardOutput()) output.Write(Mutations.Of(target, Number(number)));
        return 0;

    // A count of inputs, or of seconds: 1000000, 90s.
    case ["mutate", var name, var amount, .. var rest] when Target.Find(name) is { } target:
        var isTime = amount.EndsWith('s');
        var begin = rest is [var first] ? Number(first) : 0;
        return Trials.Run(target, isTime ? int.MaxValue - begin : Number(amount), isTime ? TimeSpan.FromSeconds(Number(amount[..^1])) : TimeSpan.MaxValue, begin) ? 0 : 1;

    case ["trial", var name, var at, var from, var to, var seconds] when Target.Find(name) is { } target:
        return Trial.Run(target, at, Number(from), Number(to), DateTime.UtcNow.AddSeconds(Number(seconds)));

    default:
        Console.WriteLine($"fuzz TARGET | seeds FOLDER | input TARGET NUMBER | mutate TARGET COUNT|SECONDSs [FROM], where TARGET is one of {string.Join(", ", Target.All.Select(target => target.Name))}");
        return 2;
}

static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);

static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
