using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportIngest.Forms;
using ReportIngest.Reports;
using ReportIngest.Reports.Narratives;

namespace ReportIngest.Rules.Narrative;

/// <summary>A kind of applicant or a result, named in the form's words right behind the number of all requests: 「收到申请13件，其中自然人9件、商业企业4件」.</summary>
/// <param name="Kind">What table three calls it.</param>
/// <param name="IsClear">The total is table three's own, so both speak of the same requests.</param>
/// <param name="IsOfNew">All parts of the new ones are named: no other reading is left.</param>
internal sealed record RequestPart(Claim All, Quantity Quantity, RequestKind Kind, bool IsClear, bool IsOfNew);

/// <summary>How a text names a kind of applicant or a result, and what table three has for it in every way that it may be meant; the first is the plain one.</summary>
internal sealed record RequestKind(string Name, Regex Said, params ImmutableArray<Reading> Readings);

/// <summary>Cells of table three that are counted together.</summary>
internal sealed record Reading(string Zh, string En, params ImmutableArray<string> Cells);

internal static partial class RequestParts
{
    private static readonly ImmutableArray<string> Denied = Rows("denied", "state_secret", "prohibited_by_law", "security_stability", "third_party", "internal_affairs", "process_information", "enforcement_file", "administrative_query");

    private static readonly ImmutableArray<string> Unavailable = Rows("unavailable", "not_held", "needs_creation", "still_unclear");

    private const string Granted = "requests.result.granted.total", Partial = "requests.result.partial.total";

    private static readonly ImmutableArray<RequestKind> Applicants =
    [
        Applicant("自然人", Person(), "natural_person"),
        Applicant("商业企业", Business(), "business"),
        Applicant("科研机构", Research(), "research"),
        Applicant("社会公益组织", Welfare(), "public_welfare"),
        Applicant("法律服务机构", Lawyers(), "legal_service"),
        Applicant("法人或其他组织", Organisation(), "business", "research", "public_welfare", "legal_service", "other"),
    ];

    // 公开 may be said of what was given in part, 不予公开 and 无法提供 of all that was not given.
    private static readonly ImmutableArray<RequestKind> Results =
    [
        new("予以公开", GrantedWords(), new("「予以公开」", "granted", Granted), new("加「部分公开」", "with partial", Granted, Partial)),
        new("部分公开", PartialWords(), new Reading("「部分公开」", "partial", Partial)),
        new("不予公开", DeniedWords(), new("「不予公开」", "denied", Denied), new("加「无法提供」", "with unavailable", [.. Denied, .. Unavailable])),
        new("无法提供", UnavailableWords(), new("「无法提供」", "unavailable", Unavailable), new("加「不予公开」", "with denied", [.. Denied, .. Unavailable])),
    ];

    public static IEnumerable<RequestPart> Of(Reports.Narrative narrative, Report report)
    {
        foreach (var all in narrative.Claims)
        {
            if (all is not { IsClear: true, Number: > 0, Quantity: { } whole, Topic: Topic.RequestsReceived or Topic.RequestsAccepted or Topic.RequestsAnswered }) continue;
            var next = all.Sentence.Quantities.IndexOf(whole) + 1;
            List<(Quantity Quantity, RequestKind Kind)> parts = [.. Parts(all.Sentence, next, whole.Unit, Applicants), .. Parts(all.Sentence, next, whole.Unit, Results)];
            // What does not add up to its own total is asked by RI305.
            var sum = parts.Sum(part => part.Quantity.Number);
            var clear = sum <= whole.Number && !(sum < whole.Number && parts is [var first, ..] && first.Quantity.Lead.Contains("分别", StringComparison.Ordinal)) && IsTableThrees(all, report);
            var isOfNew = sum == whole.Number && all.Topic != Topic.RequestsAnswered && parts.TrueForAll(part => Applicants.Contains(part.Kind)) && whole.Number == RequestCounts.New(report).Number;
            foreach (var part in parts) yield return new RequestPart(all, part.Quantity, part.Kind, clear && part.Quantity.IsExact, isOfNew);
        }
    }

    /// <summary>The parts one behind the other, up to the first that is none of these.</summary>
    private static List<(Quantity Quantity, RequestKind Kind)> Parts(Sentence sentence, int first, string unit, ImmutableArray<RequestKind> kinds)
    {
        var all = sentence.Quantities;
        List<(Quantity Quantity, RequestKind Kind)> parts = [];
        for (var i = first; i < all.Length && all[i].Unit == unit; i++)
        {
            var lead = (i == first ? Begins() : GoesOn()).Match(all[i].Lead);
            // 「答复12件，自然人2件结转下年度」: without 其中 the next number may be of anything.
            if (i == first && kinds == Applicants && !Opens().IsMatch(lead.ValueSpan)) break;
            if (!lead.Success || kinds.FirstOrDefault(kind => kind.Said.IsMatch(all[i].Lead.AsSpan(lead.Length))) is not { } named) break;
            // 「自然人2件、商业企业1件结转下年度」
            if (all[i].Tail.Length > 0) return [];
            parts.Add((all[i], named));
        }

        return parts is [.., var last] && Waiting().IsMatch(sentence.Plain.AsSpan(last.Quantity.End)) ? [] : parts;
    }

    private static bool IsTableThrees(Claim all, Report report) => all.Topic == Topic.RequestsAnswered
        ? TableNumber.Of(report, "requests.result.total.total").Number == all.Number
        : RequestCounts.Agrees(all, report);

    /// <summary>The numbers of all readings; none where one cannot be told, or a sum of one of its cells is broken: the text may be right then.</summary>
    public static ImmutableArray<TableNumber> Numbers(RequestKind kind, Report report)
    {
        ImmutableArray<TableNumber> numbers = [.. kind.Readings.Select(reading => TableNumber.Of(report, reading.Cells))];
        return numbers.All(number => number.Number is not null && number.Cells.All(cell => IsSound(cell, report))) ? numbers : [];
    }

    private static bool IsSound(Indicator cell, Report report) => report.Balances.All(sum => !sum.Identity.Indicators.Contains(cell) || sum.Balance.Holds);

    private static RequestKind Applicant(string name, Regex said, params string[] columns)
    {
        var (fresh, carried, handled) = (Cells("new"), Cells("carried_in"), Cells("result.total"));
        return new(name, said, new("「本年新收」", "new", fresh), new("加「上年结转」", "with carried in", [.. fresh, .. carried]), new("办理结果「总计」", "result total", handled));

        ImmutableArray<string> Cells(string row) => [.. columns.Select(column => $"requests.{row}.{column}")];
    }

    private static ImmutableArray<string> Rows(string group, params string[] rows) => [.. rows.Select(row => $"requests.result.{group}.{row}.total")];

    private const string End = "(?:申请|提出|提交|的|件数|数量|共|为|有)*$";

    [GeneratedRegex("^[，、（：]?(?:(?:均|已|全部|都|按时|按期|依法|及时|在?(?:法定|规定)期限内|予以)*(?:答复|办结|办理完毕)[，：])?(?:其中[，：]?|分别[为是])?(?:来自|由)?")]
    private static partial Regex Begins();

    [GeneratedRegex("其中|分别|[：（由]")]
    private static partial Regex Opens();

    // 「其中自然人2件、商业企业1件，尚在办理」 says who waits.
    [GeneratedRegex("^[，、][^，。；0-9]{0,8}(?:结转|未|尚|正在|延期|逾期|补正)")]
    private static partial Regex Waiting();

    [GeneratedRegex("^[，、和及]*(?:来自|由)?")]
    private static partial Regex GoesOn();

    [GeneratedRegex("^(?:自然人|公民个人)" + End)]
    private static partial Regex Person();

    [GeneratedRegex("^商业企业" + End)]
    private static partial Regex Business();

    [GeneratedRegex("^科研机构" + End)]
    private static partial Regex Research();

    [GeneratedRegex("^社会公益组织" + End)]
    private static partial Regex Welfare();

    [GeneratedRegex("^法律服务机构" + End)]
    private static partial Regex Lawyers();

    [GeneratedRegex("^法人(?:或者?|和|及|、)其[他它]组织" + End)]
    private static partial Regex Organisation();

    [GeneratedRegex("^(?:答复)?(?:予以公开|全部公开|同意公开)(?:的|为|有|共)*$")]
    private static partial Regex GrantedWords();

    [GeneratedRegex("^(?:答复)?(?:予以)?部分公开(?:的|为|有|共)*$")]
    private static partial Regex PartialWords();

    [GeneratedRegex("^(?:答复)?不予公开(?:的|为|有|共)*$")]
    private static partial Regex DeniedWords();

    [GeneratedRegex("^(?:答复)?无法提供(?:的|为|有|共)*$")]
    private static partial Regex UnavailableWords();
}
