using System.Collections.Immutable;
using ReportIngest.Reports.Narratives;

namespace ReportIngest.Reports;

/// <summary>What the running text of a report says in numbers: its sentences with their quantities, and the statements that can be held against a table or each other.</summary>
public sealed record Narrative(ImmutableArray<Sentence> Sentences, ImmutableArray<Claim> Claims)
{
    public static Narrative Of(Report report)
    {
        ImmutableArray<Sentence> sentences = [.. report.Sections.SelectMany(SentenceReader.Of)];
        return new Narrative(sentences, [.. ClaimReader.Of(sentences, report)]);
    }
}
