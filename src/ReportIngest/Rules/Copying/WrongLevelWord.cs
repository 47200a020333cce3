using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Copying;

/// <summary>我镇 in the report of a 乡: a word for a unit of another kind, where the unit speaks of itself.</summary>
internal sealed partial class WrongLevelWord : IRule
{
    public RuleInfo Info { get; } = new("RI403", Category.Copying, Severity.Warning, new("行政层级用词不符", "Wrong level word"));

    /// <summary>Kinds that a unit may end in, and the self-words that none of them uses (<c>level-words.csv</c>).</summary>
    private static readonly ImmutableArray<(string[] Kinds, string[] Foreign)> Words = [.. EmbeddedTable.Rows("level-words").Select(row => (row[0].Split(' '), row[1].Split(' ')))];

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        if (!ReportText.All(report).Any(text => SelfWords().IsMatch(text))) return [];
        var foreign = Foreign(report.Unit);
        if (foreign.Length == 0) return [Observation.CannotTell];
        var hits = report.Sections.SelectMany(section => SelfWords().Matches(section.Text).Where(match => foreign.Contains(match.Groups["kind"].Value) && !IsOthersWord(section.Text, match.Index)).Select(match => (section, match))).ToList();
        return hits.Count == 0 ? [Observation.Holds] : hits.DistinctBy(hit => hit.match.Value).Select(hit => Observation.Fails(Wrong(report, hit.section, hit.match)));
    }

    private static string[] Foreign(UnitName? unit)
    {
        if (unit?.Level is null || (unit.Level == Level.Department && Township().IsMatch(unit.Name))) return [];
        var name = Government().Replace(unit.Name, "");
        return Words.Where(words => words.Kinds.Any(kind => name.EndsWith(kind, StringComparison.Ordinal))).Select(words => words.Foreign).LastOrDefault() ?? [];
    }

    // What is looked at before a word.
    private const int Near = 300;

    /// <summary>In a quotation, or behind others who call themselves so: 「各部门公开本局信息」「县领导指出，我委要带头」.</summary>
    private static bool IsOthersWord(string text, int index)
    {
        var before = text.AsSpan(Math.Max(0, index - Near), Math.Min(Near, index));
        var sentence = before[(before.LastIndexOfAny('。', '；', '\n') + 1)..];
        return before.LastIndexOf('“') > before.LastIndexOf('”') || Others().IsMatch(sentence);
    }

    private Finding Wrong(Report report, Section section, Match match)
    {
        var (sentence, where) = (ReportText.Sentence(section.Text, match), new SectionPlaces(section).At(match.Index));
        return Finding.Of(
            Info,
            report,
            new Message(
                $"本单位是“{report.Unit!.Name}”，{where.Zh}却自称“{match.Value}”：“{sentence}”。疑似套用其他单位的文字，请改正。",
                $"The unit is {report.Unit.Name}, but {where.En} calls it “{match.Value}”: “{sentence}”. The text seems to be another unit's; correct it.")) with
        { Part = match.Value };
    }

    // 我县区 and 全乡镇 are no self-words, nor is 本市场. 全县 may be the unit's own place, 全乡 is no other unit's than a 乡's.
    [GeneratedRegex("全(?<kind>街道(?!社区|村)|乡(?![镇村]|范围)|镇(?![街村]|范围))|(?:(?<!自)我|本)(?<kind>街道|办事处|乡(?!镇)|镇(?!街)|局(?![部限域势面])|委(?![员托派会以屈])|厅(?![长局堂内])|县(?!区)|区(?!域|县|块|间)|旗(?![舰下帜])|市(?!场|民|政|县|区))", RegexOptions.ExplicitCapture)]
    private static partial Regex SelfWords();

    [GeneratedRegex("各\\p{Lo}{0,3}(?:部门|局|乡镇|乡|镇|街道|单位)|督促|指出|强调", RegexOptions.ExplicitCapture)]
    private static partial Regex Others();

    [GeneratedRegex("(?:人民政府|政府|办事处|行政公署)$", RegexOptions.ExplicitCapture)]
    private static partial Regex Government();

    // A township's office may say 我镇.
    [GeneratedRegex("[乡镇]|街道", RegexOptions.ExplicitCapture)]
    private static partial Regex Township();
}
