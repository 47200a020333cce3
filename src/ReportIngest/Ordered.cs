namespace ReportIngest;

/// <summary>Work in parallel, results in the order of the items, memory bounded by a window.</summary>
internal static class Ordered
{
    /// <summary>Results that may wait for a slower one before them, for each job: enough that one slow PDF does not idle the others.</summary>
    private const int WindowPerJob = 4;

    /// <summary>When <paramref name="stop"/> is set, what is finished by then and has no gap before it still comes; the rest is given up.</summary>
    public static IEnumerable<TResult> Map<T, TResult>(IEnumerable<T> items, int jobs, Func<T, TResult> work, CancellationToken stop)
    {
        var scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, jobs).ConcurrentScheduler;
        var window = new Queue<Task<TResult>>();
        foreach (var item in items)
        {
            if (stop.IsCancellationRequested) break;
            window.Enqueue(Task.Factory.StartNew(() => work(item), CancellationToken.None, TaskCreationOptions.None, scheduler));
            if (window.Count < jobs * WindowPerJob) continue;
            if (!Await(window.Peek(), stop)) yield break;
            yield return window.Dequeue().GetAwaiter().GetResult(); // with the work's own exception
        }
        while (window.TryDequeue(out var next))
        {
            if (!Await(next, stop)) yield break;
            yield return next.GetAwaiter().GetResult();
        }
    }

    private static bool Await(Task task, CancellationToken stop)
    {
        if (task.IsCompleted) return true;
        try
        {
            Task.WaitAny([task], stop);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
