using ReportIngest.Documents;
using ReportIngest.Forge;
using ReportIngest.Reports;

namespace ReportIngest.Tests.Forge;

public sealed class LayoutTests
{
    // One layout of each habit: the tables a habit gives are the same in every format.
    public static TheoryData<string> Habits => [.. Layouts.All.Where(layout => layout.Habit is not null).DistinctBy(layout => layout.Name).Select(layout => layout.ToString())];

    [Theory]
    [MemberData(nameof(Habits))]
    public void A_form_filled_in_by_habit_prints_each_value_of_its_truth_once(string name)
    {
        foreach (var report in FilledIn(name))
        {
            var printed = report.Sections.SelectMany(section => section.Sheets).SelectMany(sheet => sheet.Cells)
                .Where(cell => cell.Code is not null).ToDictionary(cell => cell.Code!, cell => cell.Text);
            var expected = report.Truth.Values.Where(value => value.Value.State != CellState.Missing).ToDictionary(value => value.Key, value => value.Value.Raw!);
            Assert.Equal(expected, printed);
        }
    }

    [Theory]
    [MemberData(nameof(Habits))]
    public void The_cells_of_a_sheet_changed_by_habit_cover_every_position_once(string name)
    {
        foreach (var sheet in FilledIn(name).SelectMany(report => report.Sections).SelectMany(section => section.Sheets))
        {
            Assert.Equal(sheet.Rows * sheet.Columns, sheet.Cells.Sum(cell => cell.RowSpan * cell.ColumnSpan));
            Assert.DoesNotContain(null, sheet.Covering().Cast<ReportIngest.Forge.SheetCell?>());
            Assert.Equal(sheet.Cells.OrderBy(cell => (cell.Row, cell.Column)), sheet.Cells);
        }
    }

    [Fact]
    public void A_pdf_is_refused_a_character_that_its_fonts_lack()
    {
        var report = Forger.Forge(1) with { TitleLines = ["龘"] };
        var refused = Assert.Throws<ArgumentException>(() => Layouts.Find(FileKind.Pdf, "lines-plain").Write(report));
        Assert.Contains("U+9F98", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>Sound reports and one with each fault.</summary>
    private static IEnumerable<ForgedReport> FilledIn(string name)
    {
        var layout = Layouts.All.Single(layout => layout.ToString() == name);
        for (var seed = 0; seed < 5; seed++) yield return layout.FilledIn(Forger.Forge(seed));
        foreach (var kind in Enum.GetValues<FaultKind>()) yield return layout.FilledIn(Forger.Forge(3, new Order(Fault: kind)));
    }
}
