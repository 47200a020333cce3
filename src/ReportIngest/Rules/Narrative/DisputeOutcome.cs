using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportIngest.Reports.Narratives;

namespace ReportIngest.Rules.Narrative;

/// <summary>An outcome said in words of all reviews, all suits or both: 均获维持, 全部维持, 无一被纠错.</summary>
/// <param name="Contradicted">Cells that must be 0 when the words are true.</param>
/// <param name="Doubtful">Cells that the words do not speak of: 其他结果 may hold withdrawals, which neither uphold nor correct.</param>
internal sealed partial record DisputeOutcome(
    Sentence Sentence, int Position, string Words, bool IsClear, ImmutableArray<string> Contradicted, ImmutableArray<string> Doubtful)
{
    private static readonly ImmutableArray<string> Suits = ["litigation.direct", "litigation.after_review"];

    public static IEnumerable<DisputeOutcome> Of(Sentence sentence, ImmutableArray<Claim> claims)
    {
        foreach (Match words in Upheld().Matches(sentence.Plain))
        {
            // The disputes counted last before the words, and those counted together with them (复议2件、诉讼1件，均获维持).
            List<Claim> before = [.. claims.Where(claim => claim.Sentence == sentence && Topics(claim.Topic).Any() && claim.Quantity is { } quantity && quantity.End <= words.Index)];
            if (before.Count == 0) continue;
            var segment = before[^1].Quantity!.Segment;
            ImmutableArray<Claim> meant = [.. before.Where(claim => claim.Quantity!.Segment == segment)];
            ImmutableArray<string> topics = [.. meant.SelectMany(claim => Topics(claim.Topic)).Distinct()];
            // 审结的均获维持 says nothing of those pending; behind another number the words may be about that one alone.
            var between = sentence.Plain[before[^1].Quantity!.End..words.Index];
            var finished = Finished().IsMatch(between + words.Value);
            ImmutableArray<string> wrong = [.. topics.Select(topic => $"{topic}.corrected"), .. finished ? [] : topics.Select(topic => $"{topic}.pending")];
            var clear = meant.All(claim => claim.IsClear) && !Apart().IsMatch(between) && !sentence.Quantities.Any(quantity => quantity.Start >= before[^1].Quantity!.End && quantity.End <= words.Index);
            yield return new DisputeOutcome(sentence, words.Index, words.Value, clear, wrong, [.. topics.Select(topic => $"{topic}.other")]);
        }
    }

    private static ImmutableArray<string> Topics(Topic topic) => topic switch
    {
        Topic.Reviews => ["review"],
        Topic.Suits => Suits,
        Topic.Disputes => ["review", .. Suits],
        _ => [],
    };

    [GeneratedRegex("(?:结果)?(?:均|全部|都)(?:已|获|被|予以|获得|得到|为)*(?:维持|胜诉)")]
    private static partial Regex Upheld();

    [GeneratedRegex("审结|办结|结案|已有结果")]
    private static partial Regex Finished();

    [GeneratedRegex("其中|[；;]|部分|余")]
    private static partial Regex Apart();
}
