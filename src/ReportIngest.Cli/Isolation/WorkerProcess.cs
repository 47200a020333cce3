using System.Diagnostics;
using System.Text;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Reading;

namespace ReportIngest.Cli.Isolation;

/// <summary>The run's end of one worker.</summary>
internal sealed class WorkerProcess : IDisposable
{
    /// <summary>Even of a busy machine, where a start takes a second or more. It is not held against the first file.</summary>
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    private readonly Process _process;
    private readonly Limits _limits;

    /// <summary>What the runtime says when it dies begins with the reason; a stack of thousands of lines follows.</summary>
    private readonly Task<string> _lastWords;

    private bool _hasGreeted;

    /// <exception cref="WorkerException">The process cannot be started.</exception>
    public WorkerProcess(Limits limits)
    {
        _limits = limits;
        try
        {
            var start = OwnProgram.Invocation([Worker.Command], limits.MemoryBytes);
            start.RedirectStandardOutput = true;
            _process = Process.Start(start)!;
        }
        catch (Exception error) when (error is System.ComponentModel.Win32Exception or IOException)
        {
            throw new WorkerException(error.Message);
        }
        _lastWords = Task.Run(FirstLine);
    }

    /// <summary>Sends a file and waits for what comes of it.</summary>
    /// <returns>Null where the worker has died of it or was ended: <see cref="Death"/> says why.</returns>
    /// <exception cref="WorkerException">The worker has never worked, so that the file is not to blame.</exception>
    public FileOutcome? Ingest(string path, byte[] bytes)
    {
        if (!_hasGreeted) Greet();
        // Either the answer or the clock comes first: a clock that strikes during the answer must not end the worker over the next file.
        const int answered = 1, late = 2;
        var first = 0;
        using var clock = new Timer(_ => { if (Interlocked.CompareExchange(ref first, late, 0) == 0) Kill(); }, null, TimeSpan.FromSeconds(_limits.Seconds), Timeout.InfiniteTimeSpan);
        try
        {
            var (requests, answers) = (_process.StandardInput.BaseStream, _process.StandardOutput.BaseStream);
            Frames.Write(requests, Encoding.UTF8.GetBytes(path));
            Frames.Write(requests, bytes);
            requests.Flush();
            if (Wire.ReadOutcome(answers) is { } outcome && Interlocked.CompareExchange(ref first, answered, 0) == 0) return outcome;
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            // it has ended: how is asked below
        }
        var isLate = Volatile.Read(ref first) == late;
        Death = isLate ? Deaths.TooSlow(_limits) : Deaths.Of(Ended(), _process.ExitCode, _limits);
        MayPass = isLate || !Deaths.AreOfTheFile(Ended(), _process.ExitCode);
        return null;
    }

    public bool IsAlive => !_process.HasExited;

    /// <summary>Why the worker has not answered.</summary>
    public UnreadableException? Death { get; private set; }

    /// <summary>It was slow, or ended from outside: the file may not be to blame.</summary>
    public bool MayPass { get; private set; }

    public void Dispose()
    {
        Kill();
        _process.Dispose();
    }

    private void Greet()
    {
        var isDecided = 0;
        using var clock = new Timer(_ => { if (Interlocked.Exchange(ref isDecided, 1) == 0) Kill(); }, null, LongestStart, Timeout.InfiniteTimeSpan);
        try
        {
            Wire.Write(_process.StandardInput.BaseStream, _limits);
            _process.StandardInput.BaseStream.Flush();
            _hasGreeted = Frames.Read(_process.StandardOutput.BaseStream) is { } greeting && greeting.AsSpan().SequenceEqual(Wire.Greeting)
                && Interlocked.Exchange(ref isDecided, 1) == 0;
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            // as no greeting
        }
        if (!_hasGreeted) throw new WorkerException(Ended());
    }

    private void Kill()
    {
        try
        {
            _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // it has ended by itself
        }
    }

    /// <summary>Its last words, once it is gone.</summary>
    private string Ended()
    {
        Kill(); // where it answers noise it still lives
        _process.WaitForExit();
        return _lastWords.Result;
    }

    private string FirstLine()
    {
        try
        {
            var first = _process.StandardError.ReadLine() ?? "";
            if (Deaths.IsOverflow(first)) Kill();
            while (_process.StandardError.ReadLine() is not null)
            {
                // read on: a full pipe would keep it from dying
            }
            return first;
        }
        catch (Exception error) when (error is IOException or ObjectDisposedException or InvalidOperationException)
        {
            return "";
        }
    }
}

/// <summary>Workers cannot be had at all, so no file is to blame and the run fails.</summary>
/// <param name="cause">What the system or the worker said; may be empty.</param>
internal sealed class WorkerException(string cause) : Exception(cause)
{
    public Message Sentence { get; } = new(
        $"工作进程无法启动，没有读取文件；请检查程序文件是否完整、内存是否够用，或加 --isolation none 在本进程内读取{(cause.Length == 0 ? "" : $"（系统信息：{cause}）")}。",
        $"A worker process cannot be started, so nothing was read: see whether the program's files are complete and memory is left, or read in this process with --isolation none{(cause.Length == 0 ? "" : $" (the system says: {cause})")}.");
}
