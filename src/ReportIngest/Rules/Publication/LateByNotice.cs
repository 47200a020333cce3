using System.Collections.Immutable;
using ReportIngest.Reports;
using ReportIngest.Rosters;

namespace ReportIngest.Rules.Publication;

/// <summary>Published after the day that a local notice sets: the unit's own in the roster or that of its level in the configuration, else for townships and sub-districts the usual one.</summary>
internal sealed class LateByNotice : IRule
{
    private static readonly Message Notice = new("当地通知一般要求", "local notices mostly ask for it by then");
    private static readonly Message Own = new("名录或配置给该单位的期限", "the unit's day in the roster or the configuration");

    public static readonly RuleInfo Late = new("RI602", Category.Publication, Severity.Note, new("逾期公布（地方期限）", "Published late (local rule)"));

    public RuleInfo Info => Late;

    public IEnumerable<Observation> Check(Report report, RuleContext context) => Look(Subject.Of(report), report.Unit?.Level, report.Published, null);

    /// <summary>The same for a report of which only this is at hand.</summary>
    /// <param name="dueDay">The unit's own last day, where a roster or the configuration names one.</param>
    public static ImmutableArray<Observation> Look(Subject report, Level? level, DateOnly? published, DueDay? dueDay)
    {
        if (report.Year is not { } year || (level is null && dueDay is null)) return [Observation.CannotTell];
        if (dueDay is not { } own) return Deadlines.ByNotice(level!.Value, year) is { } usual ? [Lateness.Judge(Late, report, published, usual, Notice)] : [];
        var due = own.After(year);
        // A day that the law sets too, or has passed as well, is RI601's.
        return level is { } known && Deadlines.Statutory(known, year) is { } law && (due >= law || published > law) ? [] : [Lateness.Judge(Late, report, published, due, Own)];
    }
}
