using ReportIngest.Reports;

namespace ReportIngest.Rules.Copying;

/// <summary>A traditional or variant character in the unit's name, in a report that is otherwise written in simplified ones.</summary>
internal sealed class UnusualCharacter : IRule
{
    /// <summary>Names that are officially written so (<c>official-characters.csv</c>).</summary>
    private static readonly string[] Official = [.. EmbeddedTable.Rows("official-characters").Select(row => row[0])];

    // A page's mirror is traditional throughout; a slip is a character or two.
    private const int Several = 3;

    public RuleInfo Info { get; } = new("RI408", Category.Copying, Severity.Note, new("单位名称用字异常", "Unusual character in a name"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        if (report.Title is not { } title || report.Unit is null) return [Observation.CannotTell];
        var unusual = Official.Aggregate(title, (rest, name) => rest.Replace(name, "", StringComparison.Ordinal)).Where(IsUnusual).Distinct().ToList();
        if (unusual.Count == 0) return [Observation.Holds];
        var elsewhere = ReportText.All(report).SelectMany(text => text).Where(IsUnusual).Distinct().Except(unusual).Count();
        return [unusual.Count + elsewhere > Several ? Observation.CannotTell : Observation.Fails(Unusual(report, title, unusual))];
    }

    private static bool IsUnusual(char character) => SimplifiedCharacters.Of(character) != character;

    private Finding Unusual(Report report, string title, List<char> unusual)
    {
        var pairs = string.Join('、', unusual.Select(character => $"“{character}”应为“{SimplifiedCharacters.Of(character)}”"));
        var english = string.Join(", ", unusual.Select(character => $"“{character}” for “{SimplifiedCharacters.Of(character)}”"));
        return Finding.Of(
            Info,
            report,
            new Message($"标题“{title}”中用字异常：{pairs}。请改用规范字。", $"The title “{title}” has {english}. Use the standard character.")) with { Part = string.Concat(unusual) };
    }
}
