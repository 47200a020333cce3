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
/// <param name="Quantity">The number; null where it is said in words that there was none: 未收到, 没有发生.</param>
/// <param name="Owner">Whose number; statements of different owners do not contradict each other.</param>
/// <param name="IsClear">Number exact, the report's year, the unit that reports, nothing unknown in between: only such a statement accuses.</param>
public sealed record Claim(Topic Topic, Quantity? Quantity, Sentence Sentence, Owner Owner, Period Period, bool IsClear)
{
    /// <summary>0 where there was none.</summary>
    public decimal Number => Quantity?.Number ?? 0;

    /// <summary>Said in words, not as 0件.</summary>
    public bool IsNone => Quantity is null;

    /// <summary>The sentence says what was carried in, and may count it: 含上年结转.</summary>
    public bool WithCarried { get; } = Sentence.Plain.Contains("结转", StringComparison.Ordinal);
}
