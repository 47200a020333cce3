namespace ReportIngest.Cli.Fetching;

/// <summary>An address gave no document.</summary>
/// <param name="code">One word for machines.</param>
/// <param name="mayPass">Another attempt may do better.</param>
internal sealed class FetchException(string code, Message sentence, bool mayPass = false, int? status = null, TimeSpan? pause = null) : Exception(sentence.En)
{
    public string Code { get; } = code;

    public Message Sentence { get; } = sentence;

    public bool MayPass { get; } = mayPass;

    public int? Status { get; } = status;

    /// <summary>How long the server asks to be left alone.</summary>
    public TimeSpan? Pause { get; } = pause;
}
