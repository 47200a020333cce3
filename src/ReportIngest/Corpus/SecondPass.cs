using System.Collections.Immutable;
using ReportIngest.Rules;

namespace ReportIngest.Corpus;

/// <summary>Holds each report of an output against the other reports of its unit, of this output and of an earlier one, and against its peers.</summary>
public static class SecondPass
{
    /// <returns>The findings by path, each path's by rule; and how often each rule held, failed and could not tell.</returns>
    public static Verdict Judge(IngestOutput output, IngestOutput? earlier)
    {
        var peers = new Peers();
        var copies = new NearCopies();
        foreach (var record in output.Index.Entries.Select(output.Read))
        {
            peers.Add(record);
            copies.Count(record);
        }

        foreach (var entry in output.Index.Entries) copies.Add(entry, output.Read(entry));

        var findings = new List<Finding>();
        var looks = RuleCatalog.CorpusRules.ToDictionary(rule => rule.Info.Id, _ => new List<Outcome>());
        foreach (var unit in Units(output, earlier))
        {
            var entries = unit.ToList();
            var dossiers = entries.ConvertAll(one => Dossier(one.Entry, one.Earlier ? earlier! : output, one.Earlier));
            foreach (var (entry, report) in entries.Select(one => one.Entry).Zip(dossiers).Where(pair => !pair.Second.Earlier))
            {
                var history = History(report, dossiers, peers) with { Twin = copies.Of(entry, report.Record, output.Read), HasOwnText = copies.CanTell(entry) };
                foreach (var rule in RuleCatalog.CorpusRules)
                {
                    foreach (var look in report.Doubts.IsRecognised ? Observation.Spared(rule.Check(history)) : rule.Check(history))
                    {
                        looks[rule.Info.Id].Add(look.Outcome);
                        if (look.Finding is { } finding) findings.Add(finding);
                    }
                }
            }
        }

        return new Verdict(
            [.. findings.OrderBy(finding => finding.Subject.Path, StringComparer.Ordinal).ThenBy(finding => finding.Rule.Id, StringComparer.Ordinal)],
            [.. RuleCatalog.CorpusRules.Select(rule => Tally(rule.Info, looks[rule.Info.Id]))]);
    }

    /// <summary>The reports of each unit and scope; a report that names nobody is a unit by itself.</summary>
    private static IEnumerable<IEnumerable<(IndexEntry Entry, bool Earlier)>> Units(IngestOutput output, IngestOutput? earlier)
    {
        var known = output.Index.Entries.Select(entry => entry.Id).ToHashSet();
        var before = (earlier?.Index.Entries ?? []).Where(entry => !known.Contains(entry.Id)).Select(entry => (Entry: entry, Earlier: true));
        return output.Index.Entries.Select(entry => (Entry: entry, Earlier: false)).Concat(before)
            .GroupBy(one => (one.Entry.Unit ?? one.Entry.Id, one.Entry.Scope)).Where(unit => unit.Any(one => !one.Earlier));
    }

    private static Dossier Dossier(IndexEntry entry, IngestOutput output, bool isEarlier) =>
        new(output.Read(entry), entry.Scope, isEarlier, output.Doubts.GetValueOrDefault(entry.Id, ReportDoubts.None));

    private static UnitHistory History(Dossier report, List<Dossier> unit, Peers peers)
    {
        var replaced = unit.Find(other => other.Earlier && other.Record.Source.Path == report.Record.Source.Path && other.Record.Year == report.Record.Year);
        // What was replaced is no precedent; of a year that this output holds, an earlier output's document is an old version.
        var others = unit.Where(other => other != report && other != replaced
            && !(other.Earlier && unit.Exists(now => !now.Earlier && now.Record.Year == other.Record.Year)));
        return new UnitHistory(
            report, [.. others.OrderBy(other => other.Record.Year).ThenBy(other => other.Record.Source.Path, StringComparer.Ordinal)], replaced, peers, null, HasOwnText: false);
    }

    private static Tally Tally(RuleInfo rule, List<Outcome> looks) =>
        new(rule, looks.Count(look => look == Outcome.Holds), looks.Count(look => look == Outcome.Fails), looks.Count(look => look == Outcome.CannotTell));
}
