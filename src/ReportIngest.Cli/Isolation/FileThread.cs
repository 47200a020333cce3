namespace ReportIngest.Cli.Isolation;

/// <summary>The thread on which a process that may die of a file reads it.</summary>
internal static class FileThread
{
    /// <summary>Exit code of a process that had no more memory.</summary>
    public const int OutOfMemory = 70;

    /// <summary>The same on every system, where the main thread's differs: what fits must not depend on the machine.</summary>
    private const int StackBytes = 8 << 20;

    /// <summary>Of its memory, what is still in use after it was looked through: there is nothing more to be had.</summary>
    private const double Full = 0.95;

    public static int Run(Func<int> work)
    {
        // Parsers swallow this one too, and would go on with half a document. Ending takes memory as well, and is not begun again where it finds none.
        var isEnding = 0;
        AppDomain.CurrentDomain.FirstChanceException += (_, thrown) =>
        {
            if (thrown.Exception is OutOfMemoryException && Interlocked.Exchange(ref isEnding, 1) == 0) Environment.Exit(OutOfMemory);
        };
        new Thread(EndWhenFull) { IsBackground = true }.Start();
        var code = ExitCode.Done;
        var thread = new Thread(() => code = work(), StackBytes);
        thread.Start();
        thread.Join();
        return code;
    }

    /// <summary>Where not even an exception finds room, the runtime's own end is a full stack, and nobody knows of what.</summary>
    private static void EndWhenFull()
    {
        while (true)
        {
            Thread.Sleep(100);
            var memory = GC.GetGCMemoryInfo();
            if (memory.HeapSizeBytes > Full * memory.TotalAvailableMemoryBytes) Environment.Exit(OutOfMemory);
        }
    }
}
