using System.Collections.Immutable;
using ReportIngest.Reports;

namespace ReportIngest.Rules;

/// <summary>A rule of report scope. Stateless; looks at one report.</summary>
public interface IRule
{
    RuleInfo Info { get; }

    /// <summary>One observation for each thing the rule looks at; none where it has nothing to look at.</summary>
    IEnumerable<Observation> Check(Report report, RuleContext context);
}

/// <summary>What the catalogue says of a rule; the page beside it (<c>RIxxx.md</c>) says the rest.</summary>
public sealed record RuleInfo(string Id, Category Category, Severity Severity, Message Title);

public enum Severity { Note, Warning, Error }

public enum Category { Arithmetic, Value, Narrative, Copying, Form, Publication, History, Coverage, Extraction }

public enum Outcome { Holds, Fails, CannotTell }

/// <summary>What came of one look: not checked is not passed. Only a failure has a finding.</summary>
/// <param name="Times">How many looks had the same outcome: a rule that looks at each cell need not say so two hundred times.</param>
public readonly record struct Observation(Outcome Outcome, Finding? Finding, int Times = 1)
{
    public static readonly Observation Holds = new(Outcome.Holds, null);

    public static readonly Observation CannotTell = new(Outcome.CannotTell, null);

    public static Observation Fails(Finding finding) => new(Outcome.Fails, finding);

    /// <summary>What a recognition program read accuses nobody: a failure over it may be its misreading. Nor is a report whose file breaks off held to the whole form.</summary>
    public static IEnumerable<Observation> Spared(IEnumerable<Observation> looks) => looks.Select(look => look.Outcome == Outcome.Fails ? CannotTell : look);
}

/// <summary>What a rule may know beside the report. <paramref name="Suggestion"/>: the one cell that would mend every failing identity, or null.</summary>
/// <param name="Narrative">What the report's text says in numbers; read once for all rules.</param>
public sealed record RuleContext(Suggestion? Suggestion, Reports.Narrative Narrative);
