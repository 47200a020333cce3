namespace ReportIngest.Cli.Ingesting;

/// <summary>Time by stage. Reading and ingesting run on several threads: their times are sums over the files, not durations.</summary>
internal sealed class StageClock
{
    private readonly Dictionary<string, TimeSpan> _stages = [];

    /// <summary>In the order in which they were first added.</summary>
    public IEnumerable<KeyValuePair<string, TimeSpan>> Stages => _stages;

    public void Add(string stage, TimeSpan time) => _stages[stage] = _stages.GetValueOrDefault(stage) + time;

    public void Measure(string stage, Action work) => Measure(stage, () =>
    {
        work();
        return true;
    });

    public T Measure<T>(string stage, Func<T> work)
    {
        var start = TimeProvider.System.GetTimestamp();
        var result = work();
        Add(stage, TimeProvider.System.GetElapsedTime(start));
        return result;
    }
}
