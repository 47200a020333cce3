namespace ReportIngest.Reading;

/// <summary>The one exception a reader throws: the file cannot be read, and why, in one sentence for its owner (RI905).</summary>
public sealed class UnreadableException(UnreadableReason reason, Message sentence, Exception? cause = null)
    : Exception(sentence.En, cause)
{
    public UnreadableReason Reason { get; } = reason;

    public Message Sentence { get; } = sentence;

    /// <summary>Of a file that leads its parser on without end.</summary>
    public static UnreadableException Endless() => new(UnreadableReason.Damaged, new Message(
        "文件内部层层嵌套或循环引用，无法读取；请重新导出。",
        "The file nests without end or refers to itself in a circle, so it cannot be read; export it again."));
}

public enum UnreadableReason { Missing, Empty, Damaged, Encrypted, TooLarge, NotADocument }
