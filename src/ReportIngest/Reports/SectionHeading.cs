using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace ReportIngest.Reports;

/// <summary>How sure a line is to be a heading of the form; the values weigh against each other in <see cref="SectionReader"/>.</summary>
internal enum HeadingFit
{
    /// <summary>Numbered, the title altered.</summary>
    Altered = 1,

    /// <summary>The title alone: a heading whose number the format lost, an entry of a menu.</summary>
    Unnumbered = 2,

    /// <summary>Numbered, and a title in use.</summary>
    Exact = 3,
}

/// <summary>A line that may open a section.</summary>
/// <param name="Number">As printed: <c>三、</c>, <c>3.</c>, <c>第三部分</c>; empty where the line has none.</param>
/// <param name="First">Index of the line.</param>
/// <param name="Lines">Lines the heading takes: two when its title is broken.</param>
/// <param name="Heading">The heading as printed.</param>
/// <param name="Rest">What stands behind the heading in the same line.</param>
internal sealed partial record SectionHeading(string Number, int First, int Lines, FormSection Section, HeadingFit Fit, string Heading, string Rest)
{
    /// <summary>The longest title in use has 36 characters (五、政府信息公开工作存在的主要问题及改进情况 and the like); a sentence is longer or has a 。.</summary>
    private const int LongestHeading = 40;

    /// <summary>1、2、3、: within a report whose sections are 一、二、三、 these number what stands inside a section (1、主动公开情况 in section one).</summary>
    public bool IsArabic => Number.Length > 0 && char.IsAsciiDigit(Number[0]);

    /// <summary>The number is the section's in the form.</summary>
    public bool HasOwnNumber => Number.Contains(Numerals[Section.Number - 1], StringComparison.Ordinal);

    /// <summary>The title is the form's, word for word.</summary>
    public bool HasFormsTitle => CompactText.Of(Heading).EndsWith(Section.Title, StringComparison.Ordinal);

    /// <summary>The line at <paramref name="index"/> as a heading of the form; null where it is none.</summary>
    /// <param name="inSheet">A cell may be one by itself, as in a table that holds the whole report; else only with a sentence or the form's table behind it, since a menu may be a table too.</param>
    public static SectionHeading? At(ImmutableArray<Line> lines, int index, bool inSheet = false)
    {
        var line = lines[index];
        if (line.Kind is LineKind.Cell or LineKind.Alone && !OpensAsForm(line, inSheet)) return null;
        var number = NumberOf(line.Compact);
        if ((number.Length == 0 && !line.IsShort) || (line.Compact is ['（' or '(', ..] && InnerNumber().IsMatch(line.Compact))) return null;
        var titled = line.Compact[number.Length..];
        foreach (var section in FormSections.MayOpen(titled) ? FormSections.All : [])
        {
            if (section.Printed.Match(titled) is { Success: true } title && Printed(line, index, section, number, number.Length + title.Length) is { } heading)
            {
                return heading;
            }
        }

        return number.Length > 0 || line.Kind == LineKind.Heading ? Broken(lines, index, number) ?? Altered(line, index, number) : null;
    }

    /// <summary>In a table only the form's own number and title, word for word, are a heading: its labels are numbered too.</summary>
    private static bool OpensAsForm(Line cell, bool whole) =>
        cell.Text is [var first, ..] && Numerals.AsSpan().IndexOf(first) is >= 0 and < 6 and var at
        && NumberOf(cell.Compact) is { Length: > 0 } number && cell.Compact.AsSpan(number.Length).StartsWith(FormSections.All[at].Title, StringComparison.Ordinal)
        && (whole || cell.Text.Contains('。') || FormsTableBegins().IsMatch(cell.Compact.AsSpan(number.Length + FormSections.All[at].Title.Length)));

    private static string NumberOf(string compact)
    {
        if (compact.Length == 0 || !Numbers.Contains(compact[0])) return "";
        foreach (var number in Numbering().EnumerateMatches(compact)) return compact[..number.Length];
        return "";
    }

    /// <summary>A title in use, with nothing, page numbers of a table of contents, or the text of the section behind it.</summary>
    private static SectionHeading? Printed(Line line, int index, FormSection section, string number, int end)
    {
        var rest = line.Compact[end..];
        if (Leader().IsMatch(rest) && line.IsShort)
            return new SectionHeading(number, index, 1, section, number.Length > 0 ? HeadingFit.Exact : HeadingFit.Unnumbered, line.Text.TrimEnd(':', '：', '。'), "");
        if (number.Length == 0) return null;
        var at = CompactText.IndexAfter(line.Text, end);
        if (!CompactText.IsBlank(line.Text[at]) && !TextBegins().IsMatch(rest) && !IsForms(section, number, line.Compact[number.Length..end])) return null;
        return new SectionHeading(number, index, 1, section, HeadingFit.Exact, line.Text[..at], line.Text[at..].TrimStart(' ', '　', '\u00A0', '。', '：', ':', '.', '．'));
    }

    /// <summary>The form's own number and title, word for word: a heading whatever is glued to it (六、其他需要报告的事项按照…).</summary>
    private static bool IsForms(FormSection section, string number, string title) => number[0] == Numerals[section.Number - 1] && title == section.Title;

    /// <summary>A title that a line break cuts in two.</summary>
    private static SectionHeading? Broken(ImmutableArray<Line> lines, int index, string number)
    {
        if (number.Length == 0 || index + 1 == lines.Length || lines[index + 1].IsInTable) return null;
        var (first, second) = (lines[index], lines[index + 1]);
        if (first.Compact.Length + second.Compact.Length > LongestHeading) return null;
        var joined = first.Compact[number.Length..] + second.Compact;
        var section = FormSections.All.FirstOrDefault(section => section.Printed.Match(joined) is { Success: true } title && title.Length == joined.Length);
        return section is null ? null : new SectionHeading(number, index, 2, section, HeadingFit.Exact, first.Text + second.Text, "");
    }

    private static SectionHeading? Altered(Line line, int index, string number)
    {
        var title = line.Compact[number.Length..];
        if (!line.IsShort || title.Length > LongestHeading || Sentence().IsMatch(title)) return null;
        // 因…申请行政复议 has the words of sections three and four: the later section's say more.
        var section = FormSections.All.LastOrDefault(section => section.Words.IsMatch(title) && Fits(section, number));
        return section is null ? null : new SectionHeading(number, index, 1, section, HeadingFit.Altered, line.Text, "");
    }

    /// <summary>A number may be off by one where a part was left out or put in; with another one an altered title is an item of some list.</summary>
    private static bool Fits(FormSection section, string number) =>
        number.FirstOrDefault(character => Numerals.Contains(character)) is not '\0' and var numeral
            ? Math.Abs(Numerals.IndexOf(numeral) % 9 + 1 - section.Number) <= 1
            : number.Length == 0;

    /// <summary>What a number begins with.</summary>
    private static readonly SearchValues<char> Numbers = SearchValues.Create("第一二三四五六七八九十—―－-123456789");

    private const string Numerals = "一二三四五六七八九123456789";

    // （一） numbers what stands inside a section, also where it has a section's words: （一）存在的主要问题.
    [GeneratedRegex("^[（(][一二三四五六七八九十0-9]{1,2}[）)]")]
    private static partial Regex InnerNumber();

    [GeneratedRegex("^(?:第?[一二三四五六七八九十]{1,2}(?:部分|[、.．,，:：])[、.．:：]?|[一二三四五六](?=总体情况$|主动公开政府信息情况$|收到和处理政府信息公开申请情况$|政府信息公开行政复议、行政诉讼情况$|存在的主要问题及改进情况$|其他需要报告的事项$)|[—―－-]{1,2}、|[1-9](?:、|[.．](?![0-9])))?")]
    private static partial Regex Numbering();

    [GeneratedRegex("^[:：。]?$|^[.…·。．_—-]*[0-9]{1,3}$|^[.…·．_—-]+$")]
    private static partial Regex Leader();

    [GeneratedRegex("^(?:[。：:，,；;.．—（(]|20[0-9]{2}|本|我)")]
    private static partial Regex TextBegins();

    // What the form prints at the head of its three tables.
    [GeneratedRegex("^(?:第二十条|信息内容|[（(]?本列数据|行政复议)")]
    private static partial Regex FormsTableBegins();

    [GeneratedRegex("[。；;]")]
    private static partial Regex Sentence();
}
