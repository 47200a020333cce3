using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportIngest.Forms;
using ReportIngest.Reports;
using ReportIngest.Reports.Narratives;

namespace ReportIngest.Rules.Narrative;

/// <summary>Statements about requests held against table three: what the rules RI301, RI302 and RI303 share.</summary>
internal static partial class RequestCounts
{
    private static readonly string[] Applicants = ["natural_person", "business", "research", "public_welfare", "legal_service", "other"];

    public static IEnumerable<Claim> Stated(Reports.Narrative narrative, bool none) => narrative.Claims
        .Where(claim => claim.Topic is Topic.RequestsReceived or Topic.RequestsAccepted && claim.IsNone == none);

    public static TableNumber New(Report report) => TableNumber.Of(report, "requests.new.total");

    public static TableNumber WithCarried(Report report) => TableNumber.Of(report, "requests.new.total", "requests.carried_in.total");

    /// <summary>Both readings are in use, for 收到 and for 受理: the new ones, or the new ones and those carried in. Of 「新收9件，上年结转1件」 there is one reading.</summary>
    public static bool Agrees(Claim claim, Report report) => claim.Number == New(report).Number || (claim.Number == WithCarried(report).Number && !IsNewAlone(claim)) || AddsUpToNew(claim, report);

    /// <summary>The number is a part, and the sentence says the total too: 「收到公民申请4件、企业申请1件，共5件」.</summary>
    private static bool AddsUpToNew(Claim claim, Report report) =>
        claim.Quantity is { } part && New(report).Number is { } fresh && claim.Sentence.Quantities.Any(total => total.Start > part.Start && total.Number == fresh && total.Unit == part.Unit && Total().IsMatch(total.Lead));

    /// <summary>The sentence counts the new ones under the form's word, and those carried in beside them.</summary>
    public static bool IsNewAlone(Claim claim)
    {
        if (claim.Quantity is not { } quantity || !quantity.Lead.Contains("新收", StringComparison.Ordinal)) return false;
        var at = claim.Sentence.Quantities.IndexOf(quantity);
        return (at > 0 && CarriedIn().IsMatch(claim.Sentence.Quantities[at - 1].Lead)) || (at + 1 < claim.Sentence.Quantities.Length && CarriedIn().IsMatch(claim.Sentence.Quantities[at + 1].Lead));
    }

    /// <summary>The applicants whose own number the text gives; none where it gives the total's.</summary>
    public static ImmutableArray<Indicator> Columns(Claim claim, Report report) => claim.Number == 0 || Agrees(claim, report) ? [] :
    [
        .. Applicants.Select(applicant => report[$"requests.new.{applicant}"])
            .Where(field => field?.Counted == claim.Number)
            .Select(field => field!.Indicator),
    ];

    [GeneratedRegex("^[，,]?(?:一共|共计?|合计|总计|累计)$")]
    private static partial Regex Total();

    // 「（含上年结转1件）」 counts them in.
    [GeneratedRegex("^[^（(含括中]*(?:上年|上一年|去年)度?结转[^含括中]*$")]
    private static partial Regex CarriedIn();
}
