using ReportIngest.Reports;
using ReportIngest.Reports.Narratives;

namespace ReportIngest.Rules.Narrative;

/// <summary>A count of 行政规范性文件 in the text is not what table two says.</summary>
internal sealed class DocumentsInText : IRule
{
    public RuleInfo Info { get; } = new("RI309", Category.Narrative, Severity.Note, new("正文规范性文件数与表二不符", "Normative documents in the text differ from table two"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) => context.Narrative.Claims
        .Where(claim => claim.Topic is Topic.DocumentsIssued or Topic.DocumentsRepealed or Topic.DocumentsInForce)
        .Select(claim => Judge(claim, TableNumber.Of(report, Code(claim.Topic, report)), report));

    private static string Code(Topic topic, Report report) => topic switch
    {
        Topic.DocumentsIssued => report.Edition == "2019" ? "proactive.normative_document.made" : "proactive.normative_document.issued",
        Topic.DocumentsRepealed => "proactive.normative_document.repealed",
        _ => "proactive.normative_document.in_force",
    };

    private Observation Judge(Claim claim, TableNumber table, Report report)
    {
        if (claim.Number == table.Number) return Observation.Holds;
        // A government's text counts the government's own documents, its table often those of all departments.
        return claim.IsClear && ClaimOwners.IsUnit(claim, report) && table.Number is not null ? Observation.Fails(Differs(claim, table, report)) : Observation.CannotTell;
    }

    private Finding Differs(Claim claim, TableNumber table, Report report)
    {
        var (quote, cell) = (Quotes.Of(claim), Words.Cell(table.Cells[0]));
        var (said, number) = (Words.Number(claim.Number), Words.Number(table.Number!.Value));
        var message = new Message(
            $"{quote.Zh}，规范性文件为 {said} 件，而表二{cell.Zh}为 {number} 件。请核对正文与表二。",
            $"{quote.En}: {said} normative documents, but {cell.En} in table two is {number}. Check the text and table two.");
        return Finding.Of(Info, report, message, table.Cells) with { Expected = table.Number, Actual = claim.Number };
    }
}
