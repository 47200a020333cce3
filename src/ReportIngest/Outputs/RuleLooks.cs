using System.Collections.Immutable;
using ReportIngest.Rules;

namespace ReportIngest.Outputs;

/// <summary>How often each rule held, failed and could not tell.</summary>
internal sealed class RuleLooks
{
    private static readonly int Outcomes = Enum.GetValues<Outcome>().Length;

    private readonly Dictionary<string, int[]> _counts = RuleCatalog.CorpusRules.ToDictionary(rule => rule.Info.Id, _ => new int[Outcomes]);

    public void Add(RuleInfo rule, Observation look) => _counts[rule.Id][(int)look.Outcome] += look.Times;

    public void Add(RuleLooks others)
    {
        foreach (var (rule, counts) in others._counts)
        {
            for (var outcome = 0; outcome < counts.Length; outcome++) _counts[rule][outcome] += counts[outcome];
        }
    }

    public ImmutableArray<Tally> Tallies() => [.. RuleCatalog.CorpusRules.Select(rule => Tally(rule.Info, _counts[rule.Info.Id]))];

    private static Tally Tally(RuleInfo rule, int[] counts) =>
        new(rule, counts[(int)Outcome.Holds], counts[(int)Outcome.Fails], counts[(int)Outcome.CannotTell]);
}
