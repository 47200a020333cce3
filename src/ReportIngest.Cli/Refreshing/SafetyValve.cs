using System.Collections.Immutable;
using System.Globalization;
using ReportIngest.Cli.Configuring;
using ReportIngest.Cli.Storing;

namespace ReportIngest.Cli.Refreshing;

/// <summary>
/// A night in which many reports vanish or many values change is more likely a broken site, disk or reader than the truth: nothing is published until a person says so.
/// </summary>
/// <param name="Units">Units and years that had a report.</param>
/// <param name="Lost">Those of them that would have none.</param>
/// <param name="Reports">Reports that are published.</param>
/// <param name="Changed">Those of them whose values would change.</param>
internal sealed record SafetyValve(int Units, int Lost, int Reports, int Changed, Message? Trip)
{
    /// <summary>In a corpus of ten reports two are a fifth and still an ordinary night.</summary>
    private const int Ordinary = 2;

    public static SafetyValve Of(List<DocumentRow> documents, ImmutableArray<Change> changes, RefreshSettings settings)
    {
        var live = documents.Where(document => !document.Withdrawn).ToList();
        var before = live.Where(document => document.Reading.HasReport).Select(document => Key(document.Reading, document.Hash)).ToHashSet();
        var changed = changes.Where(change => change.Document is not null).Select(change => change.Document!.Value).ToHashSet();
        var after = live.Where(document => !changed.Contains(document.Id) && document.Reading.HasReport).Select(document => Key(document.Reading, document.Hash))
            .Concat(changes.Where(change => change.Kind != ChangeKind.Withdrawn && change.Now.HasReport).Select(change => Key(change.Now, change.Hash))).ToHashSet();
        var lost = before.Count(unit => !after.Contains(unit));
        var (reports, values) = (live.Count(document => document.Reading.HasReport), changes.Count(change => change.Was is not null && change.ChangesValues));
        return new SafetyValve(before.Count, lost, reports, values, Why(before.Count, lost, reports, values, settings));
    }

    private static Message? Why(int units, int lost, int reports, int changed, RefreshSettings settings)
    {
        if (lost > Ordinary && lost > settings.LostShare * units)
        {
            return new Message(
                $"{units} 个单位年度中有 {lost} 个将失去报告（{Share(lost, units)}，上限 {Share(settings.LostShare)}），未发布。",
                $"{lost} of {units} units and years would lose their report ({Share(lost, units)}, the limit is {Share(settings.LostShare)}), so nothing was published.");
        }
        if (changed <= Ordinary || changed <= settings.ChangedShare * reports) return null;
        return new Message(
            $"{reports} 份报告中有 {changed} 份的数值将改变（{Share(changed, reports)}，上限 {Share(settings.ChangedShare)}），未发布。",
            $"The values of {changed} of {reports} reports would change ({Share(changed, reports)}, the limit is {Share(settings.ChangedShare)}), so nothing was published.");
    }

    private static (string Unit, int? Year) Key(ReadingRow reading, string hash) => (reading.Unit ?? hash, reading.Year);

    private static string Share(int part, int all) => Share((double)part / all);

    private static string Share(double share) => share.ToString("0.#%", CultureInfo.InvariantCulture);
}
