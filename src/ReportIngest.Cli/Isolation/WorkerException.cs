namespace ReportIngest.Cli.Isolation;

/// <summary>Workers cannot be had at all, so no file is to blame and the run fails.</summary>
/// <param name="cause">What the system or the worker said; may be empty.</param>
internal sealed class WorkerException(string cause) : Exception(cause)
{
    public Message Sentence { get; } = new(
        $"工作进程无法启动，没有读取文件；请检查程序文件是否完整、内存是否够用，或加 --isolation none 在本进程内读取{(cause.Length == 0 ? "" : $"（系统信息：{cause}）")}。",
        $"A worker process cannot be started, so nothing was read: see whether the program's files are complete and memory is left, or read in this process with --isolation none{(cause.Length == 0 ? "" : $" (the system says: {cause})")}.");
}
