using System.Collections.Immutable;

namespace ReportIngest.Reports.Narratives;

/// <summary>One sentence of a section.</summary>
/// <param name="Section">Number of the section, 1 to 6.</param>
/// <param name="Paragraph">Of the section, from 1; headings inside the section count.</param>
/// <param name="Heading">The last heading inside the section above the sentence (（二）依申请公开), compact; empty before the first.</param>
/// <param name="Plain">Without blanks, digits and letters folded (<see cref="CompactText"/>), with Chinese punctuation: what is searched. Positions are in it.</param>
/// <param name="Printed">The same with the report's own punctuation: what is quoted, so that it is found in the report.</param>
/// <param name="Gaps">Positions in <paramref name="Plain"/> before which the report prints a blank.</param>
public sealed record Sentence(int Section, int Paragraph, string Heading, string Plain, string Printed, ImmutableHashSet<int> Gaps)
{
    public ImmutableArray<Quantity> Quantities { get; } = Quantity.All(Plain);

    /// <summary>The sentence without its numbers: it tells a finding from others while the numbers change.</summary>
    public string Skeleton => string.Concat(Printed.Where(character => !char.IsAsciiDigit(character)).Take(SkeletonCharacters));

    // Enough to tell two sentences of a report apart.
    private const int SkeletonCharacters = 60;
}
