using ReportIngest.Reports;

namespace ReportIngest.Rules.Narrative;

/// <summary>A closed list in one sentence does not add up to the total it is said to be.</summary>
internal sealed class ListedParts : IRule
{
    public RuleInfo Info { get; } = new("RI305", Category.Narrative, Severity.Warning, new("分项之和不等于总数", "Listed parts do not add up"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) =>
        context.Narrative.Sentences.SelectMany(NumberList.Of).Select(list => Judge(list, report))
            .Concat(context.Narrative.Sentences.SelectMany(PartsWithin.Of).Select(parts => Judge(parts, report)));

    private Observation Judge(NumberList list, Report report) =>
        list.Parts.Sum(part => part.Number) == list.Total.Number ? Observation.Holds
        : list.IsClosed ? Observation.Fails(Misses(list, report))
        : Observation.CannotTell;

    private Observation Judge(PartsWithin within, Report report) =>
        within.Sum <= within.Bound ? Observation.Holds
        : within.IsClear ? Observation.Fails(Exceeds(within, report))
        : Observation.CannotTell;

    private Finding Exceeds(PartsWithin within, Report report)
    {
        var quote = Quotes.Of(within.Sentence, within.Total.Start);
        var (terms, sum, bound) = (string.Join(" + ", within.Parts.Select(part => Words.Number(part.Number))), Words.Number(within.Sum), Words.Number(within.Bound));
        var equation = within.Parts.Length > 1 ? $"{terms} = {sum}" : sum;
        var message = new Message(
            $"{quote.Zh}：“其中”各项为 {equation}，多于总数 {bound}。请核对总数与各项。",
            $"{quote.En}: the parts behind 其中 are {equation}, more than their total {bound}. Check the total and its parts.");
        return Finding.Of(Info, report, message) with { Expected = within.Bound, Actual = within.Sum, Part = within.Sentence.Skeleton };
    }

    private Finding Misses(NumberList list, Report report)
    {
        var (quote, sum) = (Quotes.Of(list.Sentence, list.Total.Start), list.Parts.Sum(part => part.Number));
        var (terms, total) = (string.Join(" + ", list.Parts.Select(part => Words.Number(part.Number))), Words.Number(list.Total.Number));
        var message = new Message(
            $"{quote.Zh}：{terms} = {Words.Number(sum)}，而总数写的是 {total}，相差 {Words.Number(Math.Abs(sum - list.Total.Number))}。请核对总数与各项。",
            $"{quote.En}: {terms} = {Words.Number(sum)}, but the total says {total}, a difference of {Words.Number(Math.Abs(sum - list.Total.Number))}. Check the total and its parts.");
        return Finding.Of(Info, report, message) with { Expected = sum, Actual = list.Total.Number, Part = list.Sentence.Skeleton };
    }
}
