using ReportIngest.Documents;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Tests.Sinks;

/// <summary>A report of three cells, one of each interesting state: enough to see how an output spells it.</summary>
internal static class SmallReport
{
    public static Report Default { get; } = new(
        new Source("a/年报.html", "abc", 41234),
        FileKind.Html,
        "gb18030",
        new UnitName("柳溪镇人民政府", Level.Township),
        2024,
        "2024年“年报”",
        null,
        "2021",
        [new Section(1, "总体情况", "一、总体情况", "第一行\n第二行，\"引号\"")],
        [
            Field("requests.new.total", new CellValue(CellState.Reported, 3.00m, "3.00"), new Location(1, 3, 9, 2, new Box(468.1, 300.2, 500, 318.9199))),
            Field("review.upheld", CellValue.Blank, new Location(2, 3, 0, null, null)),
            Field("review.corrected", CellValue.Missing, null),
        ],
        FormCatalog.Edition2021.Identities,
        [],
        []);

    private static Field Field(string code, CellValue value, Location? at) =>
        new(FormCatalog.Edition2021.Indicators.Single(indicator => indicator.Code == code), value, at);
}
