using System.Globalization;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Publication;

/// <summary>A township or sub-district that published after the day that local notices mostly set.</summary>
internal sealed class LateByNotice : IRule
{
    public RuleInfo Info { get; } = new("RI602", Category.Publication, Severity.Note, new("逾期公布（地方期限）", "Published late (local rule)"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        if (report.Unit?.Level is not { } level || report.Year is not { } year) return [Observation.CannotTell];
        DateOnly? due = level == Level.Township ? Deadlines.Township(year) : null;
        if (due is not { } day) return [];
        if (report.Published is not { } published) return [Observation.CannotTell];
        return [published <= day ? Observation.Holds : Observation.Fails(Late(report, published, day))];
    }

    private Finding Late(Report report, DateOnly published, DateOnly due)
    {
        var (days, on, by) = (published.DayNumber - due.DayNumber, Text(published), Text(due));
        return Finding.Of(
            Info,
            report,
            new Message(
                $"公布日期 {on} 比期限 {by} 晚 {days} 天（当地通知一般要求）。",
                $"Published on {on}, {days} days after {by} (local notices mostly ask for it by then).")) with { Part = "late", Actual = days };
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
