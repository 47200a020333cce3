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

    [Fact]
    public void Several_documents_of_a_unit_and_year_have_fingerprints_of_their_own()
    {
        var (first, second, third) = (Document("a/年报.html", '1'), Document("b/年报（修改）.docx", '2'), Document("c/年报（修改）.docx", '3'));
        var all = Run(first, second, third);
        Assert.Equal(all.Length, all.Distinct().Count());
        Assert.Equal(Prints(first), all[..(all.Length / 3)]);
    }

    [Fact]
    public void A_lone_document_may_be_replaced_and_two_may_be_moved()
    {
        var (first, second) = (Document("a/年报.html", '1'), Document("b/年报（修改）.docx", '2'));
        Assert.Equal(Run(first), Run(second));
        Assert.Equal(Run(first, second), Run(Document("x/y/年报.html", '1'), Document("x/z/年报（修改）.docx", '4')));
    }

    [Fact]
    public void A_first_document_without_findings_still_is_the_first()
    {
        var second = Document("b/年报（修改）.docx", '2');
        var sound = SoundReport.Of("2021") with { Unit = second.Unit };
        Assert.Equal(Run(Document("a/年报.html", '1'), second)[^1], Run(sound, second)[^1]);
    }

    private static Report Document(string path, char hash) => Faulty with { Source = new Source(path, new string(hash, 64), 1) };

    private static string[] Run(params Report[] reports)
    {
        var documents = new UnitDocuments();
        var prints = new List<string>();
        foreach (var report in reports)
        {
            documents.Add(Subject.Of(report));
            prints.AddRange(Fingerprint.Of(RuleCatalog.Judge(report).Findings, documents));
        }
        return [.. prints];
    }

    private static string[] Prints(Report report) => [.. Fingerprint.Of(RuleCatalog.Judge(report).Findings)];
}
