using System.Collections.Immutable;
using System.Reflection;
using ReportIngest.Reports;
using ReportIngest.Rosters;
using ReportIngest.Rules.Arithmetic;
using ReportIngest.Rules.Copying;
using ReportIngest.Rules.Coverage;
using ReportIngest.Rules.Extraction;
using ReportIngest.Rules.Form;
using ReportIngest.Rules.History;
using ReportIngest.Rules.Narrative;
using ReportIngest.Rules.Publication;
using ReportIngest.Rules.Value;

namespace ReportIngest.Rules;

/// <summary>Every rule there is. The lists are written out, so that order and omissions can be seen.</summary>
public static class RuleCatalog
{
    /// <summary>The rules that look at one report, by id; their findings come in this order.</summary>
    public static ImmutableArray<IRule> ReportRules { get; } =
    [
        new RequestBalance(),
        new ResultTotal(),
        new RowTotal(),
        new ReviewTotal(),
        new LitigationTotal(),
        new WrongColumn(),
        new NegativeCount(),
        new FractionalCount(),
        new NotANumber(),
        new BlankCell(),
        new BlankTotal(),
        new StockContradictsFlow(),
        new DisclosedTotalTooLow(),
        new RulesWithoutPower(),
        new DecisionsAddedUp(),
        new AmountUnit(),
        new AllZeros(),
        new RequestsInText(),
        new NoneInText(),
        new OneColumnInText(),
        new DisputesInText(),
        new ListedParts(),
        new Percentage(),
        new SaidTwice(),
        new Fees(),
        new DocumentsInText(),
        new NumberMissing(),
        new StaleYear(),
        new OtherUnitsName(),
        new WrongLevelWord(),
        new TemplatePrompt(),
        new UnusualCharacter(),
        new SupersededEdition(),
        new SupersededNotice(),
        new SectionMissing(),
        new SubItemMissing(),
        new NumberingDisordered(),
        new SectionTitleAltered(),
        new TableMissing(),
        new TableIsPicture(),
        new GridAltered(),
        new CornerNoteMissing(),
        new ProblemsEmpty(),
        new FeeStatementMissing(),
        new PartsAnnounced(),
        new AppraisalMissing(),
        new LateByLaw(),
        new LateByNotice(),
        new DatedTooEarly(),
        new WrongPeriod(),
        new CellsNotLocated(),
        new AlignmentAmbiguous(),
        new ShiftRepaired(),
        new LowConfidence(),
        new EncodingDoubtful(),
    ];

    /// <summary>The rules of the second pass, by id: they hold a report against others.</summary>
    public static ImmutableArray<ICorpusRule> CorpusRules { get; } =
    [
        new AmountOverYears(),
        new OtherUnitsText(),
        new LastYearsText(),
        new SameNumbers(),
        new VersionsDisagree(),
        new ChangedAfterwards(),
        new CarryOver(),
        new StockForward(),
        new ItemsForward(),
        new Outlier(),
        new SeveralReports(),
    ];

    /// <summary>What the catalogue says of every rule, by id: those of a report, of a corpus, of a roster, and of a file without a report.</summary>
    public static ImmutableArray<RuleInfo> All { get; } =
    [
        .. ReportRules.Select(rule => rule.Info).Concat(CorpusRules.Select(rule => rule.Info)).Concat(CoverageRules.All).Concat([FileUnreadable.Info, NoReportRecognised.Info]).DistinctBy(rule => rule.Id).OrderBy(rule => rule.Id, StringComparer.Ordinal),
    ];

    public static RuleInfo? Find(string id) => All.FirstOrDefault(rule => rule.Id == id);

    /// <summary>The rule's page in Markdown: what holds, why it matters, its basis, false alarms, examples. Null for an id that does not exist.</summary>
    public static string? Page(string id)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream($"rules/{id}.md");
        if (stream is null) return null;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Runs every rule of a report. The suggestion is looked for once: it is about all broken sums together.</summary>
    public static Verdict Judge(Report report)
    {
        var context = new RuleContext(Repair.Find(report), Reports.Narrative.Of(report));
        var isRecognised = report.Doubts.Any(doubt => doubt.Rule == "RI904");
        var findings = new List<Finding>();
        var tallies = ImmutableArray.CreateBuilder<Tally>(ReportRules.Length);
        foreach (var rule in ReportRules)
        {
            var looks = rule.Check(report, context);
            var isSpared = rule.Info.Category switch { Category.Extraction => false, Category.Form => isRecognised || report.EndsEarly, _ => isRecognised };
            tallies.Add(Tally.Of(rule.Info, isSpared ? Observation.Spared(looks) : looks, findings));
        }
        return new Verdict([.. findings], tallies.MoveToImmutable());
    }

    /// <summary>A verdict that was given without a roster, as it is with the unit's own last day: only one rule asks for it.</summary>
    public static Verdict JudgeByDay(Verdict verdict, Subject report, Level? level, DateOnly? published, DueDay due)
    {
        var late = LateByNotice.Late;
        var checks = LateByNotice.Look(report, level, published, due);
        ImmutableArray<Observation> looks = verdict.Findings.Any(finding => finding.Rule.Id == "RI904") ? [.. Observation.Spared(checks)] : checks;
        var others = verdict.Findings.Where(finding => finding.Rule.Id != late.Id).ToList();
        return new Verdict(
            [
                .. others.Where(finding => string.CompareOrdinal(finding.Rule.Id, late.Id) < 0),
                .. looks.Select(look => look.Finding).OfType<Finding>(),
                .. others.Where(finding => string.CompareOrdinal(finding.Rule.Id, late.Id) > 0),
            ],
            [.. verdict.Tallies.Select(tally => tally.Rule.Id == late.Id ? Tally.Of(late, looks) : tally)]);
    }
}

/// <summary>What the rules say of one report.</summary>
/// <param name="Findings">By rule, then in the order of the form.</param>
/// <param name="Tallies">One for each rule, also for one that had nothing to look at.</param>
public sealed record Verdict(ImmutableArray<Finding> Findings, ImmutableArray<Tally> Tallies);

/// <summary>How often a rule held, failed and could not tell: no finding is not the same as nothing checked.</summary>
public sealed record Tally(RuleInfo Rule, int Holds, int Fails, int CannotTell)
{
    /// <param name="findings">Takes those of the looks, where they are asked for.</param>
    public static Tally Of(RuleInfo rule, IEnumerable<Observation> looks, List<Finding>? findings = null)
    {
        int holds = 0, fails = 0, cannotTell = 0;
        foreach (var look in looks)
        {
            if (look.Finding is { } finding) findings?.Add(finding);
            if (look.Outcome == Outcome.Holds) holds += look.Times;
            else if (look.Outcome == Outcome.Fails) fails += look.Times;
            else cannotTell += look.Times;
        }

        return new Tally(rule, holds, fails, cannotTell);
    }
}
