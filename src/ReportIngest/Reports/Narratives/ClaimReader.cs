using System.Buffers;
using System.Text.RegularExpressions;

namespace ReportIngest.Reports.Narratives;

/// <summary>Sentences → statements of a number or of none. What a statement leaves unsaid it takes from the text before it in its paragraph.</summary>
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
            var around = new Around(Before(sentences, first, i), After(sentences, i));
            Claim? opens = null;
            foreach (var claim in Counted(sentence, topics, around, report))
            {
                if (claim.Quantity?.Start == sentence.Quantities[0].Start) opens = claim;
                yield return claim;
            }

            if (!denies) continue;
            foreach (var claim in Denied(sentence, topics, around, report, opens)) yield return claim;
        }
    }

    // Nobody's paragraph is longer; of a text in one paragraph what was said so far back is no longer meant.
    private const int Past = 1500;

    /// <summary>The text of the paragraph before a sentence.</summary>
    private static string Before(IReadOnlyList<Sentence> sentences, int first, int at)
    {
        var from = at;
        for (var length = 0; from > first && length < Past; from--) length += sentences[from - 1].Plain.Length;
        return string.Concat(Enumerable.Range(from, at - from).Select(earlier => sentences[earlier].Plain));
    }

    /// <summary>The next sentence of the paragraph, which may say what the number before it was of.</summary>
    private static string After(IReadOnlyList<Sentence> sentences, int at) =>
        at + 1 < sentences.Count && sentences[at + 1] is var next && next.Section == sentences[at].Section && next.Paragraph == sentences[at].Paragraph ? next.Plain : "";

    private readonly record struct Around(string Before, string After);

    private static IEnumerable<Claim> Counted(Sentence sentence, TopicWords[] topics, Around around, Report report)
    {
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
            before = Create(words, sentence, quantity, start, said, around, report, before);
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
    private static IEnumerable<Claim> Denied(Sentence sentence, TopicWords[] topics, Around around, Report report, Claim? opens)
    {
        foreach (Match clause in Clause().Matches(sentence.Plain))
        {
            if (clause.Length > 80 || !Denies(clause.ValueSpan) || sentence.Quantities.Any(quantity => quantity.Start >= clause.Index && quantity.End <= clause.Index + clause.Length && !Piece().IsMatch(quantity.Lead + quantity.Unit))) continue;
            foreach (var words in topics)
            {
                if (words.None?.Match(clause.Value) is not { Success: true } said) continue;
                var claim = Create(words, sentence, null, clause.Index + said.Index, said, around, report);
                var some = AreCounted(words, sentence, clause, report) || (words.Topic is Topic.RequestsCarriedIn or Topic.RequestsCarriedOut && !IsNoneOfAll(claim, opens, sentence, clause, said));
                yield return some ? claim with { IsClear = false } : claim;
                break;
            }
        }
    }

    /// <summary>「没有单位提出申请，12件均为个人提出」: the sentence counts requests of this year, so it denies some only.</summary>
    private static bool AreCounted(TopicWords words, Sentence sentence, Match clause, Report report) =>
        words.Topic is Topic.RequestsReceived or Topic.RequestsAccepted && sentence.Quantities.Any(quantity =>
            quantity.Number > 0 && words.Units.Contains(quantity.Unit) && (quantity.End <= clause.Index || quantity.Start >= clause.Index + clause.Length)
            && (Asked().IsMatch(quantity.Lead.AsSpan(quantity.Lead.LastIndexOf('，') + 1)) || Asked().IsMatch(quantity.Tail)) && Periods.Last(quantity.Lead, report.Year) != Period.LastYear);

    /// <param name="mate">The statement before it in the sentence; in one clause (复议3件、诉讼2件) both are of one scope.</param>
    private static Claim Create(TopicWords words, Sentence sentence, Quantity? quantity, int start, Match said, Around around, Report report, Claim? mate = null)
    {
        // A pattern may begin with the punctuation before its clause.
        while (start < sentence.Plain.Length && sentence.Plain[start] is '，' or '、' or '：' or ':') start++;
        var opening = sentence.Plain[..start];
        var clause = opening[(opening.LastIndexOfAny(['，', ',', '；', ';', '：', ':', '（', '(', '。']) + 1)..];
        var earlier = around.Before + opening;
        var within = quantity is not null && IsOfThose(words.Topic, clause, mate, quantity);
        var scope = mate?.Quantity is { } listed && (within || listed.End > start - clause.Length) ? mate.Scope : Scopes.Of(Only(clause), report.Unit);
        if (ClaimMatter.IsOfSome(said.Value + quantity?.Tail) || (quantity is not null && ClaimMatter.IsOfCitizens(said.Value + quantity.Tail, opening, sentence, quantity, around.After))) scope = Scope.Other;
        if (scope == Scope.Unsaid) scope = Scopes.Last(earlier, report.Unit, sentence.Plain[start..] + around.After) ?? Scope.Unsaid;
        var period = Periods.Last(earlier, report.Year) ?? Period.ThisYear;
        var none = quantity is null or { Number: 0 };
        // Documents in force are counted up to now; and where there was none up to now there was none this year, unless 暂无 or a count before it tells that none is left.
        var timely = period == Period.ThisYear || (period == Period.Cumulative && (words.Topic == Topic.DocumentsInForce || (none && Periods.IsUntilNow(earlier) && !said.Value.Contains('暂', StringComparison.Ordinal) && !SomeCame().IsMatch(earlier))));
        var about = (none && ClaimMatter.IsDispute(words.Topic) && !Limited().IsMatch(opening)) || ClaimMatter.IsAbout(words.Topic, sentence, said, none) || (ClaimMatter.IsDispute(words.Topic) && ClaimMatter.IsAboutRequests(around.Before, opening, said));
        var whole = (within || !Part().IsMatch(clause)) && !Aside().IsMatch(opening) && !IsAddition(words.Topic, sentence) && !(words.Topic == Topic.Disclosed && Channel().IsMatch(opening))
            && !(said.Groups["done"].Success && Waiting().IsMatch(sentence.Plain))
            && !(quantity is not null && (ClaimMatter.IsOfMore(words.Topic, sentence, said, quantity, around.After) || ClaimMatter.IsOfSomeWay(said, sentence, quantity) || ClaimMatter.IsOfDocuments(said, opening, sentence, quantity)));
        var nextYear = said.Groups["into"] is not { Success: true } into || ReportYear.Parse(into.Value) == report.Year + 1;
        var clear = timely && nextYear && scope != Scope.Other && quantity is not { IsExact: false } && about && whole;
        return new Claim(words.Topic, quantity?.Number ?? 0, quantity is null, clear, Carried().IsMatch(sentence.Plain), scope, period, sentence, quantity);
    }

    /// <summary>「收到申请13件（含上年结转5件）」: what was carried in is a part of all requests, and all that was carried in.</summary>
    private static bool IsOfThose(Topic topic, string clause, Claim? mate, Quantity quantity) =>
        topic == Topic.RequestsCarriedIn && mate is { IsClear: true, Topic: Topic.RequestsReceived or Topic.RequestsAccepted, Quantity: { } all } && all.End == quantity.Start - quantity.Lead.Length && Counts().IsMatch(clause);

    /// <summary>The clause without what an earlier quantity's clause left in it.</summary>
    private static string Only(string clause) => clause.TrimStart('、', '和', '及', '与');

    private static bool IsAddition(Topic topic, Sentence sentence) => topic == Topic.Disclosed && AddsOn().IsMatch(sentence.Plain);

    [GeneratedRegex("收到|受理|接到|申请|均[为系由]")]
    private static partial Regex Asked();

    [GeneratedRegex("(?:收到|受理|接到|新收)[^，。；未没无]{0,24}[1-9]")]
    private static partial Regex SomeCame();

    [GeneratedRegex("结转(?:至|到|入)?(?:下|次|明|20)")]
    private static partial Regex CarriedOut();

    // 「政府网站：发布信息42条」: a line of a list of channels.
    [GeneratedRegex("(?:网站|公众号|微信|微博|平台|栏|客户端|抖音|头条|电子屏|新媒体)[^，。；：]{0,6}：$")]
    private static partial Regex Channel();

    [GeneratedRegex("(?:上一?年度?|去年)结转|结转自?(?:上|去)")]
    private static partial Regex CarriedIn();

    // Only words that are known to leave out none.
    [GeneratedRegex("^(?:[，、；（）]|(?:政府)?信息公开|申请|上年度?结转(?=[0-9])|含|均|已|全部|都|并|且|按时|按期|依法|依规|及时|予以|在?(?:法定|规定)?(?:期限|时限)内|完成|完毕|了|答复|办结|办理|处理|回复|[0-9]+件|共)*(?:(?:其余|剩余|余下|另有|另|尚有|还有|有|余)的?)?$")]
    private static partial Regex Became();

    [GeneratedRegex("其余|剩余|余下|结转|尚|未")]
    private static partial Regex Waiting();

    [GeneratedRegex("^(?:其中)?(?:包?含|包括)?(?:了)?$")]
    private static partial Regex Counts();

    // 「行政执法方面，未发生行政复议」 says nothing of those about disclosure.
    [GeneratedRegex("(?:方面|领域|(?<!公开)工作|村|半年)[^，,。；]{0,8}[，,：:]?[^，,。；]{0,8}$")]
    private static partial Regex Limited();

    // 申请，共34件: the noun stands in the clause before.
    [GeneratedRegex("，(?=(?:共计|共|合计|总计|累计)$)")]
    private static partial Regex Trailing();

    [GeneratedRegex("[^，,；;。：:（）()]+(?:[，,](?:也未|未|也没有|没有)?(?:被)?(?:提起|发生)?(?:行政)?诉讼[^，,；;。：:（）()]*)?")]
    private static partial Regex Clause();

    // 未发生一起…: a number that says none.
    [GeneratedRegex("(?:未|没有|无)[^，。；]*[件起例宗]$")]
    private static partial Regex Piece();

    [GeneratedRegex("其中|包括|含|结转|转办|转来|同比|较|比|应收|退|增加|减少|一审|二审|再审|上诉|经复议|重复|撤[回销]|网上|线上|现场|来信|邮寄|当面|书面|纸质|新增|新发生")]
    private static partial Regex Part();

    // A statement behind 如, 若 or inside 依据…规定 is none about the year.
    [GeneratedRegex("(?:如果|若|凡是|对于|对|按照|根据)[^，。；]*$")]
    private static partial Regex Aside();

    // 此外，还通过公示栏公开信息42条: more of it, by other ways, and not all of it.
    [GeneratedRegex("^(?:此外|另外|除此之外|与此同时|同时)[，,]|^[^，,。；;]{0,12}还(?:通过|利用|以)")]
    private static partial Regex AddsOn();

    [GeneratedRegex("结转")]
    private static partial Regex Carried();
}
