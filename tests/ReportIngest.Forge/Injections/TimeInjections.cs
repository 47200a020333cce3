using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Forge.Injections;

/// <summary>Faults in dates, between versions and between years.</summary>
internal static class TimeInjections
{
    public static ImmutableArray<Injection> All { get; } =
    [
        new("RI601", LateByLaw),
        new("RI602", LateByNotice),
        new("RI603", TooEarly),
        new("RI604", WrongPeriod),
        new("RI605", VersionsDisagree),
        new("RI606", Changed),
        new("RI701", seed => Broken("RI701", seed, null, (now, random) => Move(now, random, [.. now.Cells.Where(cell => cell.Row.Key == "requests.carried_in" && cell.Column.Key != "total").Select(cell => cell.Code)]))),
        new("RI702", seed => Broken("RI702", seed, "2021", (now, random) => Move(now, random, [.. now.Cells.Where(cell => cell.Column.Key == "in_force").Select(cell => cell.Code)]))),
        new("RI703", seed => Broken("RI703", seed, "2019", (now, random) => Move(now, random, [.. now.Cells.Where(cell => cell.Column.Key == "items_last_year").Select(cell => cell.Code)]))),
        new("RI704", Outlier),
    ];

    private static Trial LateByLaw(int seed)
    {
        var random = new Random(seed);
        var sound = Sound.Draw(seed, new Wish(Who: unit => unit.Level is not Level.Township));
        var last = new DateOnly(sound.Facts.Year + 1, sound.Unit.Level == Level.Department ? 1 : 3, 31);
        return Trials.Of("RI601", sound.Published(last.AddDays(random.Next(1, 200))));
    }

    private static Trial LateByNotice(int seed)
    {
        var random = new Random(seed);
        if (random.Next(2) == 0)
        {
            var township = Sound.Draw(seed, new Wish(Who: unit => unit.Level is Level.Township));
            return Trials.Of("RI602", township.Published(new DateOnly(township.Facts.Year + 1, 1, 31).AddDays(random.Next(1, 200))));
        }

        // The roster gives a day before the law's.
        var sound = Sound.Draw(seed, new Wish(Who: unit => unit.Level is Level.Township or Level.Department));
        var due = random.Next(5, 25);
        var trial = Trials.Of("RI602", sound.Published(new DateOnly(sound.Facts.Year + 1, 1, due + random.Next(1, 7))));
        return trial with { Year = sound.Facts.Year, Roster = Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"code,name,due\n1,{sound.Unit.Name},01-{due:00}\n")) };
    }

    private static Trial TooEarly(int seed)
    {
        var (sound, random) = (Sound.Draw(seed), new Random(seed));
        return Trials.Of("RI603", sound.Published(random.Next(2) == 0
            ? new DateOnly(sound.Facts.Year, 12, 31).AddDays(-random.Next(1, 300))
            : sound.Report.Truth.Published!.Value.AddYears(-1)));
    }

    private static Trial WrongPeriod(int seed)
    {
        var (sound, random) = (Sound.Draw(seed), new Random(seed));
        var year = sound.Facts.Year;
        var period = random.Next(5) switch
        {
            0 => $"{year - 1}年1月1日至{year - 1}年12月31日",
            1 => $"{year - 1}年1月1日起至12月31日",
            2 => $"{year}年1月1日至{year}年11月30日",
            3 => $"{year - 1}年12月1日至{year}年11月30日",
            _ => $"{year}年{random.Next(2, 9)}月1日至12月31日",
        };
        var preface = $"现公布{sound.Unit.Name}{year}年政府信息公开工作年度报告。{random.Pick(["本报告所列数据的统计期限为", "本报告数据统计期限自", "统计期限："])}{period}{random.Pick(["。", "止。"])}";
        return Trials.Of("RI604", sound with { Story = sound.Story with { Preface = preface } });
    }

    private static Trial VersionsDisagree(int seed)
    {
        var random = new Random(seed);
        var sound = Sound.Draw(seed, new Wish(Who: IsDistinct));
        var files = (Trials.File(sound, "a"), Trials.File(WithOtherCells(sound, random) with { Layout = Sound.PickLayout(null, random) }, "b"));
        return new Trial("RI605", [files.Item1, files.Item2], files.Item2.Path);
    }

    private static Trial Changed(int seed)
    {
        var random = new Random(seed);
        var sound = Sound.Draw(seed);
        return Trials.Of("RI606", WithOtherCells(sound, random)) with { Earlier = [Trials.File(sound, "report")] };
    }

    private static Sound WithOtherCells(Sound sound, Random random)
    {
        var cells = Trials.FormOf(sound).Indicators.Where(cell => cell.Kind == IndicatorKind.Count).ToArray();
        random.Shuffle(cells);
        return sound.WithNumbers(cells.Take(random.Next(1, 4)).Select(cell => (cell.Code, (sound.Report.Truth[cell.Code].Number ?? 0) + random.Next(1, 20))));
    }

    /// <summary>Two years of a unit that do not follow from each other.</summary>
    private static Trial? Broken(string rule, int seed, string? edition, Action<Ledger, Random> change)
    {
        if (SoundYears.Pair(seed, edition) is not var (last, now)) return null;
        var random = new Random(seed);
        var ledger = Ledger.Of(now.Report);
        change(ledger, random);
        var files = (Trials.File(last, "a"), Trials.File((now with { Report = ledger.In(now.Report) }).Retold(random), "b"));
        return new Trial(rule, [files.Item1, files.Item2], files.Item2.Path);
    }

    private static void Move(Ledger now, Random random, string[] codes)
    {
        var code = random.Pick(codes);
        var step = random.Next(1, 40);
        now[code] += now[code] >= step && random.Next(2) == 0 ? -step : step;
        now.Settle();
    }

    /// <summary>Digits too many in one cell of one year, among five years of the unit and twelve of its peers.</summary>
    private static Trial Outlier(int seed)
    {
        var random = new Random(seed);
        var (county, year) = (Unit.Draw(random), 2025);
        while (county.Level != Level.County || county.Place[^1] == '区') county = Unit.Draw(random);
        Unit Township(int number) => new($"{county.Place}{"东西南北中上下前后左右大小"[number]}岭镇人民政府", $"{"东西南北中上下前后左右大小"[number]}岭镇", "我镇", Level.Township);
        var wish = new Wish(Edition: "2021", Layout: layout => layout.Format == Documents.FileKind.Html);
        var own = SoundYears.Draw(seed, Township(0), 2021, 5, wish);
        var peers = Enumerable.Range(1, 12).Select(number => Sound.Draw(unchecked(seed * 31 + number), Township(number), year, wish, random)).ToList();
        var cells = Ledger.Of(own[^1].Report).Cells.Where(cell => cell is { Section: 2, Kind: IndicatorKind.Count } && cell.Row.Key != "proactive.regulation" && cell.Column.Key != "repealed").ToList();
        var code = random.Pick(cells).Code;
        // Townships of one county are alike in most numbers; where they differ a hundredfold nothing is far from all of them.
        var usual = Math.Max(own.SkipLast(1).Max(one => one.Report.Truth[code].Number ?? 0), 10);
        peers = peers.ConvertAll(peer => peer.WithNumbers((code, Math.Round(usual * (0.5m + (decimal)random.NextDouble())))));
        var sound = own[^1].WithNumbers((code, usual * random.Next(100, 1000)));
        ImmutableArray<GivenFile> files = [.. own.SkipLast(1).Select((one, i) => Trials.File(one, $"a{i}")), .. peers.Select((peer, i) => Trials.File(peer, $"p{i}")), Trials.File(sound, "z")];
        return new Trial("RI704", files, files[^1].Path);
    }

    private static bool IsDistinct(Unit unit) => Corpus.UnitKey.IsDistinct(Corpus.UnitKey.Of(unit.Name)!);
}
