using System.Collections.Immutable;
using ReportIngest.Rules;

namespace ReportIngest.Corpus;

/// <summary>Holds each report of an output against the other reports of its unit, of this output and of an earlier one, and against its peers.</summary>
public static class SecondPass
{
    /// <returns>The findings by path, each path's by rule; and how often each rule held, failed and could not tell.</returns>
    public static Verdict Judge(IngestOutput output, IngestOutput? earlier)
    {
        var found = new List<Finding>();
        var tallies = Judge(output, earlier, findings => found.AddRange(findings));
        return new Verdict([.. found.OrderBy(finding => finding.Subject.Path, StringComparer.Ordinal)], tallies);
    }

    /// <summary>The same for a corpus whose findings are too many for memory.</summary>
    /// <param name="found">Is shown the findings of each report that has some, by rule; the reports come unit by unit, not in the order of their paths.</param>
    /// <returns>How often each rule held, failed and could not tell.</returns>
    public static ImmutableArray<Tally> Judge(IngestOutput output, IngestOutput? earlier, Action<ImmutableArray<Finding>> found)
    {
        var peers = new Peers();
        var copies = new NearCopies();
        output.ReadIndex(record =>
        {
            peers.Add(record);
            copies.Count(WrittenText.Of(record));
        });

        foreach (var entry in output.Index.Entries) copies.Add(entry, output.ReadText(entry));

        var looks = RuleCatalog.CorpusRules.ToDictionary(rule => rule.Info.Id, _ => new int[Enum.GetValues<Outcome>().Length]);
        foreach (var unit in Units(output, earlier))
        {
            var entries = unit.ToList();
            var dossiers = entries.ConvertAll(one => Dossier(one.Entry, one.Earlier ? earlier! : output, one.Earlier));
            foreach (var (entry, report) in entries.Select(one => one.Entry).Zip(dossiers).Where(pair => !pair.Second.Earlier))
            {
                var history = History(report, dossiers, peers) with { Twin = copies.Of(entry, report.OwnWords, output.ReadText), HasOwnText = copies.CanTell(entry) };
                var findings = ImmutableArray.CreateBuilder<Finding>();
                foreach (var rule in RuleCatalog.CorpusRules)
                {
                    foreach (var look in report.Doubts.IsRecognised ? Observation.Spared(rule.Check(history)) : rule.Check(history))
                    {
                        looks[rule.Info.Id][(int)look.Outcome]++;
                        if (look.Finding is { } finding) findings.Add(finding);
                    }
                }
                if (findings.Count > 0) found(findings.ToImmutable());
            }
        }

        return [.. RuleCatalog.CorpusRules.Select(rule => Tally(rule.Info, looks[rule.Info.Id]))];
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

    private static Tally Tally(RuleInfo rule, int[] looks) =>
        new(rule, looks[(int)Outcome.Holds], looks[(int)Outcome.Fails], looks[(int)Outcome.CannotTell]);
}
