using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Forge.Habits;

/// <summary>Table two of 2021 over table three of 2019: most labels are 2021's, and the cells of 2019 keep their meaning.</summary>
internal static class Mixture
{
    private static readonly Form Mixed = Mix(FormCatalog.Edition2021, FormCatalog.Edition2019);

    /// <summary>The same seed's report on the mixed form, with a fault of the same kind.</summary>
    public static ForgedReport Of(ForgedReport report)
    {
        var mixed = Forger.Forge(report.Seed, new Order(Mixed.Edition, Fault: report.Fault?.Kind), Mixed);
        var values = mixed.Truth.Values.ToDictionary(value => value.Key, value => value.Value);
        var own = FormCatalog.Edition2021.Indicators.Select(cell => cell.Code).ToArray();
        return mixed with
        {
            Deviations = ["RI501", "RI509"],
            Truth = mixed.Truth with
            {
                Values =
                [
                    .. own.Select(code => KeyValuePair.Create(code, values.GetValueOrDefault(code, CellValue.Missing))),
                    .. mixed.Truth.Values.Where(value => !own.Contains(value.Key)),
                ],
            },
        };
    }

    private static Form Mix(Form newer, Form older)
    {
        Form[] each = [newer, older];
        return newer with
        {
            Grids = [.. from form in each from grid in form.Grids where Belongs(form, grid.Section) orderby grid.Section select grid],
            Indicators = [.. from form in each from cell in form.Indicators where Belongs(form, cell.Section) orderby cell.Section select cell],
            Identities = [.. from form in each from identity in form.Identities where Belongs(form, identity.Left[0].Section) select identity],
        };

        bool Belongs(Form form, int section) => form == older == (section == 3);
    }
}
