using System.Collections.Immutable;
using System.Text;
using ReportIngest.Corpus;
using ReportIngest.Forge;
using ReportIngest.Forms;
using ReportIngest.Reading;
using ReportIngest.Reports;
using ReportIngest.Sinks;
using ReportIngest.Tests.Sinks;

namespace ReportIngest.Tests.Corpus;

public sealed class ReportRecordsTests
{
    public static IEnumerable<TheoryDataRow<string, string>> LayoutNames() =>
        Layouts.All.Where(layout => layout.Plain).Select(layout => new TheoryDataRow<string, string>(layout.Format.ToString(), layout.Name));

    [Theory]
    [MemberData(nameof(LayoutNames))]
    public void A_record_read_and_written_again_is_the_same_line(string format, string name)
    {
        var layout = Layouts.All.Single(layout => layout.Format.ToString() == format && layout.Name == name);
        for (var seed = 1; seed <= 3; seed++)
        {
            var bytes = layout.Write(Forger.Forge(seed));
            var report = Pipeline.Ingest(bytes, Source.Of($"年报/{seed}", bytes), Limits.Default).Report!;
            var line = Line(ReportRecord.Of(report, ["副本/1.html"]));
            Assert.Equal(line, Line(ReportRecords.Parse(Encoding.UTF8.GetBytes(line.TrimEnd('\n')))));
        }
    }

    [Fact]
    public void A_table_that_mixes_editions_keeps_the_cells_of_both()
    {
        var foreign = FormCatalog.Edition2019.Indicators.Single(cell => cell.Code == "requests.result.other.total");
        var mixed = SmallReport.Default with { Fields = SmallReport.Default.Fields.Add(new Field(foreign, CellValue.Blank, null)) };
        var line = Line(ReportRecord.Of(mixed, []));
        Assert.Equal(line, Line(ReportRecords.Parse(Encoding.UTF8.GetBytes(line.TrimEnd('\n')))));
    }

    [Fact]
    public void Every_line_is_found_again_at_its_place()
    {
        ImmutableArray<ReportRecord> records = [.. Enumerable.Range(1, 40).Select(number => ReportRecord.Of(SmallReport.Default with
        {
            Source = new Source($"{number}.html", new string('a', number), number),
            Sections = [new Section(1, "总体情况", "一、总体情况", new string('公', number * 900))], // lines longer than a block, and shorter
        }, []))];
        using var stream = new MemoryStream();
        foreach (var record in records) JsonLines.Write(stream, record);
        stream.Position = 0;
        var index = CorpusIndex.Of(stream);
        Assert.Equal(records.Select(record => record.Id), index.Entries.Select(entry => entry.Id));
        foreach (var (entry, record) in index.Entries.Zip(records).Reverse())
        {
            Assert.Equal(entry.Path, ReportRecords.ReadAt(stream, entry.Place).Source.Path);
            var text = ReportRecords.ReadHeadAt(stream, entry.Place);
            Assert.Equal((record.Organization, record.Sections.Single()), (text.Organization, text.Sections.Single()));
        }
    }

    [Fact]
    public void A_last_line_without_its_end_is_read()
    {
        var line = Encoding.UTF8.GetBytes(Line(ReportRecord.Of(SmallReport.Default, [])).TrimEnd('\n'));
        Assert.Single(ReportRecords.Read(new MemoryStream(line)));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("""{"schema":"reportingest.finding/1"}""")]
    public void A_line_of_another_kind_is_refused_with_its_number(string line)
    {
        var error = Assert.Throws<OutputFormatException>(() => ReportRecords.Read(new MemoryStream(Encoding.UTF8.GetBytes(line))).Count());
        Assert.StartsWith("line 1 is no reportingest.report/1", error.Message, StringComparison.Ordinal);
    }

    private static string Line(ReportRecord record)
    {
        using var stream = new MemoryStream();
        JsonLines.Write(stream, record);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
