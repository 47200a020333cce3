using ReportIngest.Reports;

namespace ReportIngest.Rules.Publication;

/// <summary>Published after the day that a local notice sets: the unit's own in the roster, else for townships and sub-districts the usual one.</summary>
internal sealed class LateByNotice : IRule
{
    private static readonly Message Notice = new("当地通知一般要求", "local notices mostly ask for it by then");
    private static readonly Message Roster = new("名录中该单位的期限", "the unit's day in the roster");

    public RuleInfo Info { get; } = new("RI602", Category.Publication, Severity.Note, new("逾期公布（地方期限）", "Published late (local rule)"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        var level = report.Unit?.Level;
        if (report.Year is not { } year || (level is null && context.Due is null)) return [Observation.CannotTell];
        if (context.Due is not { } own) return Deadlines.ByNotice(level!.Value, year) is { } usual ? [Lateness.Judge(Info, report, usual, Notice)] : [];
        var due = own.After(year);
        // A day that the law sets too, or has passed as well, is RI601's.
        return level is { } known && Deadlines.Statutory(known, year) is { } law && (due >= law || report.Published > law) ? [] : [Lateness.Judge(Info, report, due, Roster)];
    }
}
