using System.Globalization;

namespace ReportIngest.Cli.Refreshing;

/// <summary>The end of a run in a few lines; the rest is in its page.</summary>
internal static class RefreshSummary
{
    /// <summary>Problems that are named one by one; the page has all.</summary>
    private const int Named = 5;

    public static IEnumerable<Message> Lines(RefreshRecord record)
    {
        var seconds = (record.Finished - record.Run.Started).TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture);
        var looked = record.Run.Tally.Sightings.Values.Sum();
        yield return new($"第 {record.Run.Number} 次运行：查看 {looked} 个地址，读取 {record.Run.Tally.Read} 个文件，用时 {seconds} 秒。", $"Run {record.Run.Number}: looked at {looked} addresses and read {record.Run.Tally.Read} files in {seconds} s.");
        if (record.Held) yield return new("  没有发布，以下变化等待核实：", "  Nothing was published; these changes wait to be checked:");
        foreach (var kind in record.Changes.CountBy(change => change.Kind).OrderBy(count => count.Key))
        {
            var word = RefreshWords.Of(kind.Key);
            yield return new($"  {word.Zh}  {kind.Value}", $"  {kind.Value} {word.En}");
        }
        if (record.Changes.IsEmpty) yield return new("  没有变化。", "  Nothing has changed.");
        if (!record.Untold.IsEmpty) yield return new($"  以前中断的运行已发布而未报告的变化  {record.Untold.Length}", $"  {record.Untold.Length} changes that an interrupted run had published without saying so");
        var (waiting, dead) = (record.Quarantine.Count(row => row.Dead is null), record.Quarantine.Count(row => row.Dead is not null));
        if (waiting > 0) yield return new($"  有问题的地址和文件  {waiting}", $"  {waiting} addresses and files with a problem");
        foreach (var row in record.Quarantine.Where(row => row.Dead is null).Take(Named)) yield return Problem(row);
        if (waiting > Named) yield return new($"    其余 {waiting - Named} 个见本次运行的网页", $"    {waiting - Named} more: see the page of this run");
        if (dead > 0) yield return new($"  已停止尝试  {dead}", $"  {dead} given up");
        yield return new(
            $"  已发布 {record.Live} 个文件，其中报告 {record.Reports} 份。", $"  Published: {record.Live} documents, {record.Reports} of them reports.");
        yield return new($"  本次运行的网页  {RefreshRecord.PageOf(record.Run.Store, record.Run.Number)}", $"  The page of this run is {RefreshRecord.PageOf(record.Run.Store, record.Run.Number)}");
    }

    private static Message Problem(QuarantineRow row)
    {
        var cause = row.Failure.Cause;
        if (row.Next is not { } next) return new($"    {row.Path}：{cause.Zh}", $"    {row.Path}: {cause.En}");
        var when = next.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return new($"    {row.Path}：{cause.Zh}（{when} 以后再试，--retry 马上再试）", $"    {row.Path}: {cause.En} (tried again after {when}, or now with --retry)");
    }
}
