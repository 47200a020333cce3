using System.Globalization;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Form;

/// <summary>The tables of 2019 in a report for 2021 or later.</summary>
internal sealed class SupersededEdition : IRule
{
    // 国办公开办函〔2021〕30号 prescribes its form for the reports of 2021 on.
    private const int FirstYear = 2021;

    public RuleInfo Info { get; } = new("RI501", Category.Form, Severity.Warning, new("使用旧版格式", "Superseded edition used"));

    public IEnumerable<Observation> Check(Report report, RuleContext context) =>
        report.Tables.Where(table => table.Section is 2 or 3).Select(table => table.Edition).Distinct().Order(StringComparer.Ordinal).Take(1).Select(edition =>
            report.Year is not { } year || FormCatalog.Find(edition) is null ? Observation.CannotTell
            : year < FirstYear || edition != "2019" ? Observation.Holds
            : Superseded(report).All(section => OfficialForm.IsDoubted(report, section)) ? Observation.CannotTell // rows that tell the editions apart may be among those that were not read
            : Observation.Fails(Superseded(report, year)));

    private static IEnumerable<int> Superseded(Report report) =>
        report.Tables.Where(table => table.Edition == "2019" && table.Section is 2 or 3).Select(table => table.Section).Distinct();

    private Finding Superseded(Report report, int year)
    {
        var which = string.Join('、', Superseded(report).Select(section => Words.Table(section).Zh));
        return Finding.Of(
            Info,
            report,
            new Message(
                $"{year.ToString(CultureInfo.InvariantCulture)} 年的报告，{which}仍用国办公开办函〔2019〕60号的旧格式。请改用〔2021〕30号格式重新填报。",
                $"A report for {year} that still uses the tables of 2019 (notice 〔2019〕60). Fill in the form of notice 〔2021〕30.")) with { Part = "edition" };
    }
}
