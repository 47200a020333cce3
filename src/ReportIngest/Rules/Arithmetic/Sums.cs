using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Arithmetic;

/// <summary>Judges the identities of a report that belong to one rule, each by itself.</summary>
internal static class Sums
{
    public static IEnumerable<Observation> Judge(RuleInfo rule, Report report, RuleContext context)
    {
        foreach (var (identity, balance) in report.Balances)
        {
            if (identity.Rule != rule.Id) continue;
            yield return balance switch
            {
                { Assessable: false } => Observation.CannotTell,
                { Holds: true } => Observation.Holds,
                _ => Observation.Fails(Broken(rule, report, identity, balance, context.Suggestion)),
            };
        }
    }

    private static Finding Broken(RuleInfo rule, Report report, Identity identity, Balance balance, Suggestion? suggestion) =>
        Finding.Of(rule, report, Equations.InWords(identity, balance, report), identity.Indicators) with
        {
            Expected = balance.Left,
            Actual = balance.Right,
            Suggestion = suggestion,
        };
}
