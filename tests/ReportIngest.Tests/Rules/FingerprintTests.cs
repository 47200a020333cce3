using ReportIngest.Documents;
using ReportIngest.Reports;
using ReportIngest.Rules;

namespace ReportIngest.Tests.Rules;

public sealed class FingerprintTests
{
    private static readonly Report Faulty = SoundReport.Of("2021").With("requests.new.total", 2).With("proactive.regulation.issued", CellValue.Blank);

    [Fact]
    public void It_is_32_hex_digits_and_no_two_of_a_report_are_equal()
    {
        var doubt = new Doubt("RI901", 3, new Message("存疑", "doubt"), [], []);
        var findings = RuleCatalog.Judge(Faulty with { Sections = [.. Faulty.Sections.Take(3)], Doubts = [doubt, doubt] }).Findings;
        var prints = Fingerprint.Of(findings);
        Assert.Equal(findings.Length, prints.Distinct().Count());
        Assert.All(prints, print => Assert.Matches("^[0-9a-f]{32}$", print));
    }

    [Fact]
    public void It_stays_when_the_number_the_place_the_file_or_another_cell_changes()
    {
        var later = Faulty.With("requests.new.total", 3).With("proactive.penalty.decisions", CellValue.Blank) with
        {
            Source = new Source("elsewhere/copy.docx", new string('1', 64), 2),
            Format = FileKind.Docx,
        };
        var moved = later with { Fields = [.. later.Fields.Select(field => field with { At = field.At is null ? null : field.At with { Table = 7 } })] };
        Assert.Equal(Prints(Faulty), Prints(moved));
    }

    [Fact]
    public void Another_unit_year_or_cell_is_another_finding()
    {
        var own = Prints(Faulty);
        Assert.Empty(own.Intersect(Prints(Faulty with { Unit = new UnitName("青河县桃源镇人民政府", Level.Township) })));
        Assert.Empty(own.Intersect(Prints(Faulty with { Year = 2023 })));
        Assert.NotEqual(Prints(SoundReport.Of("2021").With("proactive.penalty.decisions", -1)), Prints(SoundReport.Of("2021").With("proactive.coercion.decisions", -1)));
    }

    [Fact]
    public void Without_a_unit_the_name_of_the_file_stands_for_it_and_the_folder_does_not()
    {
        var nameless = Faulty with { Unit = null };
        Assert.Equal(Prints(nameless), Prints(nameless with { Source = nameless.Source with { Path = "moved/柳溪镇.html" } }));
        Assert.NotEqual(Prints(nameless), Prints(nameless with { Source = nameless.Source with { Path = "2024/桃源镇.html" } }));
    }

    private static string[] Prints(Report report) => [.. Fingerprint.Of(RuleCatalog.Judge(report).Findings)];
}
