using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportIngest.Reports.Narratives;

namespace ReportIngest.Rules.Narrative;

/// <summary>What became of all reviews or of all suits, part by part: 「行政复议3件，其中维持1件、纠正1件、未审结1件」.</summary>
/// <param name="Corrected">The number of those corrected; 0 where the other parts fill the whole. <paramref name="Pending"/> likewise.</param>
internal sealed partial record DisputeParts(Claim Whole, decimal Corrected, decimal Pending)
{
    /// <summary>Null where the sentence does not go on with such parts, knows another one, or leaves some out: 撤回 and 驳回 are now 其他结果, now 结果维持.</summary>
    public static DisputeParts? Of(Claim whole)
    {
        if (whole is not { IsClear: true, Quantity: { } all, Topic: Topic.Reviews or Topic.Suits }) return null;
        ImmutableArray<Quantity> parts = [.. whole.Sentence.Quantities.Where(part => part.Start >= all.End)];
        if (parts.IsEmpty) return null;
        var kinds = new Dictionary<string, decimal>(StringComparer.Ordinal);
        var plain = whole.Sentence.Plain;
        var from = all.End;
        foreach (var part in parts)
        {
            // The words behind the last number may narrow it: 「未审结1件（上年结转）」.
            var said = Part().Match(plain[from..part.Start]);
            if (!said.Success || part.Unit != all.Unit || !part.IsExact || !kinds.TryAdd(Kind(said), part.Number)) return null;
            from = part.End;
        }

        if (kinds.Values.Sum() != all.Number || !End().IsMatch(plain.AsSpan(from))) return null;
        return new DisputeParts(whole, kinds.GetValueOrDefault("corrected"), kinds.GetValueOrDefault("pending"));
    }

    private static string Kind(Match said) => said.Groups["upheld"].Success ? "upheld" : said.Groups["corrected"].Success ? "corrected" : "pending";

    [GeneratedRegex("^(?:[，,（(]?(?:其中|分别)?(?:为|是)?[：:，,]?|[、，,和及；]*)(?:复议|判决|审理)?(?:结果)?(?:(?<upheld>维持)|(?<corrected>纠正|纠错)|(?<pending>尚未审结|未审结|正在审理|尚在审理))(?:的|为|有|共)*$", RegexOptions.ExplicitCapture)]
    private static partial Regex Part();

    [GeneratedRegex("^[）)]?[。；]?$")]
    private static partial Regex End();
}
