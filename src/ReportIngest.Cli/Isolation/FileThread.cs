using System.Runtime.InteropServices;

namespace ReportIngest.Cli.Isolation;

/// <summary>A thread on which a process that may die of a file reads it.</summary>
internal static class FileThread
{
    /// <summary>Exit code of a process that had no more memory.</summary>
    public const int OutOfMemory = 70;

    /// <summary>The same on every system, where the main thread's differs: what fits must not depend on the machine.</summary>
    private const int StackBytes = 8 << 20;

    /// <summary>Of its memory, what is still in use after it was looked through: there is nothing more to be had.</summary>
    private const double Full = 0.95;

    private static int _isEnding;

    /// <summary>The process is about to end since its memory was not enough. What another thread reads meanwhile may lack a part, as its parser may have swallowed the same.</summary>
    public static bool IsEnding => Volatile.Read(ref _isEnding) != 0;

    /// <summary>Once in a process, before its first file: it ends where its memory is not enough, with <see cref="OutOfMemory"/>.</summary>
    public static void WatchMemory()
    {
        // What has to be made for the call is made while there is memory.
        if (!OperatingSystem.IsWindows()) Marshal.Prelink(((Action<int>)Native.Exit).Method);
        // Parsers swallow this one too, and would go on with half a document.
        AppDomain.CurrentDomain.FirstChanceException += (_, thrown) =>
        {
            if (thrown.Exception is OutOfMemoryException) End();
        };
        new Thread(EndWhenFull) { IsBackground = true }.Start();
    }

    public static Thread Start(Action work)
    {
        var thread = new Thread(() => work(), StackBytes) { IsBackground = true };
        thread.Start();
        return thread;
    }

    /// <summary>Where not even an exception finds room, the runtime's own end is a full stack, and nobody knows of what.</summary>
    private static void EndWhenFull()
    {
        while (true)
        {
            Thread.Sleep(100);
            var memory = GC.GetGCMemoryInfo();
            if (memory.HeapSizeBytes > Full * memory.TotalAvailableMemoryBytes) End();
        }
    }

    /// <summary>By the system, at once: the runtime's own way out asks everyone what is left to do, for which there is no memory; a worker was found asleep in it.</summary>
    private static void End()
    {
        Volatile.Write(ref _isEnding, 1);
        if (OperatingSystem.IsWindows()) _ = Native.TerminateProcess(Native.Self, OutOfMemory);
        else Native.Exit(OutOfMemory);
    }

    private static class Native
    {
        /// <summary>What the system takes for the calling process.</summary>
        public const nint Self = -1;

        [DllImport("kernel32", EntryPoint = "TerminateProcess")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.System32)]
        public static extern int TerminateProcess(nint process, int code);

        [DllImport("libc", EntryPoint = "_exit")]
        [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
        public static extern void Exit(int code);
    }
}
