using System.Collections.Immutable;
using System.Text.RegularExpressions;
using ReportIngest.Corpus;
using ReportIngest.Forms;
using ReportIngest.Reports;
using ReportIngest.Sinks.Export;
using ReportIngest.Tests.Outputs;

namespace ReportIngest.Tests.Sinks;

public sealed partial class WideTableTests
{
    [Fact]
    public void Every_indicator_has_one_name_that_Stata_takes_also_with_its_state()
    {
        Assert.Equal(FormCatalog.All.SelectMany(form => form.Indicators).Select(indicator => indicator.Code).Distinct(), Variables.All.Select(variable => variable.Indicator.Code));
        Assert.Distinct(Variables.All.SelectMany(variable => (string[])[variable.Name, variable.StateName]));
        Assert.All(Variables.All, variable => Assert.Matches(StataName(), variable.StateName));
    }

    [Fact]
    public void A_blank_and_a_missing_cell_are_no_zero_and_their_state_tells_them_apart()
    {
        var row = Assert.Single(Rows(ExportOptions.Default, SmallReport.Default));
        Assert.Equal((3m, "reported"), (row["req_new_total"], row["req_new_total_s"]));
        Assert.Equal((null, "blank"), (row["rev_upheld"], row["rev_upheld_s"]));
        Assert.Equal((null, "missing"), (row["rev_corrected"], row["rev_corrected_s"]));
        Assert.Equal((null, null), (row["req_oth_total"], row["req_oth_total_s"])); // a cell of the other edition
    }

    [Fact]
    public void A_blank_is_zero_only_when_that_is_asked_for_and_its_state_stays()
    {
        var row = Assert.Single(Rows(new ExportOptions(BlankAsZero: true), SmallReport.Default));
        Assert.Equal((0m, "blank"), (row["rev_upheld"], row["rev_upheld_s"]));
        Assert.Equal((null, "missing"), (row["rev_corrected"], row["rev_corrected_s"]));
    }

    [Fact]
    public void Documents_of_one_report_are_one_row_and_what_they_disagree_on_has_no_number()
    {
        var other = SmallReport.Default with
        {
            Source = new Source("b/年报.pdf", "def", 5),
            Fields = [.. SmallReport.Default.Fields.Select(field => field.Indicator.Code switch
            {
                "requests.new.total" => field with { Value = new CellValue(CellState.Reported, 4, "4") },
                "review.corrected" => field with { Value = new CellValue(CellState.Reported, 7, "7") },
                _ => field,
            })],
        };
        var row = Assert.Single(Rows(ExportOptions.Default, SmallReport.Default, other));
        Assert.Equal(("abc;def", 2L), (row["reports"], row["documents"]));
        Assert.Equal((null, "conflict"), (row["req_new_total"], row["req_new_total_s"]));
        Assert.Equal((null, "blank"), (row["rev_upheld"], row["rev_upheld_s"]));
        Assert.Equal((7m, "reported"), (row["rev_corrected"], row["rev_corrected_s"])); // missing in one only
    }

    [Fact]
    public void Reports_that_name_no_year_are_rows_of_their_own()
    {
        var nameless = SmallReport.Default with { Year = null };
        Assert.Equal(2, Rows(ExportOptions.Default, nameless, nameless with { Source = new Source("b.html", "def", 5) }).Count);
    }

    private static List<Dictionary<string, object?>> Rows(ExportOptions options, params ImmutableArray<Report> reports)
    {
        using var output = WrittenOutput.Of([.. reports.Select(report => ReportRecord.Of(report, []))]);
        var table = OutputTables.All(options).Single(table => table.Name == "wide");
        return [.. table.Rows(output).Select(row => table.Columns.Zip(row).ToDictionary(pair => pair.First.Name, pair => pair.Second))];
    }

    [GeneratedRegex("^[a-z][a-z0-9_]{0,31}$")]
    private static partial Regex StataName();
}
