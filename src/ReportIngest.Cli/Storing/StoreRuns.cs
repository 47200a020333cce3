using System.Globalization;
using System.Text.Json;
using ReportIngest.Cli.Refreshing;

namespace ReportIngest.Cli.Storing;

/// <summary>What each run of a store came to, a line each.</summary>
internal static class StoreRuns
{
    /// <summary>Newest last, as a terminal shows it.</summary>
    /// <param name="last">So many of them; null for all.</param>
    public static IEnumerable<Message> Lines(Store store, int? last) => store.State.Query(
        "SELECT id, started, finished, state, record FROM run ORDER BY id DESC LIMIT $0",
        row => Line(store, row.GetInt64(0), row.GetString(1), row.TextOrNull(2) is not null, row.GetString(3), row.TextOrNull(4)),
        last ?? -1).AsEnumerable().Reverse();

    private static Message Line(Store store, long number, string started, bool isFinished, string state, string? record)
    {
        // As the clock on the wall had it, to the minute.
        var head = string.Create(CultureInfo.InvariantCulture, $"{number,6}  {started[..16].Replace('T', ' ')}");
        using var json = record is null ? null : JsonDocument.Parse(record);
        if (json is not null && json.RootElement.TryGetProperty("changes", out var changes)) return Told(head, store, number, json.RootElement, changes);
        if (json is not null && json.RootElement.TryGetProperty("told_by", out var teller))
        {
            var page = RefreshRecord.PageOf(store, teller.GetInt64());
            return new($"{head}  发布后被中止，见  {page}", $"{head}  ended after it had published, see  {page}");
        }
        return state switch
        {
            "published" => new($"{head}  发布后被中止，由下一次运行报告", $"{head}  ended after it had published, the next run will say what"),
            "running" => new($"{head}  正在运行，或已被中止", $"{head}  still running, or ended from outside"),
            _ when isFinished => new($"{head}  退出码 {ExitCode.Interrupted}  中断，没有发布", $"{head}  exit {ExitCode.Interrupted}  interrupted, nothing was published"),
            _ => new($"{head}  被中止或失败，没有发布", $"{head}  ended from outside or failed, nothing was published"),
        };
    }

    private static Message Told(string head, Store store, long number, JsonElement record, JsonElement changes)
    {
        var exit = record.TryGetProperty("exit_code", out var code) ? code.GetRawText() : "?"; // a run of an earlier program
        var (added, withdrawn) = (Of("new") + Of("returned"), Of("withdrawn"));
        var changed = changes.EnumerateObject().Sum(kind => kind.Value.GetInt32()) - added - withdrawn;
        var failed = record.GetProperty("quarantine").EnumerateArray().Count(row => row.GetProperty("dead").ValueKind == JsonValueKind.Null || row.GetProperty("stage").GetString() == "list");
        var page = RefreshRecord.PageOf(store, number);
        return new(
            $"{head}  退出码 {exit}  新增 {added}  改动 {changed}  撤下 {withdrawn}  有问题 {failed}  {page}",
            $"{head}  exit {exit}  new {added}  changed {changed}  withdrawn {withdrawn}  failed {failed}  {page}");

        int Of(string kind) => changes.GetProperty(kind).GetInt32();
    }
}
