using System.Globalization;

namespace ReportIngest.Rules.Publication;

/// <summary>Holds the day of publication against the last day there was, whoever set it.</summary>
internal static class Lateness
{
    /// <param name="setBy">Who asks for the day, in words that end the sentence.</param>
    public static Observation Judge(RuleInfo rule, Subject report, DateOnly? day, DateOnly due, Message setBy)
    {
        if (day is not { } published) return Observation.CannotTell;
        return published <= due ? Observation.Holds : Observation.Fails(Late(rule, report, published, due, setBy));
    }

    private static Finding Late(RuleInfo rule, Subject report, DateOnly published, DateOnly due, Message setBy)
    {
        var (days, on, by) = (published.DayNumber - due.DayNumber, Text(published), Text(due));
        return new Finding(
            rule,
            report,
            new Message($"公布日期 {on} 比期限 {by} 晚 {days} 天（{setBy.Zh}）。", $"Published on {on}, {days} {(days == 1 ? "day" : "days")} after {by} ({setBy.En})."),
            [],
            []) with
        { Part = "late", Actual = days };
    }

    private static string Text(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
