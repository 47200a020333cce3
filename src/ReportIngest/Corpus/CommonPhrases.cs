namespace ReportIngest.Corpus;

/// <summary>How many reports say each run of letters: what many say is boiler-plate, and is nobody's own.</summary>
/// <remarks>Memory: 8 MB, however many reports there are.</remarks>
internal sealed class CommonPhrases
{
    /// <summary>What one report in twenty says, and no fewer than twenty do, is a set phrase; a text that the townships of one county share is not.</summary>
    private const int FewestSharers = 20, ShareOfCorpus = 20;

    private readonly ushort[] _sharers = new ushort[1 << 22];

    private int _reports;

    /// <param name="words">A report's.</param>
    public void Count(TextShingles words)
    {
        _reports++;
        foreach (var shingle in words.Shingles)
        {
            ref var sharers = ref _sharers[Slot(shingle)];
            if (sharers < ushort.MaxValue) sharers++;
        }
    }

    /// <summary>Whether a run of letters is nobody's own. To be asked when all reports are counted.</summary>
    public bool Contains(int shingle) => _sharers[Slot(shingle)] > Math.Max(FewestSharers, _reports / ShareOfCorpus);

    private static int Slot(int shingle) => (int)((uint)(shingle * -1640531527) >> 10);
}
