using System.IO.Compression;
using System.Text;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Cli.Isolation;
using ReportIngest.Cli.Storing;
using ReportIngest.Documents;
using ReportIngest.Forge;
using ReportIngest.Reading;

namespace ReportIngest.Tests.Cli.Refreshing;

public sealed class StoredOutcomeTests
{
    /// <summary>As the first program kept it.</summary>
    private const string First = """
        {"Report":{"Subject":{"Report":"41d0","Path":"41d0","Division":null,"Organization":"甲县","Year":2021},"Level":3,"Published":"2022-02-01","Format":0,"Edition":"2021",
        "Checks":{"Passed":41,"Failed":1,"NotAssessable":0},"Cells":{"Expected":200,"Found":200},"Line":""},
        "Findings":[{"Rule":"RI102","Subject":{"Report":"41d0","Path":"41d0","Division":null,"Organization":"甲县","Year":2021},"Message":{"Zh":"不符","En":"unequal"},
        "Indicators":["requests.new.total"],"At":[{"Table":2,"Row":3,"Column":4,"Page":1,"Box":{"Left":1.5,"Top":2,"Right":3,"Bottom":4}}],
        "Expected":7,"Actual":6.5,"Suggestion":{"Indicator":"requests.new.total","Value":7,"Reason":{"Zh":"因","En":"why"}},"Part":null}],
        "Tallies":[{"Rule":"RI102","Holds":6,"Fails":1,"CannotTell":0}],"Bug":null}
        """;

    [Fact]
    public void What_is_kept_comes_back_and_is_kept_in_the_same_bytes_again()
    {
        var page = Layouts.Find(FileKind.Pdf, "lines-plain").Write(Forger.Forge(4, new Order("2021", Zeros.Digit, FaultKind.ResultCellWrong)));
        var outcome = FileOutcome.Of(page, "a.pdf", Limits.Default);
        var packed = StoredOutcome.Pack(outcome);
        var read = StoredOutcome.Unpack(packed);
        Assert.Equal(packed, StoredOutcome.Pack(read));
        Assert.Equal(outcome.Report!.Line.ToArray(), read.Report!.Line.ToArray());
        Assert.Equal(outcome.Findings.Select(finding => finding.Message), read.Findings.Select(finding => finding.Message));
    }

    [Fact]
    public void What_the_first_program_kept_is_read_by_every_later_one()
    {
        var read = StoredOutcome.Unpack(Packed(First));
        var finding = Assert.Single(read.Findings);
        Assert.Equal(("RI102", "甲县", 7m, 6.5m, 7m), (finding.Rule.Id, finding.Subject.Organization, finding.Expected, finding.Actual, finding.Suggestion!.Value));
        Assert.Equal((2, 3, 4, 1, 1.5), (finding.At[0].Table, finding.At[0].Row, finding.At[0].Column, finding.At[0].Page, finding.At[0].Box!.Value.Left));
        Assert.Equal((ReportIngest.Reports.Level.County, new DateOnly(2022, 2, 1), FileKind.Html, "2021", 41, 200), (read.Report!.Level, read.Report.Published, read.Report.Format, read.Report.Edition, read.Report.Checks.Passed, read.Report.Cells.Found));
        Assert.Equal(6, Assert.Single(read.Tallies).Holds);
    }

    [Fact]
    public void A_field_that_a_later_program_adds_is_passed_over() =>
        Assert.Single(StoredOutcome.Unpack(Packed(First.Replace("\"Bug\":null", "\"Bug\":null,\"Later\":{\"a\":[1]}", StringComparison.Ordinal))).Findings);

    [Fact]
    public void What_was_damaged_is_said_to_be()
    {
        var packed = StoredOutcome.Pack(FileOutcome.Unreadable("a.pdf", new UnreadableException(UnreadableReason.Damaged, new Message("坏", "bad"))));
        for (var length = 0; length < packed.Length - 1; length += 7) Assert.Throws<InvalidDataException>(() => StoredOutcome.Unpack(packed[..length]));
        Assert.Throws<InvalidDataException>(() => StoredOutcome.Unpack(Packed("{}")));
    }

    private static byte[] Packed(string json)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            Frames.Write(brotli, Encoding.UTF8.GetBytes(json));
            Frames.Write(brotli, []);
        }
        return packed.ToArray();
    }
}
