using System.Globalization;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Publication;

/// <summary>Published before the year that it reports on was over.</summary>
internal sealed class DatedTooEarly : IRule
{
    public RuleInfo Info { get; } = new("RI603", Category.Publication, Severity.Warning, new("公布日期早于统计期末", "Dated before the period ends"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        if (report.Published is not { } published || report.Year is not { } year) return [Observation.CannotTell];
        return [published < new DateOnly(year, 12, 31) ? Observation.Fails(TooEarly(report, published, year))
            : report.Signed is { } signed && signed.Year == year && signed.Month <= LastOfSeason ? Observation.Fails(SignedTooEarly(report, signed, published, year))
            : Observation.Holds];
    }

    // Signed in December and published in January is a report made in time. Reports are due by the end of March, and some are a month late: a day of that season has last year's number, one of May may be anything.
    private const int LastOfSeason = 4;

    private Finding SignedTooEarly(Report report, DateOnly signed, DateOnly published, int year)
    {
        var (day, shown) = (signed.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        return Finding.Of(
            Info,
            report,
            new Message(
                $"落款日期 {day} 早于统计期末 {year}-12-31，而公布日期是 {shown}。疑为落款的年份写错，请核对。",
                $"Signed {day}, before the period ended on {year}-12-31, but published {shown}. The signature seems to have last year's number; check it.")) with { Part = "signed" };
    }

    private Finding TooEarly(Report report, DateOnly published, int year)
    {
        var day = published.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Finding.Of(
            Info,
            report,
            new Message(
                $"公布日期 {day} 早于统计期末 {year}-12-31。请核对年份和日期。",
                $"Dated {day}, before the period ended on {year}-12-31. Check year and date.")) with { Part = "early" };
    }
}
