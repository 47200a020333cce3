using System.Collections.Immutable;
using ReportIngest.Forms;
using ReportIngest.Reports;
using ReportIngest.Reports.Narratives;

namespace ReportIngest.Rules.Narrative;

/// <summary>Statements about requests held against table three: what the rules RI301, RI302 and RI303 share.</summary>
internal static class RequestCounts
{
    private static readonly string[] Applicants = ["natural_person", "business", "research", "public_welfare", "legal_service", "other"];

    public static IEnumerable<Claim> Stated(Reports.Narrative narrative, bool none) => narrative.Claims
        .Where(claim => claim.Topic is Topic.RequestsReceived or Topic.RequestsAccepted && claim.IsNone == none);

    public static TableNumber New(Report report) => TableNumber.Of(report, "requests.new.total");

    public static TableNumber WithCarried(Report report) => TableNumber.Of(report, "requests.new.total", "requests.carried_in.total");

    /// <summary>Both readings are in use, for 收到 and for 受理: the new ones, or the new ones and those carried in.</summary>
    public static bool Agrees(Claim claim, Report report) => claim.Number == New(report).Number || claim.Number == WithCarried(report).Number;

    /// <summary>The applicants whose own number the text gives; none where it gives the total's.</summary>
    public static ImmutableArray<Indicator> Columns(Claim claim, Report report) => claim.Number == 0 || Agrees(claim, report) ? [] :
    [
        .. Applicants.Select(applicant => report[$"requests.new.{applicant}"])
            .Where(field => field?.Counted == claim.Number)
            .Select(field => field!.Indicator),
    ];
}
