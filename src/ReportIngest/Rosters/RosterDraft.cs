using System.Collections.Immutable;
using System.Globalization;
using ReportIngest.Reports;
using Sep = nietras.SeparatedValues;

namespace ReportIngest.Rosters;

/// <summary>A roster to begin with: a division and every division below it. Departments are in no list of divisions; the office adds them.</summary>
public static class RosterDraft
{
    /// <summary>Last three digits of townships by kind (NBS): 0xx sub-districts, 1xx towns, 2xx and 3xx townships, from 400 what is run like one.</summary>
    private const int LikeATownship = 400;

    /// <param name="code">Of a province, prefecture, county or township.</param>
    /// <param name="level">Only these; null for all.</param>
    /// <returns>Empty where there is no such division, or none of that level below it.</returns>
    public static ImmutableArray<RosterUnit> Of(string code, Level? level)
    {
        var within = Divisions.All().Where(division => division.Code.StartsWith(code, StringComparison.Ordinal)).ToList();
        return within.Count > 0 && within[0].Code == code
            ? [.. within.Where(division => level is null || division.Level == level).Select(Unit).OrderBy(unit => unit.Code, StringComparer.Ordinal)]
            : [];
    }

    /// <summary>Development zones, farms, prisons: they have a code like a township's, but not all of them a government that reports. A 街道 run by a zone is one.</summary>
    public static bool IsLikeATownship(RosterUnit unit) =>
        unit.Code.Length == 9 && UnitName.Of(unit.Name).Level != Level.Township && int.Parse(unit.Code[6..], CultureInfo.InvariantCulture) >= LikeATownship;

    /// <summary>All columns of a roster, those without a value empty, ready to be completed.</summary>
    public static void Write(TextWriter text, ImmutableArray<RosterUnit> units)
    {
        using var writer = Sep.SepWriterExtensions.To(
            new Sep.SepWriterOptions(new Sep.Sep(',')) { Escape = true, CultureInfo = CultureInfo.InvariantCulture }, text, leaveOpen: true);
        writer.Header.Add([.. RosterRows.Columns]);
        writer.Header.Write();
        foreach (var unit in units)
        {
            using var row = writer.NewRow();
            row["code"].Set(unit.Code);
            row["name"].Set(unit.Name);
            row["level"].Set(Spelling.Name(unit.Level) ?? "");
            row["parent"].Set(unit.Parent ?? "");
            foreach (var column in RosterRows.Columns.Skip(4)) row[column].Set("");
        }
    }

    private static RosterUnit Unit(Division division) => new(
        division.Code,
        division.Name,
        division.Level,
        Divisions.UpFrom(division.Code).FirstOrDefault(above => above.Code != division.Code)?.Code,
        [],
        null,
        null,
        false,
        null);
}
