using System.Collections.Immutable;
using System.Globalization;
using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Reports;
using ReportIngest.Tests.Rules;

namespace ReportIngest.Tests.Outputs;

public sealed class SecondPassTests
{
    private static readonly ReportRecord Sound = ReportRecord.Of(SoundReport.Of("2021"), []);

    [Fact]
    public void Another_units_text_is_a_near_copy() =>
        Assert.Equal(["0 RI405", "1 RI405"], Copies(Record(0, "甲县人民政府"), Record(1, "乙县人民政府")));

    [Fact]
    public void What_an_office_says_for_itself_and_for_all_its_units_is_no_near_copy() =>
        Assert.Empty(Copies(Record(0, "甲县人民政府") with { Title = "甲县人民政府本机关2024年政府信息公开工作年度报告" }, Record(1, "甲县人民政府") with { Title = "甲县2024年政府信息公开工作年度报告（汇总）" }));

    [Fact]
    public void Two_documents_that_name_nobody_may_be_one_report_and_are_no_near_copies() => Assert.Empty(Copies(Record(0, null), Record(1, null)));

    [Fact]
    public void However_many_reports_are_looked_at_side_by_side_the_findings_are_the_same_and_in_order()
    {
        var records = Enumerable.Range(0, 16).Select(i => Record(i, $"{"甲乙丙丁"[i % 4]}县人民政府") with { Year = 2020 + (i % 7) }).ToArray();
        var alone = Judged(1, records);

        Assert.Contains("5 RI405", alone);
        Assert.Equal(alone, Judged(5, records));
    }

    /// <summary>Else every 教育局 of a country is held against every other, which takes hours and says nothing.</summary>
    [Fact]
    public void A_name_that_many_units_have_is_held_against_no_namesake()
    {
        var tallies = Judged(2, Record(0, "教育局"), Record(1, "教育局") with { Sections = [] });

        Assert.Contains(tallies, tally => tally.Contains("RI802", StringComparison.Ordinal) && tally.Contains("Holds = 0, Fails = 0, CannotTell = 2", StringComparison.Ordinal));
        Assert.Contains(Judged(2, Record(0, "甲县教育局"), Record(1, "甲县教育局") with { Sections = [] }), tally => tally.Contains("RI802", StringComparison.Ordinal) && tally.Contains("Holds = 1,", StringComparison.Ordinal));
    }

    /// <summary>Else a folder of thousands of copies takes hours.</summary>
    [Fact]
    public void Of_a_unit_that_has_dozens_of_documents_for_one_year_nothing_is_told()
    {
        ReportRecord[] Documents(int count) => [.. Enumerable.Range(0, count).Select(i => Record(i, "甲县教育局"))];

        Assert.Contains(Judged(2, Documents(50)), tally => tally.Contains("RI802", StringComparison.Ordinal) && tally.Contains("Holds = 50, Fails = 0, CannotTell = 0", StringComparison.Ordinal));
        Assert.Contains(Judged(2, Documents(51)), tally => tally.Contains("RI802", StringComparison.Ordinal) && tally.Contains("Holds = 0, Fails = 0, CannotTell = 51", StringComparison.Ordinal));
    }

    /// <summary>What was published at a place before is the same document's, whoever its unit is.</summary>
    [Fact]
    public void A_namesakes_report_is_held_against_what_an_earlier_output_has_at_its_path()
    {
        var before = Record(0, "教育局");
        using var earlier = WrittenOutput.Of([before], []);
        using var output = WrittenOutput.Of([before with { Source = before.Source with { Sha256 = new string('e', 64) }, Fields = Changed(before.Fields) }], []);

        Assert.Contains(SecondPass.Judge(output, earlier).Findings, finding => finding.Rule.Id == "RI606");
    }

    private static ImmutableArray<Field> Changed(ImmutableArray<Field> fields)
    {
        var place = fields.ToList().FindIndex(field => field.Value is { State: CellState.Reported, Number: not null });
        return fields.SetItem(place, fields[place] with { Value = fields[place].Value with { Number = fields[place].Value.Number + 1 } });
    }

    [Fact]
    public void The_index_of_an_output_is_whole_also_after_its_reports_were_judged()
    {
        using var output = WrittenOutput.Of([Record(0, "甲县人民政府"), Record(1, "乙县人民政府")], []);
        SecondPass.Judge(output, null);

        Assert.Equal(["0.html", "1.html"], output.Index.Entries.Select(entry => entry.Path));
    }

    private static List<string> Copies(params ReportRecord[] records) => [.. Judged(2, records).Where(line => line.EndsWith("RI405", StringComparison.Ordinal))];

    /// <summary>The report's number and the rule, then how often each rule held, failed and could not tell.</summary>
    private static List<string> Judged(int jobs, params ReportRecord[] records)
    {
        using var output = WrittenOutput.Of([.. records], []);
        var lines = new List<string>();
        var tallies = SecondPass.Judge(output, null, jobs, (report, findings) => lines.AddRange(findings.Select(finding => $"{report} {finding.Rule.Id}")));
        return [.. lines, .. tallies.Select(tally => tally.ToString())];
    }

    private static ReportRecord Record(int number, string? organization) => Sound with
    {
        Source = new Source($"{number}.html", number.ToString("x64", CultureInfo.InvariantCulture), 1),
        Organization = organization,
        Year = 2024,
        Title = "2024年政府信息公开工作年度报告",
        Sections = Sections,
    };

    private static ImmutableArray<Section> Sections { get; } =
        [new Section(1, "总体情况", "一、总体情况", string.Concat(Enumerable.Range(0, 400).Select(i => (char)('一' + ((i * 7919) % 5000)))))];
}
