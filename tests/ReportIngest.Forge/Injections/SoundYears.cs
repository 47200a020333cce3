using System.Collections.Immutable;
using ReportIngest.Forms;

namespace ReportIngest.Forge.Injections;

/// <summary>One unit over several years without a fault: what is carried out is carried in, stocks roll forward, numbers stay in their usual range.</summary>
internal static class SoundYears
{
    public static ImmutableArray<Sound> Draw(int seed, Unit unit, int first, int count, Wish? wish = null)
    {
        var random = new Random(unchecked(seed * 104_729 + 7));
        var years = ImmutableArray.CreateBuilder<Sound>();
        Dictionary<string, decimal> usual = [];
        for (var year = first; year < first + count; year++)
        {
            var drawn = Sound.Draw(seed, unit, year, wish, random);
            var ledger = Ledger.Of(drawn.Report);
            foreach (var cell in ledger.Cells) usual.TryAdd(cell.Code, ledger[cell.Code]);
            if (years.Count > 0) Follow(ledger, Ledger.Of(years[^1].Report), usual, random);
            years.Add((drawn with { Report = ledger.In(drawn.Report) }).Retold(random));
        }

        return years.ToImmutable();
    }

    /// <summary>The pair of a unit's years that a rule over years needs.</summary>
    public static (Sound Last, Sound Now)? Pair(int seed, string? edition = null)
    {
        var random = new Random(unchecked(seed * 6_151 + 3));
        var unit = Unit.Draw(random);
        // Of a district alone, or a name that many places have, two years cannot be known to be one unit's.
        while (!Corpus.UnitKey.IsDistinct(Corpus.UnitKey.Of(unit.Name)!)) unit = Unit.Draw(random);
        var first = edition switch { "2019" => 2019, "2021" => random.Next(2021, 2025), _ => random.Next(2019, 2025) };
        return Draw(seed, unit, first, 2) is [var last, var now] ? (last, now) : null;
    }

    private static void Follow(Ledger now, Ledger last, Dictionary<string, decimal> usual, Random random)
    {
        foreach (var cell in now.Cells)
        {
            var number = usual[cell.Code];
            now[cell.Code] = cell.Kind switch
            {
                IndicatorKind.Change => random.Next(-2, 3),
                IndicatorKind.Amount => Math.Round(number * Factor(random), 2),
                _ => Math.Round(number * Factor(random)),
            };
            if (cell.Row.Key == "requests.carried_in" && cell.Column.Key != "total") now[cell.Code] = last[$"requests.carried_out.{cell.Column.Key}"];
        }

        foreach (var cell in now.Cells)
        {
            var row = cell.Row.Key;
            switch (cell.Column.Key)
            {
                case "in_force" when last.Has(cell.Code):
                    now[$"{row}.repealed"] = Math.Min(now[$"{row}.repealed"], last[cell.Code] + now[$"{row}.issued"] - 1);
                    now[$"{row}.repealed"] = Math.Max(now[$"{row}.repealed"], 0);
                    now[cell.Code] = last[cell.Code] + now[$"{row}.issued"] - now[$"{row}.repealed"];
                    break;
                case "in_force":
                    now[cell.Code] = Math.Max(now[cell.Code], now[$"{row}.issued"]);
                    break;
                case "items_last_year" when last.Has(cell.Code):
                    now[cell.Code] = last[cell.Code] + last[$"{row}.items_change"];
                    now[$"{row}.items_change"] = Math.Max(now[$"{row}.items_change"], -now[cell.Code]);
                    break;
                case "disclosed_total":
                    now[cell.Code] = Math.Max(now[cell.Code], now[$"{row}.disclosed"]);
                    break;
            }
        }

        foreach (var cell in now.Cells.Where(cell => cell.Column.Key == "decisions" && now.Has($"{cell.Row.Key}.items_last_year")))
            if (now[cell.Code] == now[$"{cell.Row.Key}.items_last_year"] + now[$"{cell.Row.Key}.items_change"]) now[cell.Code]++;
        now.Settle();
    }

    private static decimal Factor(Random random) => 0.7m + (decimal)random.NextDouble() * 0.7m;
}
