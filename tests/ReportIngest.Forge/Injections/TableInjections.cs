using System.Collections.Immutable;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Forge.Injections;

/// <summary>Faults in the numbers of the tables.</summary>
internal static class TableInjections
{
    public static ImmutableArray<Injection> All { get; } =
    [
        Damage("RI101", FaultKind.RequestCellWrong),
        Damage("RI102", FaultKind.ResultCellWrong),
        Damage("RI103", FaultKind.RowTotalWrong),
        Damage("RI104", FaultKind.ReviewCellWrong),
        Damage("RI105", FaultKind.LitigationCellWrong),
        Damage("RI106", FaultKind.NumberMoved),
        new("RI201", seed => OneCell("RI201", seed, cell => cell.Kind == IndicatorKind.Count, random => Forger.Reported(-random.Next(1, 400)))),
        new("RI202", seed => OneCell("RI202", seed, cell => cell.Kind == IndicatorKind.Count, random => Forger.Reported(random.Next(1, 300) + random.Next(1, 100) / 100m))),
        new("RI203", seed => OneCell("RI203", seed, cell => cell.Section != 4 || cell.Kind == IndicatorKind.Count, random => new CellValue(CellState.Unreadable, null, random.Pick(["增加5", "见附件", "若干", "增", "0/0", "同上", "3+2", "约20"])))),
        new("RI204", Blanks),
        Damage("RI205", FaultKind.TotalsBlank),
        new("RI206", StockTooLow),
        new("RI207", DisclosedTooLow),
        new("RI208", RulesWithoutPower),
        new("RI209", DecisionsAddedUp),
        new("RI210", WrongUnit),
        new("RI211", AllZero),
    ];

    private static Injection Damage(string rule, FaultKind kind) => new(rule, seed =>
    {
        var sound = Sound.Draw(seed);
        return Trials.Of(rule, sound with { Report = Forger.Damage(sound.Report, kind) });
    });

    private static Trial OneCell(string rule, int seed, Func<Indicator, bool> choose, Func<Random, CellValue> wrong)
    {
        var (sound, random) = (Sound.Draw(seed), new Random(seed));
        var cells = Trials.FormOf(sound).Indicators.Where(choose).ToArray();
        return Trials.Of(rule, sound.WithCells((random.Pick(cells).Code, wrong(random))));
    }

    /// <summary>Some zeros of a table are left blank or are a sign. Not totals: those are RI205's.</summary>
    private static Trial? Blanks(int seed)
    {
        var (sound, random) = (Sound.Draw(seed), new Random(seed));
        var section = random.Next(2, 5);
        var totals = Trials.FormOf(sound).Identities.Where(identity => identity.Equation.Per == Axis.Row).Select(identity => identity.Right[0]).ToHashSet();
        var zeros = Trials.FormOf(sound).Indicators.Where(cell => cell.Section == section && !totals.Contains(cell) && sound.Report.Truth[cell.Code].Number == 0).ToArray();
        if (zeros.Length == 0) return null;
        var empty = random.Next(2) == 0 ? CellValue.Blank : new CellValue(CellState.Placeholder, null, random.Pick(["/", "-", "—", "无"]));
        random.Shuffle(zeros);
        return Trials.Of("RI204", sound.WithCells(zeros.Take(random.Next(1, 6)).Select(cell => (cell.Code, empty))));
    }

    private static Trial? StockTooLow(int seed)
    {
        var (sound, random) = (Sound.Draw(seed, new Wish(Edition: "2021")), new Random(seed));
        var row = random.Pick(["proactive.normative_document", "proactive.normative_document", "proactive.regulation"]);
        if (row == "proactive.regulation" && sound.Unit.Level is not (Level.Province or Level.City)) return null;
        var (issued, repealed) = (random.Next(2, 60), random.Next(2));
        var stock = random.Next(2) == 0 ? 0 : random.Next(0, issued - repealed);
        return Trials.Of("RI206", sound.WithNumbers(($"{row}.issued", issued), ($"{row}.repealed", repealed), ($"{row}.in_force", stock)));
    }

    private static Trial DisclosedTooLow(int seed)
    {
        var (sound, random) = (Sound.Draw(seed, new Wish(Edition: "2019")), new Random(seed));
        var row = random.Pick([.. Trials.FormOf(sound).Indicators.Where(cell => cell.Column.Key == "disclosed_total").Select(cell => cell.Row.Key)]);
        var disclosed = random.Next(1, 90);
        return Trials.Of("RI207", sound.WithNumbers(($"{row}.disclosed", disclosed), ($"{row}.disclosed_total", random.Next(0, disclosed))));
    }

    private static Trial RulesWithoutPower(int seed)
    {
        var random = new Random(seed);
        var sound = Sound.Draw(seed, new Wish(Who: unit => unit.Level is Level.County or Level.Township || (unit.Level == Level.Department && unit.Place[^1] is '县' or '旗')));
        var cells = Trials.FormOf(sound).Indicators.Where(cell => cell.Row.Key == "proactive.regulation").ToArray();
        return Trials.Of("RI208", sound.WithNumbers((random.Pick(cells).Code, random.Next(1, 12))));
    }

    private static Trial? DecisionsAddedUp(int seed)
    {
        var (sound, random) = (Sound.Draw(seed, new Wish(Edition: "2019")), new Random(seed));
        var row = random.Pick([.. Trials.FormOf(sound).Indicators.Where(cell => cell.Column.Key == "decisions").Select(cell => cell.Row.Key)]);
        if (!sound.Report.Truth.Values.Any(value => value.Key == $"{row}.items_last_year")) return null;
        var (items, change) = (random.Next(12, 400), random.Next(-2, 9));
        return Trials.Of("RI209", sound.WithNumbers(($"{row}.items_last_year", items), ($"{row}.items_change", change), ($"{row}.decisions", items + change)));
    }

    /// <summary>元 in the cell, in a bare cell beside a text that says so, or in one of several years.</summary>
    private static Trial? WrongUnit(int seed)
    {
        var random = new Random(seed);
        var yuan = 100m * random.Next(1, 90_000);
        if (random.Next(3) == 0)
        {
            if (SoundYears.Pair(seed) is not var (last, now)) return null;
            var code = AmountOf(now);
            if (code != AmountOf(last)) return null;
            var before = yuan / 10_000;
            var rise = 1 + (decimal)random.NextDouble();
            var files = (Trials.File(last.WithNumbers((code, before)), "a"), Trials.File(now.WithNumbers((code, Math.Round(yuan * rise))), "b"));
            return new Trial("RI210", [files.Item1, files.Item2], files.Item2.Path);
        }

        var sound = Sound.Draw(seed);
        var cell = AmountOf(sound);
        if (random.Next(2) == 0) return Trials.Of("RI210", sound.WithCells((cell, new CellValue(CellState.Reported, yuan / 10_000, $"{Facts.Digits(yuan)}元"))));
        var said = cell.Contains("procurement", StringComparison.Ordinal) ? "政府集中采购总金额" : "行政事业性收费";
        var sentence = random.Next(2) == 0 ? $"全年{said}{Facts.Digits(yuan)}元，均已公示。" : $"{sound.Facts.Year}年{said}共{Facts.Digits(yuan / 10_000)}万元。";
        // The text that gives 万元 shows the right number: the cell beside it has the digits of 元.
        return sentence.Contains("万元", StringComparison.Ordinal) ? null : Trials.Of("RI210", sound.WithNumbers((cell, yuan)) with { Story = sound.Story with { Proactive = [sentence] } });
    }

    private static string AmountOf(Sound sound) => Trials.FormOf(sound).Indicators.First(cell => cell.Kind == IndicatorKind.Amount).Code;

    private static Trial AllZero(int seed)
    {
        var (sound, random) = (Sound.Draw(seed), new Random(seed));
        var section = random.Next(2, 4);
        var zeros = Trials.FormOf(sound).Indicators.Where(cell => cell.Section == section).Select(cell => (cell.Code, 0m));
        return Trials.Of("RI211", sound.WithNumbers(zeros).Retold(random));
    }
}
