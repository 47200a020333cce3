using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using ReportIngest.Corpus;
using ReportIngest.Documents;
using ReportIngest.Forms;
using ReportIngest.Outputs;
using ReportIngest.Reports;
using ReportIngest.Rules;
using ReportIngest.Sinks;

namespace ReportIngest.Tests.Sinks;

public sealed class JsonLinesTests
{
    private static readonly string[] ReportKeys = ["schema", "id", "source", "report", "sections", "values", "checks", "completeness"];

    [Fact]
    public void A_report_is_one_line_with_the_keys_of_the_contract_in_its_order()
    {
        var line = Line(SmallReport.Default, []);
        Assert.EndsWith("}\n", line, StringComparison.Ordinal);
        Assert.Equal(1, line.Count(character => character == '\n'));
        Assert.Equal(ReportKeys, JsonDocument.Parse(line).RootElement.EnumerateObject().Select(property => property.Name));
    }

    [Fact]
    public void Chinese_stays_readable_and_what_does_not_apply_is_null()
    {
        Assert.Contains(
            """
            "report":{"organization":"柳溪镇人民政府","division":null,"level":"township","year":2024,"edition":"2021","title":"2024年“年报”","published":null}
            """.Trim(), Line(SmallReport.Default, []), StringComparison.Ordinal);
    }

    [Fact]
    public void A_number_has_no_trailing_zeros_and_a_place_two_decimals()
    {
        Assert.Contains(
            """
            "requests.new.total":{"value":3,"state":"reported","raw":"3.00","at":{"table":1,"row":3,"column":9,"page":2,"box":[468.1,300.2,500,318.92]}}
            """.Trim(), Line(SmallReport.Default, []), StringComparison.Ordinal);
    }

    [Fact]
    public void A_place_has_the_digits_that_its_corners_have_as_numbers() => Gen.Double[-1e6, 1e6].Select(Gen.Int[0, 200_000], (any, hundredths) => (any, hundredths / 100.0)).Sample(corner =>
    {
        var (any, printed) = corner;
        var box = new Box(any, printed, printed + 0.004, -any);
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteLocation(new Location(0, 0, 0, 1, box));
        }
        Assert.EndsWith($"\"box\":{JsonSerializer.Serialize(Spelling.Corners(box))}}}", Encoding.UTF8.GetString(bytes.ToArray()), StringComparison.Ordinal);
    });

    [Fact]
    public void A_cell_is_the_same_written_in_one_go_and_token_by_token()
    {
        var values = Gen.Select(Gen.Enum<CellState>(), Gen.Decimal[-10, 3_000_000_000m], Gen.Int[0, 4], Gen.Int[0, Raws.Length - 1].Select(raw => Raws[raw]))
            .Select((state, number, places, raw) => new CellValue(state, places > 3 ? null : Math.Round(number, places), raw));
        var places = Gen.Select(Gen.Int[0, 400], Gen.Int[1, 30], Gen.Double[-20, 2000]).Select((at, page, edge) => at switch
        {
            0 => null,
            < 200 => new Location(at % 3, at, at % 15, null, null),
            _ => new Location(at % 3, at, at % 15, page, new Box(edge, edge * 2, edge + 30, edge * 3)),
        });
        Gen.Select(values, places).Sample((value, at) =>
        {
            var field = new Field(FormCatalog.Edition2021.Indicators[0], value, at);
            Assert.Equal(JsonNode.Parse(Cell(field, indented: true))!.ToJsonString(Relaxed), Cell(field, indented: false));
        });
    }

    private static readonly string?[] Raws = ["", "0", "017", "1,204", "3.50", "/", "—", "\"无\"", "12345678901234567890", "1234567890123456789012", null];

    private static readonly JsonSerializerOptions Relaxed = new() { Encoder = Spelling.Json.Encoder };

    private static string Cell(Field field, bool indented)
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, Spelling.Json with { Indented = indented }))
        {
            json.WriteStartObject();
            json.WriteField("cell", field);
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    [Fact]
    public void A_blank_is_no_zero_and_a_missing_cell_has_neither_text_nor_place()
    {
        var line = Line(SmallReport.Default, []);
        Assert.Contains(""" "review.upheld":{"value":null,"state":"blank","raw":"","at":{"table":2,"row":3,"column":0,"page":null,"box":null}} """.Trim(), line, StringComparison.Ordinal);
        Assert.Contains(""" "review.corrected":{"value":null,"state":"missing","raw":null,"at":null} """.Trim(), line, StringComparison.Ordinal);
    }

    [Fact]
    public void A_report_names_the_files_with_the_same_bytes()
    {
        Assert.Contains(""" "copies":["b/副本.html"] """.Trim(), Line(SmallReport.Default, ["b/副本.html"]), StringComparison.Ordinal);
    }

    [Fact]
    public void A_finding_is_written_as_the_contract_says()
    {
        var finding = new Finding(
            new RuleInfo("RI103", Category.Arithmetic, Severity.Error, new Message("总计", "Total")),
            Subject.Of(SmallReport.Default),
            new Message("3 ≠ 2", "3 is not 2"),
            ["requests.new.total"],
            [new Location(1, 3, 9, null, null)],
            Expected: 3.0m,
            Actual: 2m,
            Suggestion: new Suggestion("requests.new.total", 3.0m, new Message("改", "change")));
        var fingerprint = Fingerprint.Of([finding])[0];
        Assert.Equal(
            $$$"""
            {"schema":"reportingest.finding/1","rule":"RI103","category":"arithmetic","severity":"error","report":"abc","path":"a/年报.html","division":null,"organization":"柳溪镇人民政府","year":2024,"indicators":["requests.new.total"],"expected":3,"actual":2,"message":{"zh":"3 ≠ 2","en":"3 is not 2"},"at":[{"table":1,"row":3,"column":9,"page":null,"box":null}],"suggestion":{"indicator":"requests.new.total","value":3,"reason":{"zh":"改","en":"change"}},"fingerprint":"{{{fingerprint}}}","suppressed":null,"baseline":null}

            """.ReplaceLineEndings("\n"), Written(stream => JsonLines.Write(stream, FindingMarks.None.Of([finding]))));
    }

    private static string Line(Report report, ImmutableArray<string> copies) => Written(stream => JsonLines.Write(stream, ReportRecord.Of(report, copies)));

    private static string Written(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }
}
