namespace ReportIngest.Cli;

/// <summary>The command was called in a way it cannot be followed: one sentence, exit code 2.</summary>
internal sealed class UsageException(Message sentence) : Exception(sentence.En)
{
    public UsageException(string zh, string en)
        : this(new Message(zh, en))
    {
    }

    public Message Sentence { get; } = sentence;
}
