using ReportIngest.Reports;

namespace ReportIngest.Rules.Publication;

/// <summary>Published after the day that the Regulation sets.</summary>
internal sealed class LateByLaw : IRule
{
    private static readonly Message Law = new("条例第四十九条规定", "Article 49 of the Regulation asks for it by then");

    public RuleInfo Info { get; } = new("RI601", Category.Publication, Severity.Warning, new("逾期公布（法定期限）", "Published late (statutory)"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        if (report.Unit?.Level is not { } level || report.Year is not { } year) return [Observation.CannotTell];
        return Deadlines.Statutory(level, year) is { } due ? [Lateness.Judge(Info, Subject.Of(report), report.Published, due, Law)] : [];
    }
}
