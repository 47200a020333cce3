using System.Diagnostics;
using System.Globalization;
using ReportIngest.Fuzz;

// Two ways to the same targets: coverage-guided by AFL through SharpFuzz (`fuzz TARGET`), or plain mutations by number (`mutate TARGET COUNT [FROM]`), which need nothing else.
if (args is ["fuzz", var guided] && Target.Find(guided) is { } one)
{
    SharpFuzz.Fuzzer.OutOfProcess.Run(stream =>
    {
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        one.Run(bytes.ToArray());
    });
    return 0;
}
if (args is ["seeds", var folder])
{
    foreach (var target in Target.All)
    {
        var below = Directory.CreateDirectory(Path.Combine(folder, target.Name)).FullName;
        for (var i = 0; i < target.Seeds.Length; i++) File.WriteAllBytes(Path.Combine(below, i.ToString(CultureInfo.InvariantCulture)), target.Seeds[i]);
    }
    return 0;
}
if (args is ["mutate", var name, var count, .. var rest] && Target.Find(name) is { } chosen && int.TryParse(count, CultureInfo.InvariantCulture, out var number))
{
    var from = rest is [var first] ? int.Parse(first, CultureInfo.InvariantCulture) : 0;
    var start = Stopwatch.GetTimestamp();
    for (var i = from; i < from + number; i++)
    {
        // The number of an input that ends the process is the last one printed or one of the thousand after it.
        if (i % 1000 == 0) Console.WriteLine($"{name} {i} {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
        if (Mutations.Fails(chosen, i) is not { } error) continue;
        Console.WriteLine($"{name} {i}: {error}");
        return 1;
    }
    Console.WriteLine($"{name}: {number} inputs, no exception but those allowed, {Stopwatch.GetElapsedTime(start).TotalSeconds:0} s");
    return 0;
}
Console.WriteLine($"fuzz TARGET | seeds FOLDER | mutate TARGET COUNT [FROM], where TARGET is one of {string.Join(", ", Target.All.Select(target => target.Name))}");
return 2;
