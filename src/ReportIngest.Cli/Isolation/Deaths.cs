using System.Globalization;
using ReportIngest.Reading;

namespace ReportIngest.Cli.Isolation;

/// <summary>Why a worker ended over a file, in one sentence for the file's owner.</summary>
internal static class Deaths
{
    /// <summary>How the runtime's last words begin.</summary>
    private const string Stack = "Stack overflow", Memory = "Out of memory";

    /// <summary>Whether a line of the error stream is the runtime's, when a process dies.</summary>
    public static bool AreLastWords(string line) => ((string[])[Stack, Memory, "Fatal error", "Process terminated"]).Any(words => line.StartsWith(words, StringComparison.OrdinalIgnoreCase));

    /// <summary>What follows this line are thousands that nobody reads, and they take the runtime a second or more.</summary>
    public static bool IsOverflow(string line) => line.StartsWith(Stack, StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a worker died of what the file makes it do, and would die of it again.</summary>
    public static bool AreOfTheFile(string lastWords, int code) =>
        code == FileThread.OutOfMemory || lastWords.StartsWith(Memory, StringComparison.OrdinalIgnoreCase) || IsOverflow(lastWords);

    public static UnreadableException TooSlow(Limits limits) => new(UnreadableReason.TooLarge, new Message(
        $"读取超过 {limits.Seconds} 秒仍未完成，已中止；请检查文件是否异常，或在配置中提高 seconds。",
        $"Reading took more than {limits.Seconds} s and was given up; check the file, or raise seconds in the configuration."));

    /// <param name="lastWords">The first line the process wrote to its error stream.</param>
    public static UnreadableException Of(string lastWords, int code, Limits limits)
    {
        if (code == FileThread.OutOfMemory || lastWords.StartsWith(Memory, StringComparison.OrdinalIgnoreCase)) return TooMuchMemory(limits);
        if (IsOverflow(lastWords)) return UnreadableException.Endless();
        var shown = code.ToString(CultureInfo.InvariantCulture);
        return new UnreadableException(UnreadableReason.Damaged, new Message(
            $"读取这个文件时工作进程被意外结束（代码 {shown}），文件未读取；可能是系统内存不足，请腾出内存（ingest 可减小 --jobs）后重新读取，若再次出现请检查该文件。",
            $"The worker process that read this file was ended unexpectedly (code {shown}), so it was not read; the system may be short of memory: free some (with ingest, lower --jobs) and read it again, and if it happens again check the file."));
    }

    public static UnreadableException TooMuchMemory(Limits limits) => new(UnreadableReason.TooLarge, new Message(
        $"读取需要的内存超过上限 {limits.MemoryBytes >> 20} MB，未读取；请检查文件是否异常，或在配置中提高 memory_mb。",
        $"Reading takes more memory than the limit of {limits.MemoryBytes >> 20} MB, so it was not read; check the file, or raise memory_mb in the configuration."));
}
