namespace ReportIngest.Reports.Narratives;

/// <summary>What a statement counts.</summary>
public enum Topic
{
    /// <summary>收到申请: new ones; some count those carried in as well.</summary>
    RequestsReceived,

    /// <summary>受理申请: new, or new and carried in: both are in use.</summary>
    RequestsAccepted,

    /// <summary>上年结转: those left over from the year before.</summary>
    RequestsCarriedIn,

    /// <summary>结转下年度: those left for the year after.</summary>
    RequestsCarriedOut,

    /// <summary>答复、办结: may or may not count what was not processed.</summary>
    RequestsAnswered,

    Reviews,

    Suits,

    /// <summary>复议、诉讼 in one number, or in one 未发生.</summary>
    Disputes,

    DocumentsIssued,

    DocumentsRepealed,

    DocumentsInForce,

    /// <summary>信息处理费, in 元.</summary>
    ProcessingFee,

    /// <summary>主动公开信息 of all channels.</summary>
    Disclosed,
}

/// <summary>A statement of a number, or of none, that a rule may hold against another.</summary>
/// <param name="Number">0 for 未收到, 没有发生.</param>
/// <param name="IsNone">Said in words, not as 0件.</param>
/// <param name="IsClear">Number exact, the report's year, the unit that reports, nothing unknown in between: only such a statement accuses.</param>
/// <param name="WithCarried">The sentence says that what was carried in is counted: 含上年结转.</param>
/// <param name="Scope">Whose number; statements of different scopes do not contradict each other.</param>
/// <param name="Quantity">Null for <paramref name="IsNone"/>.</param>
public sealed record Claim(
    Topic Topic, decimal Number, bool IsNone, bool IsClear, bool WithCarried, Scope Scope, Period Period, Sentence Sentence, Quantity? Quantity);
