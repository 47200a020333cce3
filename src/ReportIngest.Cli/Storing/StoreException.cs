namespace ReportIngest.Cli.Storing;

/// <summary>The store cannot be worked with: somebody else writes to it, or it is none: one sentence, exit code 1.</summary>
internal sealed class StoreException(Message sentence) : Exception(sentence.En)
{
    public Message Sentence { get; } = sentence;
}
