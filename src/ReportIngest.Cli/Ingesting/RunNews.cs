namespace ReportIngest.Cli.Ingesting;

/// <summary>What a run says while it is at work: which stage begins, and that it has heard an interrupt.</summary>
internal sealed class RunNews : IDisposable
{
    /// <summary>Whoever has waited less has seen no bar that is gone now.</summary>
    private static readonly TimeSpan ShortRun = TimeSpan.FromSeconds(5);

    private readonly Terminal _terminal;
    private readonly CancellationToken _stop;
    private readonly CancellationTokenRegistration _stopping;

    /// <summary>A bar is on the terminal, into which nothing else may be written.</summary>
    private volatile bool _isReading;

    /// <summary>From here on an interrupt finds nothing to leave out: what has been read is compared and written to the end.</summary>
    private volatile bool _isRead;

    private int _toldStop;

    public RunNews(Terminal terminal, CancellationToken stop)
    {
        (_terminal, _stop) = (terminal, stop);
        _stopping = stop.Register(() =>
        {
            if (!_isReading) TellStop();
        });
    }

    public DateTimeOffset Started { get; } = TimeProvider.System.GetLocalNow();

    /// <param name="read">Shows its own progress, and ends early on an interrupt.</param>
    /// <returns>Whether it did.</returns>
    public bool Interrupts(Action read)
    {
        _isReading = true;
        read();
        var isInterrupted = _stop.IsCancellationRequested;
        _isRead = !isInterrupted;
        _isReading = false;
        if (_stop.IsCancellationRequested) TellStop();
        return isInterrupted;
    }

    /// <summary>To someone who has waited for a bar to fill, and now sees none.</summary>
    public void TellStage(string zh, string en)
    {
        if (_terminal.Streams.ErrorIsTerminal && !_stop.IsCancellationRequested && TimeProvider.System.GetLocalNow() - Started > ShortRun) _terminal.Tell(new Message(zh, en));
    }

    public void Dispose() => _stopping.Dispose();

    /// <summary>Writing what is done may take a while, and whoever hears nothing stops a second time and loses it.</summary>
    private void TellStop()
    {
        if (Interlocked.Exchange(ref _toldStop, 1) == 1) return;
        _terminal.Tell(_isRead ? new Message(
            "文件已全部读完，正在写出结果，写完即结束；再次中断则立即结束，不再保存。", "All is read and the results are being written, after which it ends. Another interrupt ends it at once and keeps nothing.") : new Message(
            "正在停止并保存已完成的部分，请稍候；再次中断则立即结束，不再保存。", "Stopping, and keeping what is finished: this may take a moment. Another interrupt ends it at once and keeps nothing."));
    }
}
