using System.Collections.Immutable;
using ReportIngest.Reports;
using ReportIngest.Reports.Narratives;

namespace ReportIngest.Rules.Narrative;

/// <summary>A count of reviews or suits, or their outcome in words, is not what table four says.</summary>
internal sealed class DisputesInText : IRule
{
    public RuleInfo Info { get; } = new("RI304", Category.Narrative, Severity.Warning, new("正文复议或诉讼数与表四不符", "Reviews or suits in the text differ from table four"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        foreach (var claim in context.Narrative.Claims.Where(claim => claim.Topic is Topic.Reviews or Topic.Suits or Topic.Disputes))
            yield return Judge(claim, TableNumber.Of(report, Totals(claim.Topic)), report);
        foreach (var outcome in context.Narrative.Sentences.SelectMany(sentence => DisputeOutcome.Of(sentence, context.Narrative.Claims)))
            yield return Judge(outcome, report);
    }

    private static string[] Totals(Topic topic) => topic switch
    {
        Topic.Reviews => ["review.total"],
        Topic.Suits => ["litigation.direct.total", "litigation.after_review.total"],
        _ => ["review.total", "litigation.direct.total", "litigation.after_review.total"],
    };

    private Observation Judge(Claim claim, TableNumber table, Report report) =>
        claim.Number == table.Number ? Observation.Holds
        : claim.IsClear && table.Number is not null ? Observation.Fails(Differs(claim, table, report))
        : Observation.CannotTell;

    private Finding Differs(Claim claim, TableNumber table, Report report)
    {
        var (quote, number, name) = (Quotes.Of(claim), Words.Number(table.Number!.Value), Name(claim.Topic));
        var said = claim.IsNone ? new Message("没有发生", "none") : new Message($" {Words.Number(claim.Number)} 件", Words.Number(claim.Number));
        var sum = table.Cells.Length == 1 ? "" : $"（{string.Join(" + ", table.Cells.Select(cell => Words.Number(report[cell]!.Counted!.Value)))}）";
        var message = new Message(
            $"{quote.Zh}，{name.Zh}{said.Zh}；表四总计为 {number} 件{sum}。请核对正文与表四。",
            $"{quote.En}: {said.En} {name.En}; table four has {number}. Check the text and table four.");
        return Finding.Of(Info, report, message, table.Cells) with { Expected = table.Number, Actual = claim.Number };
    }

    private Observation Judge(DisputeOutcome outcome, Report report)
    {
        var cells = TableNumber.Of(report, outcome.Contradicted);
        if (cells.Number == 0) return TableNumber.Of(report, outcome.Doubtful) is { Number: 0 } ? Observation.Holds : Observation.CannotTell;
        return cells.Number is null || !outcome.IsClear ? Observation.CannotTell : Observation.Fails(Contradicts(outcome, cells, report));
    }

    private Finding Contradicts(DisputeOutcome outcome, TableNumber cells, Report report)
    {
        var quote = Quotes.Of(outcome.Sentence, outcome.Position);
        var shown = cells.Cells.Where(cell => report[cell]!.Counted != 0).Select(cell => (Cell: Words.Cell(cell), Number: Words.Number(report[cell]!.Counted!.Value))).ToList();
        var message = new Message(
            $"{quote.Zh}，称“{outcome.Words}”，而表四{string.Join("、", shown.Select(part => $"{part.Cell.Zh}为 {part.Number}"))}。请核对正文与表四。",
            $"{quote.En}, with “{outcome.Words}”, but in table four {string.Join(", ", shown.Select(part => $"{part.Cell.En} is {part.Number}"))}. Check the text and table four.");
        return Finding.Of(Info, report, message, cells.Cells) with { Expected = cells.Number, Actual = 0 };
    }

    private static Message Name(Topic topic) => topic switch
    {
        Topic.Reviews => new("行政复议", "reviews"),
        Topic.Suits => new("行政诉讼", "suits"),
        _ => new("行政复议和行政诉讼", "reviews and suits"),
    };
}
