using System.Text;
using ReportIngest.Corpus;
using ReportIngest.Sinks;
using ReportIngest.Sinks.Export;
using ReportIngest.Tests.Outputs;

namespace ReportIngest.Tests.Sinks;

public sealed class CsvTests
{
    [Fact]
    public void Values_have_the_columns_of_the_contract_and_a_row_an_indicator() => Assert.Equal(
        """
        report,division,organization,level,year,edition,indicator,value,state,raw,table,row,column,page,box
        abc,,柳溪镇人民政府,township,2024,2021,requests.new.total,3,reported,3.00,1,3,9,2,468.1 300.2 500 318.92
        abc,,柳溪镇人民政府,township,2024,2021,review.upheld,,blank,,2,3,0,,
        abc,,柳溪镇人民政府,township,2024,2021,review.corrected,,missing,,,,,,

        """.ReplaceLineEndings("\n"), Written()["values.csv"]);

    [Fact]
    public void Lines_and_quotes_in_a_text_are_quoted() => Assert.Equal(
        """"
        report,division,organization,level,year,number,title,heading,text
        abc,,柳溪镇人民政府,township,2024,1,总体情况,一、总体情况,"第一行
        第二行，""引号"""

        """".ReplaceLineEndings("\n"), Written()["sections.csv"]);

    [Fact]
    public void A_file_without_rows_still_has_its_columns() =>
        Assert.StartsWith("rule,category,severity,", Written()["findings.csv"], StringComparison.Ordinal);

    [Fact]
    public void Every_table_is_a_file_and_coverage_only_where_there_is_some() =>
        Assert.Equal(["codebook.csv", "crosswalk.csv", "findings.csv", "reports.csv", "sections.csv", "values.csv", "wide.csv"], Written().Keys.Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("=1+1", "'=1+1")]
    [InlineData("@SUM(A1)", "'@SUM(A1)")]
    [InlineData("-2+3+cmd|' /C calc'!A0", "'-2+3+cmd|' /C calc'!A0")]
    [InlineData("+A1", "'+A1")]
    [InlineData("-", "-")]
    [InlineData("--", "--")]
    [InlineData("-3.5", "-3.5")]
    [InlineData("+12%", "+12%")]
    [InlineData("1=1", "1=1")]
    public void A_text_that_a_spreadsheet_would_run_has_an_apostrophe_and_no_other_has(string text, string written) =>
        Assert.Contains($",总体情况,{written},", Written(heading: text)["sections.csv"], StringComparison.Ordinal);

    private static Dictionary<string, string> Written(string? heading = null)
    {
        var streams = new Dictionary<string, MemoryStream>();
        var report = SmallReport.Default;
        if (heading is not null) report = report with { Sections = [report.Sections[0] with { Heading = heading }] };
        using var output = WrittenOutput.Of(ReportRecord.Of(report, []));
        TablePass.Write(output, ExportOptions.Default, [new CsvFiles(name => streams[name] = new MemoryStream())]);
        return streams.ToDictionary(stream => stream.Key, stream => Encoding.UTF8.GetString(stream.Value.ToArray()));
    }
}
