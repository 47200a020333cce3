using ReportIngest.Reports;
using ReportIngest.Reports.Narratives;

namespace ReportIngest.Rules.Narrative;

/// <summary>Section one gives one quantity of one period twice, with two numbers.</summary>
internal sealed class SaidTwice : IRule
{
    public RuleInfo Info { get; } = new("RI307", Category.Narrative, Severity.Warning, new("同一数量前后不一", "Same quantity given twice with different numbers"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        var stated = context.Narrative.Claims
            .Where(claim => claim.Sentence.Section == 1 && claim.Topic is not (Topic.RequestsAnswered or Topic.ProcessingFee) && claim.Period == Period.ThisYear)
            .GroupBy(claim => (claim.Topic, Releases: IsRelease(claim)));
        foreach (var same in stated)
        {
            var first = same.First();
            foreach (var other in same.Skip(1)) yield return Judge(first, other, report);
        }
    }

    /// <summary>发布信息 may count news, 公开信息 counts what was disclosed.</summary>
    private static bool IsRelease(Claim claim) => claim is { Topic: Topic.Disclosed, Quantity.Lead: var lead } && lead.LastIndexOf("发布", StringComparison.Ordinal) > lead.LastIndexOf("公开", StringComparison.Ordinal);

    private Observation Judge(Claim first, Claim other, Report report)
    {
        if (first.Number == other.Number) return Observation.Holds;
        // 「未收到申请」 beside a count, and table three has some: RI302 says so.
        if (first.IsNone != other.IsNone && first.Topic is Topic.RequestsReceived or Topic.RequestsAccepted && RequestCounts.New(report).Number > 0) return Observation.CannotTell;
        // 全县 and nothing said, or one with those carried in and one without, are not the same quantity; nor are two clauses of one sentence.
        var same = first.IsClear && other.IsClear && ClaimOwners.AreOne(first, other, report) && first.WithCarried == other.WithCarried && first.Sentence != other.Sentence;
        var carried = report["requests.carried_in.total"]?.Counted;
        var readings = first.Topic is Topic.RequestsReceived or Topic.RequestsAccepted && Math.Abs(first.Number - other.Number) == carried;
        return same && !readings ? Observation.Fails(Differ(first, other, report)) : Observation.CannotTell;
    }

    private Finding Differ(Claim first, Claim other, Report report)
    {
        var (one, two) = (Quotes.Of(first), Quotes.Of(other));
        var message = new Message(
            $"{one.Zh}，{two.Zh}：同一数量一处{Said(first)}，一处{Said(other)}。请核对后统一。",
            $"{one.En}; {Lower(two.En)}: the same quantity is {Words.Number(first.Number)} in one place and {Words.Number(other.Number)} in the other. Make them agree.");
        return Finding.Of(Info, report, message) with { Expected = first.Number, Actual = other.Number, Part = $"{first.Topic} {other.Sentence.Skeleton}" };
    }

    private static string Said(Claim claim) => claim.IsNone ? "说没有" : $"为 {Words.Number(claim.Number)}";

    private static string Lower(string sentence) => char.ToLowerInvariant(sentence[0]) + sentence[1..];
}
