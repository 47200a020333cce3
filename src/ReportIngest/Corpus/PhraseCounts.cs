using System.Collections;

namespace ReportIngest.Corpus;

/// <summary>How many reports say each run of letters.</summary>
/// <remarks>Memory: 2 MB, however many reports there are.</remarks>
internal sealed class PhraseCounts
{
    /// <summary>What one report in twenty says, and no fewer than twenty do, is a set phrase; a text that the townships of one county share is not.</summary>
    private const int FewestSharers = 20, ShareOfCorpus = 20;

    private const int Bits = 20;

    private readonly ushort[] _sharers = new ushort[1 << Bits];

    private int _reports;

    /// <param name="words">A report's.</param>
    public void Add(TextShingles words)
    {
        _reports++;
        foreach (var shingle in words.Shingles)
        {
            ref var sharers = ref _sharers[Slot(shingle)];
            if (sharers < ushort.MaxValue) sharers++;
        }
    }

    /// <summary>To be asked when all reports are counted.</summary>
    public CommonPhrases Common()
    {
        var most = Math.Clamp(_reports / ShareOfCorpus, FewestSharers, ushort.MaxValue - 1); // no count is higher than that
        var common = new BitArray(_sharers.Length);
        for (var slot = 0; slot < _sharers.Length; slot++)
        {
            if (_sharers[slot] > most) common[slot] = true;
        }

        return new CommonPhrases(common);
    }

    internal static int Slot(int shingle) => TextShingles.Slot(shingle, Bits);
}
