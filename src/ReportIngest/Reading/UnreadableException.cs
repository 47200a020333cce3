namespace ReportIngest.Reading;

/// <summary>The one exception a reader throws: the file cannot be read, and why, in one sentence for its owner (RI905).</summary>
public sealed class UnreadableException(UnreadableReason reason, Message sentence, Exception? cause = null)
    : Exception(sentence.En, cause)
{
    public UnreadableReason Reason { get; } = reason;

    public Message Sentence { get; } = sentence;
}

public enum UnreadableReason { Missing, Empty, Damaged, Encrypted, TooLarge, NotADocument }
