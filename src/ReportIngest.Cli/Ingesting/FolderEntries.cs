using System.Runtime.InteropServices;
using System.Text;

namespace ReportIngest.Cli.Ingesting;

/// <summary>Brings to disk which files a folder has: where a file was renamed, its own bytes on disk are not enough. The platform has no call for it.</summary>
internal static class FolderEntries
{
    private const int ReadOnly = 0;

    /// <summary>What cannot be done here is left to the system, which does it in its own time.</summary>
    public static void ToDisk(string folder)
    {
        if (OperatingSystem.IsWindows()) return;
        var handle = Open(Encoding.UTF8.GetBytes(folder + '\0'), ReadOnly);
        if (handle < 0) return;
        _ = Sync(handle);
        _ = Close(handle);
    }

    [DllImport("libc", EntryPoint = "open")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [DllImport("libc", EntryPoint = "fsync")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Sync(int handle);

    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
