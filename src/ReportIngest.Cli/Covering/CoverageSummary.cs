using ReportIngest.Reports;
using ReportIngest.Rosters;
using ReportIngest.Rules;

namespace ReportIngest.Cli.Covering;

/// <summary>Coverage in words, for an officer: how many of how many, and who is missing.</summary>
internal static class CoverageSummary
{
    /// <summary>Names that a reader takes in at once; the rest is in the files, and said to be.</summary>
    private const int Listed = 10;

    public static IEnumerable<Message> Lines(CoverageResult coverage, Verdict verdict, DateOnly asOf)
    {
        yield return new($"  覆盖情况（截至 {asOf:yyyy-MM-dd}）", $"  Coverage (as of {asOf:yyyy-MM-dd})");
        foreach (var year in coverage.Entries.GroupBy(entry => entry.Year).OrderBy(year => year.Key))
        {
            yield return OfYear(year.Key, [.. year]);
            foreach (var line in Parents(coverage, [.. year])) yield return line;
            foreach (var line in Troubles([.. year])) yield return line;
        }
        foreach (var (rule, zh, en) in ((string, string, string)[])[("RI803", "名录外的单位", "Not in the roster"), ("RI804", "单位无法确定", "Unit ambiguous")])
        {
            var names = verdict.Findings.Where(finding => finding.Rule.Id == rule).Select(finding => finding.Subject.Organization!).Distinct().Select(name => new Message(name, name)).ToList();
            if (names.Count > 0) yield return List($"    {zh}（{rule}）", $"    {en} ({rule})", names);
        }
    }

    private static Message OfYear(int year, List<CoverageEntry> entries)
    {
        var due = entries.Where(entry => entry.IsDue).ToList();
        var parts = due.Where(entry => entry.IsPublished).CountBy(entry => entry.Status).OrderBy(count => count.Key).Select(count => (Name: Names.Status(count.Key), count.Value)).ToList();
        var published = due.Count(entry => entry.IsPublished);
        return new(
            $"    {year} 年度：应报 {due.Count} 个，有报告 {published} 个" + (parts.Count == 0 ? "" : $"（{string.Join("，", parts.Select(part => $"{part.Name.Zh} {part.Value}"))}）"),
            $"    {year}: {published} of {due.Count} due have a report" + (parts.Count == 0 ? "" : $" ({string.Join(", ", parts.Select(part => $"{part.Name.En} {part.Value}"))})"));
    }

    /// <summary>n of N for what the units belong to, where that is more than one.</summary>
    private static IEnumerable<Message> Parents(CoverageResult coverage, List<CoverageEntry> entries)
    {
        var parents = entries.Where(entry => entry is { IsDue: true, Unit.Parent: not null }).GroupBy(entry => entry.Unit.Parent!).ToList();
        if (parents.Count < 2) yield break;
        var codes = entries.Select(entry => entry.Unit.Code).ToHashSet();
        foreach (var parent in parents.Take(Listed))
        {
            var name = coverage.Entries.FirstOrDefault(entry => entry.Unit.Code == parent.Key)?.Unit.Name ?? Divisions.NameOf(parent.Key) ?? parent.Key;
            // A county at the top of its roster is alone below its city, which would read as if the city had not published.
            var own = parent.ToList() is [var only] && !codes.Contains(parent.Key) && parents.Exists(other => other.Key == only.Unit.Code) ? only.Unit.Name : null;
            var (n, all) = (parent.Count(entry => entry.IsPublished), parent.Count());
            yield return new($"      {(own is null ? name : $"{own}（本级）")}：{n}/{all}", $"      {(own is null ? name : $"{own} (itself)")}: {n} of {all}");
        }
        if (parents.Count > Listed) yield return new($"      另有 {parents.Count - Listed} 个上级，见 coverage.jsonl", $"      {parents.Count - Listed} more: see coverage.jsonl");
    }

    private static IEnumerable<Message> Troubles(List<CoverageEntry> entries)
    {
        foreach (var status in entries.Where(entry => entry.IsDue && entry.Status is not (CoverageStatus.OnTime or CoverageStatus.Published)).GroupBy(entry => entry.Status).OrderBy(group => group.Key))
        {
            var name = Names.Status(status.Key);
            yield return List($"      {name.Zh}", $"      {name.En}", [.. status.Select(Name)]);
        }
        var silent = entries.Where(entry => entry.NewlySilent).Select(entry => new Message(entry.Unit.Name, entry.Unit.Name)).ToList();
        if (silent.Count > 0) yield return List("      上一年度有而今年没有", "      Newly silent", silent);
    }

    private static Message Name(CoverageEntry entry) => entry is { Status: CoverageStatus.Late, DaysLate: { } days }
        ? new($"{entry.Unit.Name}（{days} 天）", $"{entry.Unit.Name} ({days} {(days == 1 ? "day" : "days")})")
        : new(entry.Unit.Name, entry.Unit.Name);

    private static Message List(string zh, string en, List<Message> names)
    {
        var more = names.Count - Listed;
        return new(
            $"{zh} {names.Count} 个：{string.Join("、", names.Take(Listed).Select(name => name.Zh))}" + (more > 0 ? $" 等，其余 {more} 个见输出文件" : ""),
            $"{en} {names.Count}: {string.Join(", ", names.Take(Listed).Select(name => name.En))}" + (more > 0 ? $" and {more} more in the files" : ""));
    }
}
