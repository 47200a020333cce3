using ReportIngest.Forge;
using ReportIngest.Forms;
using ReportIngest.Reports;
using Sheet = ReportIngest.Forge.Sheet;
using SheetCell = ReportIngest.Forge.SheetCell;

namespace ReportIngest.Tests.Forge;

public sealed class ForgerTests
{
    private static readonly int[] Seeds = [.. Enumerable.Range(0, 60)];

    public static TheoryData<FaultKind> Kinds => [.. Enum.GetValues<FaultKind>()];

    public static TheoryData<string> LayoutNames => [.. Layouts.All.Select(layout => layout.ToString())];

    [Theory]
    [MemberData(nameof(LayoutNames))]
    public void The_same_seed_gives_the_same_bytes(string name)
    {
        var layout = Layouts.All.Single(layout => layout.ToString() == name);
        Assert.Equal(layout.Write(Forger.Forge(7)), layout.Write(Forger.Forge(7)));
    }

    [Theory]
    [InlineData("2021")]
    [InlineData("2019")]
    public void Every_identity_of_a_sound_report_holds_or_has_no_number(string edition)
    {
        foreach (var seed in Seeds)
            Assert.Empty(Broken(Forger.Forge(seed, new Order(edition))));
    }

    [Fact]
    public void A_number_wrong_in_table_three_breaks_the_identities_of_its_cell_and_its_mend_mends_them()
    {
        FaultKind[] kinds = [FaultKind.RequestCellWrong, FaultKind.ResultCellWrong, FaultKind.RowTotalWrong];
        foreach (var seed in Seeds)
        {
            foreach (var kind in kinds)
            {
                var report = Forger.Forge(seed, new Order(Fault: kind));
                var fault = report.Fault!;
                var broken = Broken(report);
                Assert.All(broken, identity => Assert.Contains(fault.Mend!.Indicator, identity.Indicators.Select(cell => cell.Code)));
                Assert.Equal(broken.Select(identity => identity.Rule).Distinct().Order(), fault.Consequences.Append(fault.Rule).Order());
                Assert.Empty(Broken(report, (fault.Mend!.Indicator, fault.Mend.Value)));
            }
        }
    }

    [Fact]
    public void A_moved_number_breaks_two_columns_and_no_row()
    {
        foreach (var seed in Seeds)
        {
            var broken = Broken(Forger.Forge(seed, new Order(Fault: FaultKind.NumberMoved)));
            Assert.Equal(2, broken.Length);
            Assert.All(broken, identity => Assert.Equal(Axis.Column, identity.Equation.Per));
        }
    }

    [Theory]
    [InlineData(FaultKind.ReviewCellWrong, "RI104")]
    [InlineData(FaultKind.LitigationCellWrong, "RI105")]
    public void A_number_wrong_in_table_four_breaks_one_identity(FaultKind kind, string rule)
    {
        foreach (var seed in Seeds)
            Assert.Equal(rule, Assert.Single(Broken(Forger.Forge(seed, new Order(Fault: kind)))).Rule);
    }

    [Theory]
    [InlineData(FaultKind.Negative)]
    [InlineData(FaultKind.Fraction)]
    [InlineData(FaultKind.Words)]
    [InlineData(FaultKind.SomeBlanks)]
    [InlineData(FaultKind.SectionMissing)]
    [InlineData(FaultKind.TableMissing)]
    [InlineData(FaultKind.RowMissing)]
    [InlineData(FaultKind.RowAdded)]
    public void A_fault_of_values_or_structure_breaks_no_identity(FaultKind kind)
    {
        foreach (var seed in Seeds)
            Assert.Empty(Broken(Forger.Forge(seed, new Order(Fault: kind))));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_report_prints_each_value_of_its_truth_once_and_no_other_cell_of_the_form(FaultKind kind)
    {
        foreach (var seed in Seeds)
        {
            var report = Forger.Forge(seed, new Order(Fault: kind));
            var printed = report.Sections.SelectMany(section => section.Sheets)
                .SelectMany(sheet => sheet.Cells).Where(cell => cell.Code is not null).ToDictionary(cell => cell.Code!, cell => cell.Text);
            var expected = report.Truth.Values.Where(value => value.Value.State != CellState.Missing).ToDictionary(value => value.Key, value => value.Value.Raw!);
            Assert.Equal(expected, printed);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void The_cells_of_a_sheet_cover_every_position_once(FaultKind kind)
    {
        foreach (var sheet in Forger.Forge(3, new Order(Fault: kind)).Sections.SelectMany(section => section.Sheets))
        {
            Assert.Equal(sheet.Rows * sheet.Columns, sheet.Cells.Sum(cell => cell.RowSpan * cell.ColumnSpan));
            Assert.DoesNotContain(null, sheet.Covering().Cast<ReportIngest.Forge.SheetCell?>());
        }
    }

    private static Identity[] Broken(ForgedReport report, (string Code, decimal Value)? change = null)
    {
        var form = FormCatalog.Find(report.Truth.Edition)!;
        return [.. form.Identities.Where(identity => Balance.Of(identity, Field).Fails)];

        Field Field(Indicator cell) => change is { } other && other.Code == cell.Code
            ? new Field(cell, new CellValue(CellState.Reported, other.Value, ""), null)
            : new Field(cell, report.Truth[cell.Code], null);
    }
}
