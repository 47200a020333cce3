using ReportIngest.Cli.Ingesting;

namespace ReportIngest.Cli.Isolation;

/// <summary>A file that is with the worker.</summary>
internal sealed class SentFile
{
    /// <summary>The outcome; null where the worker has ended, or was ended because of this file's time.</summary>
    public TaskCompletionSource<(FileOutcome? Outcome, bool IsLate)> Came { get; } = new();

    /// <summary>Another file was with the worker at the same time.</summary>
    public bool HadCompany { get; set; }

    /// <summary>The worker had none before it.</summary>
    public bool IsFirst { get; set; }

    /// <summary>What the worker had had of the processor when the file came.</summary>
    public TimeSpan Before { get; set; }

    /// <summary>When its time had run out, the worker had all the memory it may have: just under the ceiling the collector may go round for ever.</summary>
    public bool IsFull { get; set; }

    /// <summary>How often the time for a file has run out over it.</summary>
    public int Times { get; set; }
}
