using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Reports;
using ReportIngest.Rosters;

namespace ReportIngest.Sinks.Workbook;

/// <summary>Who has published: a row a unit of the roster, a column a year.</summary>
internal static class CoverageSheet
{
    public const int HeaderRows = 1, HeaderColumns = 2;

    private const double ReasonWidth = 60;

    public static void Write(Stream part, IngestOutput output, string language)
    {
        var years = new SortedSet<int>(output.Coverage.Select(entry => entry.Year));
        using var sheet = new SheetWriter(part, [14, 30, 9, 20, 12, .. years.Select(_ => 18d), ReasonWidth], HeaderRows, HeaderColumns);
        Message[] names = [new("代码", "Code"), new("单位", "Unit"), new("级别", "Level"), new("上级", "Parent"), new("上级代码", "Code of the parent")];
        sheet.Header([.. names.Select(name => name.In(language)), .. years.Select(Spelling.Number), new Message("说明", "Reasons").In(language)]);
        if (!output.HasCoverage)
        {
            sheet.Row(row => row.Text(new Message("没有给出名录（--roster），看不出谁没有公布。", "No roster was given (--roster): who has not published cannot be told.").In(language), CellStyle.Faint));
            return;
        }
        var named = output.Coverage.DistinctBy(entry => entry.Code).ToDictionary(entry => entry.Code, entry => entry.Name);
        // The lines of a unit stand together.
        foreach (var unit in Units(output.Coverage).TakeWhile(_ => sheet.HasRoom))
        {
            var reasons = string.Join('\n', unit.Where(IsToBeExplained).Select(entry => $"{Spelling.Number(entry.Year)}{(language == "en" ? ": " : "：")}{entry.Reason.In(language)}"));
            sheet.Row(row =>
            {
                row.Text(unit[0].Code);
                row.Text(unit[0].Name);
                row.Text(unit[0].Level is { } level ? Names.Level(level).In(language) : null);
                row.Text(unit[0].Parent is { } parent ? named.GetValueOrDefault(parent) ?? Divisions.NameOf(parent) : null);
                row.Text(unit[0].Parent);
                foreach (var year in years)
                {
                    if (unit.Find(entry => entry.Year == year) is { } entry) row.Text(Words(entry, language), StyleOf(entry.Status));
                    else row.Text(null);
                }
                row.Text(reasons, CellStyle.Wrapped);
            }, SheetWriter.Lines(reasons, ReasonWidth - Styles.Indent));
        }
    }

    private static IEnumerable<List<CoverageRecord>> Units(IEnumerable<CoverageRecord> entries)
    {
        var unit = new List<CoverageRecord>();
        foreach (var entry in entries)
        {
            if (unit.Count > 0 && unit[0].Code != entry.Code)
            {
                yield return unit;
                unit = [];
            }
            unit.Add(entry);
        }
        if (unit.Count > 0) yield return unit;
    }

    private static string Words(CoverageRecord entry, string language)
    {
        var status = Names.Status(entry.Status).In(language);
        var late = entry is { Status: CoverageStatus.Late, DaysLate: { } days } ? new Message($" {days} 天", $" {days} days").In(language) : "";
        return status + late + (entry.LacksCells ? " *" : "");
    }

    /// <summary>The status alone says all of a report in time, and of a unit that need not publish.</summary>
    private static bool IsToBeExplained(CoverageRecord entry) =>
        entry.Status is not (CoverageStatus.OnTime or CoverageStatus.NotDue or CoverageStatus.Exempt) || entry.LacksCells;

    private static CellStyle StyleOf(CoverageStatus status) => status switch
    {
        CoverageStatus.OnTime or CoverageStatus.Published => CellStyle.Good,
        CoverageStatus.Late => CellStyle.Late,
        CoverageStatus.Missing or CoverageStatus.WrongUnit or CoverageStatus.WrongYear or CoverageStatus.Unreadable => CellStyle.Bad,
        CoverageStatus.Duplicate or CoverageStatus.Partial or CoverageStatus.Empty => CellStyle.Odd,
        _ => CellStyle.Faint,
    };
}
