using System.Collections;

namespace ReportIngest.Corpus;

/// <summary>The runs of letters that many reports say: they are boiler-plate, and nobody's own.</summary>
/// <remarks>Memory: an eighth of a megabyte, however many reports there are; <see cref="PhraseCounts"/> tell which they are.</remarks>
internal sealed class CommonPhrases(BitArray slots)
{
    /// <summary>Whether a run of letters is nobody's own.</summary>
    public bool Contains(int shingle) => slots[PhraseCounts.Slot(shingle)];
}
