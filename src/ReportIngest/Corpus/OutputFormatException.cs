namespace ReportIngest.Corpus;

/// <summary>A file or a line of it is not what this program writes.</summary>
/// <param name="what">Which it is, without a full stop: it stands within a sentence. Nothing of what a parser says, which knows one language.</param>
public sealed class OutputFormatException(Message what, Exception? inner = null) : FormatException(what.En, inner)
{
    /// <summary>The same in both languages.</summary>
    public Message What { get; } = what;
}
