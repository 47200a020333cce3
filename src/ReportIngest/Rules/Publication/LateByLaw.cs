using System.Globalization;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Publication;

/// <summary>Published after the day that the Regulation sets.</summary>
internal sealed class LateByLaw : IRule
{
    public RuleInfo Info { get; } = new("RI601", Category.Publication, Severity.Warning, new("逾期公布（法定期限）", "Published late (statutory)"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        if (report.Unit?.Level is not { } level || report.Year is not { } year) return [Observation.CannotTell];
        DateOnly? due = Deadlines.Statutory(level, year);
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
                $"公布日期 {on} 比期限 {by} 晚 {days} 天（条例第四十九条规定）。",
                $"Published on {on}, {days} days after {by} (Article 49 of the Regulation asks for it by then).")) with { Part = "late", Actual = days };
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
