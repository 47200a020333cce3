using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReportIngest.Reports;

namespace ReportIngest.Forge.Injections;

/// <summary>A county whose reports do not match its roster.</summary>
internal static class CoverageInjections
{
    public static ImmutableArray<Injection> All { get; } =
    [
        new("RI801", Missing),
        new("RI802", Several),
        new("RI803", NotInRoster),
        new("RI804", Ambiguous),
    ];

    private static Trial Missing(int seed)
    {
        var (units, random, year) = Draw(seed);
        var silent = random.Next(units.Length);
        var files = units.Select((unit, i) => (unit, i)).Where(one => one.i != silent).Select(one => File(seed, one.unit, one.i, year, random)).ToImmutableArray();
        return new Trial("RI801", files, Code(silent)) { Roster = Roster(units), Year = year };
    }

    private static Trial Several(int seed)
    {
        var (units, random, year) = Draw(seed);
        var files = (File(seed, units[0], 1, year, random), File(seed + 1, units[0], 2, year, random));
        return new Trial("RI802", [files.Item1, files.Item2], string.CompareOrdinal(files.Item1.Path, files.Item2.Path) < 0 ? files.Item2.Path : files.Item1.Path);
    }

    private static Trial NotInRoster(int seed)
    {
        var (units, random, year) = Draw(seed);
        var stranger = random.Next(units.Length);
        var files = units.Select((unit, i) => File(seed, unit, i, year, random)).ToImmutableArray();
        return new Trial("RI803", files, files[stranger].Path) { Roster = Roster([.. units.Where((_, i) => i != stranger)]), Year = year };
    }

    /// <summary>Two units of the roster are called alike, and the report does not say which it is.</summary>
    private static Trial Ambiguous(int seed)
    {
        var random = new Random(seed);
        var (_, _, year) = Draw(seed);
        Unit township;
        do township = Unit.Draw(random);
        while (township.Level != Level.Township || township.Place.EndsWith("街道", StringComparison.Ordinal));
        var named = new Unit($"{township.Place}人民政府", township.Place, township.Self, Level.Township);
        var file = File(seed, named, 0, year, random);
        var roster = $"code,name,level,parent\n410425,甲县,county,\n410426,乙县,county,\n410425200,{township.Place},township,410425\n410426200,{township.Place},township,410426\n";
        return new Trial("RI804", [file], file.Path) { Roster = Encoding.UTF8.GetBytes(roster), Year = year };
    }

    private static (ImmutableArray<Unit> Units, Random Random, int Year) Draw(int seed)
    {
        var random = new Random(unchecked(seed * 31 + 5));
        var units = ImmutableArray.CreateBuilder<Unit>();
        while (units.Count < 3)
        {
            var unit = Unit.Draw(random);
            if (unit.Level is Level.Township or Level.Department && units.All(other => other.Name != unit.Name)) units.Add(unit);
        }

        return (units.ToImmutable(), random, random.Next(2019, 2026));
    }

    private static GivenFile File(int seed, Unit unit, int number, int year, Random random) =>
        Trials.File(Sound.Draw(unchecked(seed * 17 + number), unit, year, null, random), $"{number}");

    private static byte[] Roster(ImmutableArray<Unit> units) =>
        Encoding.UTF8.GetBytes("code,name\n" + string.Concat(units.Select((unit, i) => $"{Code(i)},{unit.Name}\n")));

    private static string Code(int number) => number.ToString(CultureInfo.InvariantCulture).PadLeft(2, 'u');
}
