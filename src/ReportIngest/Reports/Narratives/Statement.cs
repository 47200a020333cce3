using System.Buffers;
using System.Text.RegularExpressions;

namespace ReportIngest.Reports.Narratives;

/// <summary>A sentence and what stands around it in its paragraph.</summary>
/// <param name="Before">The text of the paragraph before the sentence.</param>
/// <param name="After">The next sentence of the paragraph, which may say what the number before it was of; empty for the last.</param>
internal sealed record Context(Report Report, Sentence Sentence, string Before, string After);

/// <summary>The words of a topic as a sentence has them, with a number or saying that there was none. When it was, whose it is and of what is told by what stands around them.</summary>
internal sealed partial class Statement
{
    /// <param name="quantity">Null where a clause says in words that there was none.</param>
    /// <param name="said">The words; <see cref="TopicWords"/> has their groups.</param>
    /// <param name="start">Where the words begin in the sentence.</param>
    public Statement(Context context, Topic topic, Quantity? quantity, Match said, int start)
    {
        (Context, Topic, Quantity, Said) = (context, topic, quantity, said);
        // A pattern may begin with the punctuation before its clause.
        while (start < Sentence.Plain.Length && Sentence.Plain[start] is '，' or '、' or '：' or ':') start++;
        _start = start;
        Opening = Sentence.Plain[..start];
        Clause = Opening[(Opening.AsSpan().LastIndexOfAny(ClauseEnds) + 1)..];
    }

    private static readonly SearchValues<char> ClauseEnds = SearchValues.Create("，,；;：:（(。");

    private readonly int _start;

    public Context Context { get; }

    public Topic Topic { get; }

    public Quantity? Quantity { get; }

    public Match Said { get; }

    public Sentence Sentence => Context.Sentence;

    /// <summary>The sentence before the words.</summary>
    public string Opening { get; }

    /// <summary>The clause before the words, up to them.</summary>
    public string Clause { get; }

    /// <summary>In words or as 0件.</summary>
    public bool IsNone => Quantity is null or { Number: 0 };

    /// <summary>The words name none of what was asked for: 申请 alone.</summary>
    public bool IsBare => Said.Groups["bare"].Success;

    /// <param name="mate">The statement before it in the sentence; in one clause (复议3件、诉讼2件) both are of one owner.</param>
    public Claim Read(Claim? mate)
    {
        var earlier = Context.Before + Opening;
        var within = IsOfThose(mate);
        var owner = OwnerOf(mate, within, earlier);
        var period = Periods.Last(earlier, Context.Report.Year) ?? Period.ThisYear;
        var clear = owner != Owner.Other && Quantity is not { IsExact: false } && IsTimely(period, earlier) && IsIntoNextYear()
            && ClaimMatter.IsAboutDisclosure(this) && (within || !ClaimMatter.IsOfPart(this)) && ClaimMatter.IsOfAll(this);
        return new Claim(Topic, Quantity, Sentence, owner, period, clear);
    }

    private Owner OwnerOf(Claim? mate, bool within, string earlier)
    {
        if (ClaimMatter.IsOfSomeApplicants(this)) return Owner.Other;
        var inOneClause = mate?.Quantity is { } listed && (within || listed.End > _start - Clause.Length);
        var owner = inOneClause ? mate!.Owner : Owners.Of(Clause.TrimStart('、', '和', '及', '与'), Context.Report.Unit); // without what the clause of an earlier number left in it
        return owner == Owner.Unsaid ? Owners.Last(earlier, Context.Report.Unit, Sentence.Plain[_start..] + Context.After) ?? owner : owner;
    }

    /// <summary>Documents in force are counted up to now; and where there was none up to now there was none this year, unless 暂无 or a count before it tells that none is left.</summary>
    private bool IsTimely(Period period, string earlier) => period switch
    {
        Period.ThisYear => true,
        Period.Cumulative => Topic == Topic.DocumentsInForce
            || (IsNone && Periods.IsUntilNow(earlier) && !Said.Value.Contains('暂', StringComparison.Ordinal) && !SomeCame().IsMatch(earlier)),
        _ => false,
    };

    /// <summary>「结转2025年度」 of the report of 2024; a year that is not said is the next.</summary>
    private bool IsIntoNextYear() => Said.Groups["into"] is not { Success: true } into || ReportYear.Parse(into.Value) == Context.Report.Year + 1;

    /// <summary>「收到申请13件（含上年结转5件）」: what was carried in is a part of all requests, and all that was carried in.</summary>
    private bool IsOfThose(Claim? mate) =>
        Quantity is { } quantity && Topic == Topic.RequestsCarriedIn && mate is { IsClear: true, Topic: Topic.RequestsReceived or Topic.RequestsAccepted, Quantity: { } all }
        && all.End == quantity.Start - quantity.Lead.Length && Counts().IsMatch(Clause);

    [GeneratedRegex("(?:收到|受理|接到|新收)[^，。；未没无]{0,24}[1-9]")]
    private static partial Regex SomeCame();

    [GeneratedRegex("^(?:其中)?(?:包?含|包括)?(?:了)?$")]
    private static partial Regex Counts();
}
