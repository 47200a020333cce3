using System.Diagnostics;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Reading;

namespace ReportIngest.Cli.Isolation;

/// <summary>The run's end of one worker.</summary>
internal sealed class WorkerProcess : IDisposable
{
    /// <summary>As many files it reads side by side.</summary>
    public const int Seats = 4;

    /// <summary>Even of a busy machine, where a start takes a second or more. It is not held against the first file.</summary>
    private static readonly TimeSpan LongestStart = TimeSpan.FromMinutes(2);

    /// <summary>A worker that has had less of the processor than this part of the clock has waited for a busy machine more than for its file, which is given the time again, so many times in all.</summary>
    private const double Starved = 0.5;

    private const int MostTimes = 2;

    private readonly Process _process;
    private readonly Stream _requests, _answers;
    private readonly Limits _limits;

    /// <summary>What the runtime says when it dies begins with the reason; a stack of thousands of lines follows.</summary>
    private readonly Task<string> _lastWords;

    /// <summary>True, or the exception that it has never worked.</summary>
    private readonly Lazy<bool> _greeting;

    private readonly Lock _writing = new(), _sending = new();

    /// <summary>By seat, those that have not come back.</summary>
    private readonly SentFile?[] _sent = new SentFile?[Seats];

    /// <summary>Nothing more comes of it, though the system may not have told its end yet.</summary>
    private volatile bool _isLost;

    /// <exception cref="WorkerException">The process cannot be started.</exception>
    public WorkerProcess(Limits limits)
    {
        _limits = limits;
        _greeting = new Lazy<bool>(Greet);
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
        (_requests, _answers) = (Frames.Over(_process.StandardInput.BaseStream), Frames.Over(_process.StandardOutput.BaseStream));
        _lastWords = Task.Run(FirstLine);
    }

    /// <summary>Of its seats, those without a file. Its pool counts them.</summary>
    public int Free { get; set; } = Seats;

    public bool IsEmpty => Free == Seats;

    /// <summary>It has not been sent a file yet.</summary>
    public bool IsNew { get; private set; } = true;

    public bool IsAlive => !_isLost && !_process.HasExited;

    /// <summary>Sends a file and waits for what comes of it; others may be sent meanwhile.</summary>
    /// <returns>Null where the worker has died or was too slow and it is not known of which file: there were several, or earlier ones.</returns>
    /// <exception cref="WorkerException">The worker has never worked, so that the file is not to blame.</exception>
    public FileOutcome? Ingest(string path, byte[] bytes)
    {
        _ = _greeting.Value;
        var file = new SentFile();
        var seat = Seat(file);
        var seconds = TimeSpan.FromSeconds(_limits.Seconds);
        using var clock = new Timer(_ => Late(file), null, seconds, seconds);
        try
        {
            lock (_writing) Wire.Write(_requests, new Request(seat, path, bytes));
        }
        catch (IOException)
        {
            // it has ended, which Listen hears too
        }
        var (outcome, isLate) = file.Came.Task.Result;
        if (outcome is not null) return outcome;
        if (file.HadCompany) return null;
        var lastWords = Ended();
        // Earlier files may have left too little memory, and the system may have ended it. The stack is the file's own.
        if (!isLate && !file.IsFirst && !Deaths.IsOverflow(lastWords)) return null;
        var (reason, mayPass) = (isLate, file.IsFull) switch
        {
            (true, true) => (Deaths.TooMuchMemory(_limits), false),
            (true, false) => (Deaths.TooSlow(_limits), true),
            _ => (Deaths.Of(lastWords, _process.ExitCode, _limits), !Deaths.AreOfTheFile(lastWords, _process.ExitCode)),
        };
        return FileOutcome.Unreadable(path, reason) with { MayPass = mayPass };
    }

    public void Dispose()
    {
        lock (_sending)
        {
            Kill();
            _process.Dispose();
        }
    }

    private bool Greet()
    {
        var isDecided = 0;
        using var clock = new Timer(_ => { if (Interlocked.Exchange(ref isDecided, 1) == 0) Kill(); }, null, LongestStart, Timeout.InfiniteTimeSpan);
        try
        {
            Wire.Write(_requests, _limits);
            _requests.Flush();
            if (Frames.Read(_answers) is { } greeting && greeting.AsSpan().SequenceEqual(Wire.Greeting) && Interlocked.Exchange(ref isDecided, 1) == 0)
            {
                new Thread(Listen) { IsBackground = true }.Start();
                return true;
            }
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            // as no greeting
        }
        throw new WorkerException(Ended());
    }

    /// <summary>The first that is free, so that few threads of the worker are used and what they work with is at hand.</summary>
    private int Seat(SentFile file)
    {
        lock (_sending)
        {
            var others = _sent.OfType<SentFile>().ToList();
            file.HadCompany = others.Count > 0;
            foreach (var other in others) other.HadCompany = true;
            (file.IsFirst, IsNew, file.Before) = (IsNew, false, ProcessorTime());
            var seat = Array.IndexOf(_sent, null);
            _sent[seat] = file;
            if (_isLost) file.Came.TrySetResult((null, IsLate: false)); // nobody listens any more
            return seat;
        }
    }

    /// <summary>Takes what comes of the files, until nothing more comes.</summary>
    private void Listen()
    {
        try
        {
            while (Wire.ReadAnswer(_answers) is { } answer)
            {
                lock (_sending)
                {
                    _sent[answer.Seat]?.Came.TrySetResult((answer.Outcome, IsLate: false));
                    _sent[answer.Seat] = null;
                }
            }
        }
        catch (Exception error) when (error is IOException or InvalidDataException)
        {
            // as the end
        }
        lock (_sending)
        {
            Kill(); // where it answers noise it still lives
            foreach (var file in _sent) file?.Came.TrySetResult((null, IsLate: false));
        }
    }

    /// <summary>Either the answer or the clock comes first: a clock that strikes during the answer must not end the worker over the next file, nor may one that is ended get another.</summary>
    private void Late(SentFile file)
    {
        lock (_sending)
        {
            if (file.Came.Task.IsCompleted) return;
            if (!file.HadCompany && ++file.Times < MostTimes && ProcessorTime() - file.Before < Starved * file.Times * TimeSpan.FromSeconds(_limits.Seconds)) return;
            file.IsFull = MemoryBytes() > _limits.MemoryBytes;
            Kill();
            file.Came.SetResult((null, IsLate: true));
        }
    }

    /// <summary>What the worker has had of the processor; without end where it is gone.</summary>
    private TimeSpan ProcessorTime() => Asked(process => process.TotalProcessorTime, TimeSpan.MaxValue);

    /// <summary>Of the whole process; nothing where it is gone.</summary>
    private long MemoryBytes() => Asked(process => process.WorkingSet64, 0);

    private T Asked<T>(Func<Process, T> ask, T gone)
    {
        try
        {
            _process.Refresh();
            return ask(_process);
        }
        catch (Exception error) when (error is InvalidOperationException or System.ComponentModel.Win32Exception or IOException)
        {
            return gone;
        }
    }

    private void Kill()
    {
        _isLost = true;
        try
        {
            lock (_sending) _process.Kill();
        }
        catch (InvalidOperationException)
        {
            // it has ended by itself, or nobody asks for it any more
        }
    }

    /// <summary>Its last words, once it is gone.</summary>
    private string Ended()
    {
        Kill();
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
