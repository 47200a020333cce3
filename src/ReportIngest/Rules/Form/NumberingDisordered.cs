using System.Globalization;
using System.Text.RegularExpressions;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Form;

/// <summary>Numbers of headings that repeat or do not follow each other: （三） twice, — for 一, section five before section four.</summary>
internal sealed partial class NumberingDisordered : IRule
{
    private const string Numerals = "一二三四五六七八九十";

    public RuleInfo Info { get; } = new("RI505", Category.Form, Severity.Note, new("章节编号重复或错乱", "Numbering repeated or out of order"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        if (report.Sections.IsEmpty) return [Observation.CannotTell];
        return Sections(report).Concat(report.Sections.Where(section => section.Number is not (2 or 3 or 4)).SelectMany(section => Items(report, section))).DefaultIfEmpty(Observation.Holds);
    }

    /// <summary>The numbers of the sections rise; one may be left out with its section.</summary>
    private IEnumerable<Observation> Sections(Report report)
    {
        var (before, last) = (0, (Section?)null);
        foreach (var section in report.Sections)
        {
            if (Dash().IsMatch(section.Heading))
            {
                yield return Observation.Fails(Disordered(report, section, section.Heading.Trim(), "“一”写成了横线", "a dash stands for 一"));
                continue;
            }

            if (Outer().Match(section.Heading) is not { Success: true } match) continue;
            var number = NumberOf(match.Groups["number"].ValueSpan[0]);
            if (number > before && last is not null && section.Number < last.Number)
                yield return Observation.Fails(Disordered(report, section, section.Heading.Trim(), $"排在第{Forms.Number.Zh(last.Number)}部分之后，与统一格式的顺序不同", $"it stands behind section {Forms.Number.En(last.Number)}, against the form's order"));
            else if (number <= before)
                yield return Observation.Fails(Disordered(report, section, section.Heading.Trim(), $"编号不在前一个“{Numerals[before - 1]}”之后", "its number does not follow the one before"));
            else if (last is not null && section.Number == last.Number + 1 && before == last.Number && number > before + 1 && !HasPart(last, before + 1))
                yield return Observation.Fails(Disordered(report, section, section.Heading.Trim(), $"前一个编号是“{Numerals[before - 1]}”，编号不连续", "a number is left out before it"));
            (before, last) = (number, section);
        }
    }

    /// <summary>A part of the unit's own, between two of the form's.</summary>
    private static bool HasPart(Section section, int number) => section.Text.Split('\n').Any(line => Outer().Match(line) is { Success: true } match && NumberOf(match.Groups["number"].ValueSpan[0]) == number);

    private static int NumberOf(char numeral) => char.IsAsciiDigit(numeral) ? numeral - '0' : Numerals.IndexOf(numeral, StringComparison.Ordinal) + 1;

    /// <summary>（一）, （二）… inside a section follow each other, or begin anew. Not in sections two to four, where the lines of a lost table may stand.</summary>
    private IEnumerable<Observation> Items(Report report, Section section)
    {
        List<Item> items = [.. Numbered(section.Text)];
        var wrong = items.Where((item, i) => item.Number != 1 && item.Number != item.Before + 1 && !StandWithinLines(Between(i), item.Before + 1, item.Number)).ToList();
        // A list in a list says no more than that its other numbers are out of order.
        if (wrong.Count == 0) wrong = [.. items.Where((item, i) => item is { Number: 1, Before: 1 } && !IsNewList(Between(i))).Take(1)];
        return wrong.ConvertAll(item => Wrong(report, section, item)).Concat(Repeated(report, section));

        string Between(int i) => section.Text[(i == 0 ? 0 : items[i - 1].End)..items[i].Index];
    }

    /// <param name="Before">The number of the item before it; 0 for the first.</param>
    private readonly record struct Item(int Number, int Before, int Index, int End);

    private Observation Wrong(Report report, Section section, Item item)
    {
        var (zh, en) = item.Number == item.Before ? ("编号与前一项重复", "it has the number of the item before") : ("编号不连续", "its number does not follow the one before");
        return Observation.Fails(Disordered(report, section, ReportText.Sentence(section.Text, item.Index, item.End - item.Index), zh, en));
    }

    /// <summary>The numbers left out stand behind others in a line: a list in one line, or lines that the edge of a page has cut and that were read on into the next.</summary>
    private static bool StandWithinLines(string between, int from, int to)
    {
        if (from >= to) return false;
        var within = Within().Matches(between).Select(match => NumberOf(match.Groups["number"].ValueSpan[0])).ToHashSet();
        return Enumerable.Range(from, to - from).All(within.Contains);
    }

    /// <summary>三） with one bracket counts only where it fills the gap between （二） and （四）: 一） and 二） are also a list within （一）.</summary>
    private static IEnumerable<Item> Numbered(string text)
    {
        List<(int Number, bool IsWhole, int Index, int End)> all = [];
        foreach (var match in Inner().EnumerateMatches(text))
        {
            var at = match.Index + match.Length - 2; // before the closing bracket
            all.Add((Numerals.IndexOf(text[at]) + 1, at > 0 && text[at - 1] is '（' or '(', match.Index, match.Index + match.Length));
        }

        var before = 0;
        foreach (var item in all.Where((item, i) => item.IsWhole || (i > 0 && i + 1 < all.Count && all[i - 1].IsWhole && all[i + 1].IsWhole && all[i - 1].Number == item.Number - 1 && all[i + 1].Number == item.Number + 1)))
        {
            yield return new Item(item.Number, before, item.Index, item.End);
            before = item.Number;
        }
    }

    // A heading without a number of its own is short.
    private const int ShortLine = 16;

    /// <summary>Between two （一） a line opens another list (改进情况, 重点做好以下工作：), or the first goes on in its line: （一）…，（二）….</summary>
    private static bool IsNewList(string between) => Second().IsMatch(between) || between.Split('\n').Skip(1).Any(line => line.Trim() is { Length: > 0 } heading && ((heading.Length <= ShortLine && heading[^1] != '。') || Opening().IsMatch(heading)));

    /// <summary>2. twice in a row; lists of different signs (1、 and 1.) may stand in each other, and items behind the first of a line are not seen, so that nothing is said of gaps.</summary>
    private IEnumerable<Observation> Repeated(Report report, Section section)
    {
        var last = new Dictionary<char, (string Number, int End)>();
        foreach (Match match in Arabic().Matches(section.Text))
        {
            var (sign, number) = (match.ValueSpan[^1], match.Groups["number"].Value);
            if (number.Length == 0) last.Clear();
            else if (number != "1" && last.TryGetValue(sign, out var before) && before.Number == number && !First().IsMatch(section.Text.AsSpan(before.End..match.Index)))
                yield return Observation.Fails(Disordered(report, section, ReportText.Sentence(section.Text, match.Groups["number"]), "编号与前一项重复", "it has the number of the item before"));
            if (number.Length > 0) last[sign] = (number, match.Index + match.Length);
        }
    }

    private Finding Disordered(Report report, Section section, string line, string zh, string en) => Finding.Of(
        Info,
        report,
        new Message($"第{Forms.Number.Zh(section.Number)}部分“{line}”：{zh}。请重新编号。", $"Section {Forms.Number.En(section.Number)}, “{line}”: {en}. Number the headings anew.")) with
    { Part = section.Number.ToString(CultureInfo.InvariantCulture) + ":" + line };

    [GeneratedRegex("^\\s*(?:第(?<number>[一二三四五六七八九十])部分|(?<number>[一二三四五六七八九十])\\s*[、.．，]|(?<number>[1-9])\\s*[、.．，](?![0-9]))", RegexOptions.ExplicitCapture)]
    private static partial Regex Outer();

    [GeneratedRegex("^\\s*[—―－-]+\\s*、", RegexOptions.ExplicitCapture)]
    private static partial Regex Dash();

    // 三)政府信息管理: a bracket that was forgotten leaves out no number.
    [GeneratedRegex("(?m:^)" + LineStart.Blanks + "[（(]?[一二三四五六七八九十][）)]")]
    private static partial Regex Inner();

    // With words of its own behind it: 第二十条第（二）项, 附件（二） and （一）、（二） refer to something.
    [GeneratedRegex("(?<![第件表图款项目、）)和与及至]|第[一二三四五六七八九十百0-9]{1,6}条)[（(](?<number>[一二三四五六七八九十])[）)](?![项款目条])(?=\\s{0,4}\\p{Lo}{2})", RegexOptions.ExplicitCapture)]
    private static partial Regex Within();

    [GeneratedRegex("[（(]二[）)]")]
    private static partial Regex Second();

    // 下一步，1.加强培训: a list that begins inside a line.
    [GeneratedRegex("(?<![0-9.．])1(?:、|[.．](?![0-9]))")]
    private static partial Regex First();

    [GeneratedRegex("[：:]$|改进|下一步|以下|措施")]
    private static partial Regex Opening();

    /// <summary>2. and 2、 at the beginning of a line; （二） begins their lists anew.</summary>
    [GeneratedRegex("(?m:^)" + LineStart.Blanks + "(?:(?<number>[1-9][0-9]?)(?:、|[.．](?![0-9]))|[（(][一二三四五六七八九十]{1,3}[）)])", RegexOptions.ExplicitCapture)]
    private static partial Regex Arabic();
}
