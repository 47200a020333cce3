using System.Buffers;
using System.Text.RegularExpressions;

namespace ReportIngest.Reports.Narratives;

/// <summary>Finds the statements of a number or of none in the sentences of a report; <see cref="Statement"/> reads each.</summary>
internal static partial class ClaimReader
{
    public static IEnumerable<Claim> Of(IReadOnlyList<Sentence> sentences, Report report)
    {
        var first = 0; // of the paragraph
        for (var i = 0; i < sentences.Count; i++)
        {
            var sentence = sentences[i];
            if (sentences[first].Section != sentence.Section || sentences[first].Paragraph != sentence.Paragraph) first = i;
            var denies = Denies(sentence.Plain);
            if (sentence.Quantities.IsEmpty && !denies) continue;
            var topics = Array.FindAll(Topics.All, words => Array.Exists(words.Marks, mark => sentence.Plain.Contains(mark, StringComparison.Ordinal)));
            if (topics.Length == 0) continue;
            var context = new Context(report, sentence, Before(sentences, first, i), After(sentences, i));
            Claim? opens = null;
            foreach (var claim in Counted(context, topics))
            {
                if (claim.Quantity?.Start == sentence.Quantities[0].Start) opens = claim;
                yield return claim;
            }

            if (!denies) continue;
            foreach (var claim in Denied(context, topics, opens)) yield return claim;
        }
    }

    // Nobody's paragraph is longer; of a text in one paragraph what was said so far back is no longer meant.
    private const int Past = 1500;

    private static string Before(IReadOnlyList<Sentence> sentences, int first, int at)
    {
        var from = at;
        for (var length = 0; from > first && length < Past; from--) length += sentences[from - 1].Plain.Length;
        return string.Concat(Enumerable.Range(from, at - from).Select(earlier => sentences[earlier].Plain));
    }

    private static string After(IReadOnlyList<Sentence> sentences, int at) =>
        at + 1 < sentences.Count && sentences[at + 1] is var next && next.Section == sentences[at].Section && next.Paragraph == sentences[at].Paragraph ? next.Plain : "";

    private static IEnumerable<Claim> Counted(Context context, TopicWords[] topics)
    {
        var sentence = context.Sentence;
        TopicWords? previous = null;
        Claim? before = null, opens = null;
        foreach (var quantity in sentence.Quantities)
        {
            var lead = Trailing().Replace(quantity.Lead, "");
            var found = topics
                .Where(words => words.Units.Contains(quantity.Unit))
                .Select(words => (Words: words, Match: Said(words, lead, quantity.Tail)))
                .FirstOrDefault(found => found.Match is { } match && (!match.Groups["chain"].Success || IsDocument(previous?.Topic)));
            previous = found.Words ?? (IsDocument(previous?.Topic) && quantity.Lead.Contains("其中", StringComparison.Ordinal) ? null : previous);
            if (found is not { Words: { } words, Match: { } said }) continue;
            var start = quantity.Start - quantity.Lead.Length + said.Index;
            before = new Statement(context, words.Topic, quantity, said, start).Read(before);
            if (words.Topic == Topic.RequestsCarriedOut && !(IsRestOf(opens, sentence) && (!IsBehind(said, quantity) || IsOfAll(opens!, sentence, quantity)))) before = before with { IsClear = false };
            if (quantity.Start == sentence.Quantities[0].Start) opens = before;
            yield return before;
        }
    }

    /// <summary>「收到申请12件，答复9件，结转下年度3件」: the rest of all that came, as the sentence begins with them. Complaints are carried out too, and the requests of one way or kind.</summary>
    private static bool IsRestOf(Claim? opens, Sentence sentence) =>
        opens is { IsClear: true, Topic: Topic.RequestsReceived or Topic.RequestsAccepted } && CarriedOut().Count(sentence.Plain) == 1 && !ClaimMatter.Disputed().IsMatch(sentence.Plain);

    /// <summary>Nothing stands between all that came and what was left but what became of them, and no more is counted: 「征地类5件，2件结转下年度」 「1件结转下年度，2件尚在补正」.</summary>
    private static bool IsOfAll(Claim all, Sentence sentence, Quantity left) =>
        Became().IsMatch(sentence.Plain.AsSpan(all.Quantity!.End..left.Start)) && sentence.Quantities.All(other => other.Start <= left.Start || other.Unit != left.Unit);

    /// <summary>「无结转下年度」 of all: of those of one kind, or of last year's, there may be none where others were left.</summary>
    private static bool IsNoneOfAll(Claim none, Claim? all, Sentence sentence, Match clause, Match said)
    {
        if ((none.Topic == Topic.RequestsCarriedOut ? CarriedOut() : CarriedIn()).Count(sentence.Plain) != 1) return false;
        return all is { IsClear: true, Topic: Topic.RequestsReceived or Topic.RequestsAccepted, Quantity.End: var end } && end <= clause.Index
            ? Became().IsMatch(sentence.Plain.AsSpan(end..clause.Index))
            : clause.Index == 0 && !said.Groups["bare"].Success;
    }

    /// <summary>The words stand behind the number: 「2件结转下年度」.</summary>
    private static bool IsBehind(Match said, Quantity quantity) => !said.Value.Contains("结转", StringComparison.Ordinal) && quantity.Tail.Contains("结转", StringComparison.Ordinal);

    private static Match? Said(TopicWords words, string lead, string tail)
    {
        if (words.Lead.Match(lead) is { Success: true } named) return named;
        return words.Verb is { } verb && words.Thing!.IsMatch(tail) && verb.Match(lead) is { Success: true } verbal ? verbal : null;
    }

    private static bool IsDocument(Topic? topic) => topic is Topic.DocumentsIssued or Topic.DocumentsRepealed or Topic.DocumentsInForce;

    /// <summary>Every way to say none has one of these.</summary>
    private static bool Denies(ReadOnlySpan<char> text) => text.ContainsAny(None) || text.Contains("不存在", StringComparison.Ordinal) || text.Contains("为0", StringComparison.Ordinal);

    private static readonly SearchValues<char> None = SearchValues.Create("未没无零");

    /// <summary>Clauses without a number that say there was none.</summary>
    private static IEnumerable<Claim> Denied(Context context, TopicWords[] topics, Claim? opens)
    {
        var sentence = context.Sentence;
        foreach (Match clause in Clause().Matches(sentence.Plain))
        {
            if (clause.Length > LongestClause || !Denies(clause.ValueSpan) || HasNumber(sentence, clause)) continue;
            foreach (var words in topics)
            {
                if (words.None?.Match(clause.Value) is not { Success: true } said) continue;
                var claim = new Statement(context, words.Topic, null, said, clause.Index + said.Index).Read(mate: null);
                var some = AreCounted(words, context, clause) || (words.Topic is Topic.RequestsCarriedIn or Topic.RequestsCarriedOut && !IsNoneOfAll(claim, opens, sentence, clause, said));
                yield return some ? claim with { IsClear = false } : claim;
                break;
            }
        }
    }

    // Longer than any that says so; what is longer is a table turned into text.
    private const int LongestClause = 80;

    private static bool HasNumber(Sentence sentence, Match clause) =>
        sentence.Quantities.Any(quantity => quantity.Start >= clause.Index && quantity.End <= clause.Index + clause.Length && !Piece().IsMatch(quantity.Lead + quantity.Unit));

    /// <summary>「没有单位提出申请，12件均为个人提出」: the sentence counts requests of this year, so it denies some only.</summary>
    private static bool AreCounted(TopicWords words, Context context, Match clause) =>
        words.Topic is Topic.RequestsReceived or Topic.RequestsAccepted && context.Sentence.Quantities.Any(quantity =>
            quantity.Number > 0 && words.Units.Contains(quantity.Unit) && (quantity.End <= clause.Index || quantity.Start >= clause.Index + clause.Length)
            && (Asked().IsMatch(quantity.Lead.AsSpan(quantity.Lead.LastIndexOf('，') + 1)) || Asked().IsMatch(quantity.Tail)) && Periods.Last(quantity.Lead, context.Report.Year) != Period.LastYear);

    [GeneratedRegex("收到|受理|接到|申请|均[为系由]")]
    private static partial Regex Asked();

    [GeneratedRegex("结转(?:至|到|入)?(?:下|次|明|20)")]
    private static partial Regex CarriedOut();

    [GeneratedRegex("(?:上一?年度?|去年)结转|结转自?(?:上|去)")]
    private static partial Regex CarriedIn();

    // Only words that are known to leave out none.
    [GeneratedRegex("^(?:[，、；（）]|(?:政府)?信息公开|申请|上年度?结转(?=[0-9])|含|均|已|全部|都|并|且|按时|按期|依法|依规|及时|予以|在?(?:法定|规定)?(?:期限|时限)内|完成|完毕|了|答复|办结|办理|处理|回复|[0-9]+件|共)*(?:(?:其余|剩余|余下|另有|另|尚有|还有|有|余)的?)?$")]
    private static partial Regex Became();

    // 申请，共34件: the noun stands in the clause before.
    [GeneratedRegex("，(?=(?:共计|共|合计|总计|累计)$)")]
    private static partial Regex Trailing();

    [GeneratedRegex("[^，,；;。：:（）()]+(?:[，,](?:也未|未|也没有|没有)?(?:被)?(?:提起|发生)?(?:行政)?诉讼[^，,；;。：:（）()]*)?")]
    private static partial Regex Clause();

    // 未发生一起…: a number that says none.
    [GeneratedRegex("(?:未|没有|无)[^，。；]*[件起例宗]$")]
    private static partial Regex Piece();
}
