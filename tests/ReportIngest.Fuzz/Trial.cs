using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using System.IO.MemoryMappedFiles;

namespace ReportIngest.Fuzz;

/// <summary>
/// One process's share of a trial. Its number is written where it stays when the process dies, and what came of the inputs is printed every thousand,
/// for <see cref="Trials"/> to add up.
/// </summary>
internal static class Trial
{
    /// <summary>Of a process in which one input took longer than <see cref="Longest"/>.</summary>
    public const int Hung = 3;

    /// <summary>Of processor time, so that a busy machine makes no hang. No input is larger than 200 KB, and ordinary ones take some milliseconds.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromSeconds(10);

    /// <summary>That of the program's own workers: what overflows here overflows there.</summary>
    private const int StackBytes = 8 << 20;

    private const int Every = 1000;

    /// <param name="at">A file that holds the number of the input at work.</param>
    public static int Run(Target target, string at, int from, int to, DateTime end)
    {
        using var file = MemoryMappedFile.CreateFromFile(at, FileMode.OpenOrCreate, null, sizeof(int));
        using var place = file.CreateViewAccessor();
        var (seen, since) = (-1, TimeSpan.Zero);
        using var watch = new Timer(_ => Watch(), null, 1000, 1000);
        var worker = new Thread(() =>
        {
            var came = new Came();
            for (var number = from; number < to && DateTime.UtcNow < end; number++)
            {
                place.Write(0, number);
                var spent = Environment.CpuUsage.TotalTime;
                var allocated = GC.GetAllocatedBytesForCurrentThread();
                came.Add(number, What(target, number), Environment.CpuUsage.TotalTime - spent, GC.GetAllocatedBytesForCurrentThread() - allocated);
                if (came.Inputs == Every) Print(ref came);
            }
            Print(ref came);
        }, StackBytes);
        worker.Start();
        worker.Join();
        return 0;

        void Watch()
        {
            var (number, spent) = (place.ReadInt32(0), Environment.CpuUsage.TotalTime);
            if (number != seen) (seen, since) = (number, spent);
            else if (spent - since > Longest) Environment.Exit(Hung);
        }
    }

    private static string What(Target target, int number)
    {
        try
        {
            return target.Run(Mutations.Of(target, number));
        }
        catch (Exception error)
        {
            return $"{Came.Fault}{error.GetType().Name} {Origin(error)}";
        }
    }

    /// <summary>Where in the program it arose, which tells one fault from another.</summary>
    private static string? Origin(Exception error) => error.StackTrace?.Split('\n').FirstOrDefault(line => line.Contains("at ReportIngest.", StringComparison.Ordinal))?.Trim();

    private static void Print(ref Came came)
    {
        using var self = Process.GetCurrentProcess();
        Console.WriteLine(came.Line(self.PeakWorkingSet64));
        came = new Came();
    }
}

/// <summary>What came of some inputs.</summary>
internal sealed class Came
{
    /// <summary>How an outcome begins that is not allowed.</summary>
    public const string Fault = "! ";

    private const int MostSlow = 5;

    public int Inputs { get; private set; }

    /// <summary>Of processor time, that of the compiler in the background included: a busy machine makes no difference.</summary>
    public TimeSpan Time { get; private set; }

    /// <summary>Slowest first.</summary>
    public ImmutableArray<(TimeSpan Time, int Number)> Slowest { get; private set; } = [];

    /// <summary>What the greediest input had allocated, kept or not.</summary>
    public long MostBytes { get; private set; }

    public int GreediestNumber { get; private set; }

    /// <summary>Of the process.</summary>
    public long PeakBytes { get; private set; }

    /// <summary>How often each came, and the first number of which it did.</summary>
    public SortedDictionary<string, (int Count, int First)> Outcomes { get; } = new(StringComparer.Ordinal);

    public void Add(int number, string outcome, TimeSpan time, long bytes)
    {
        Inputs++;
        Time += time;
        Count(outcome, 1, number);
        Slow(time, number);
        if (bytes > MostBytes) (MostBytes, GreediestNumber) = (bytes, number);
    }

    public string Line(long peak) => string.Create(
        CultureInfo.InvariantCulture, $"{Inputs}\t{Time.Ticks}\t{MostBytes}\t{GreediestNumber}\t{peak}\t{string.Join(' ', Slowest.Select(one => $"{one.Time.Ticks} {one.Number}"))}\t{string.Join('\t', Outcomes.Select(one => $"{one.Value.Count}\t{one.Value.First}\t{one.Key}"))}");

    public void Add(string line)
    {
        var parts = line.Split('\t');
        Inputs += Number(parts[0]);
        Time += Ticks(parts[1]);
        if (long.Parse(parts[2], CultureInfo.InvariantCulture) is var bytes && bytes > MostBytes) (MostBytes, GreediestNumber) = (bytes, Number(parts[3]));
        PeakBytes = Math.Max(PeakBytes, long.Parse(parts[4], CultureInfo.InvariantCulture));
        foreach (var slow in parts[5].Split(' ', StringSplitOptions.RemoveEmptyEntries).Chunk(2)) Slow(Ticks(slow[0]), Number(slow[1]));
        for (var i = 6; i + 2 < parts.Length; i += 3) Count(parts[i + 2], Number(parts[i]), Number(parts[i + 1]));
    }

    public void Count(string outcome, int count, int first) =>
        Outcomes[outcome] = Outcomes.TryGetValue(outcome, out var known) ? (known.Count + count, Math.Min(known.First, first)) : (count, first);

    private void Slow(TimeSpan time, int number)
    {
        if (Slowest.Length == MostSlow && time <= Slowest[^1].Time) return;
        Slowest = [.. Slowest.Add((time, number)).OrderByDescending(one => one.Time).Take(MostSlow)];
    }

    private static TimeSpan Ticks(string text) => TimeSpan.FromTicks(long.Parse(text, CultureInfo.InvariantCulture));

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
