using System.Collections.Immutable;
using System.Globalization;
using ReportIngest.Reports;

namespace ReportIngest.Forge.Injections;

/// <summary>What is left over when a text or table is taken from another report.</summary>
internal static class CopyInjections
{
    private static readonly (char Simplified, char Traditional)[] Variants =
        [('县', '縣'), ('镇', '鎮'), ('乡', '鄉'), ('区', '區'), ('东', '東'), ('龙', '龍'), ('临', '臨'), ('长', '長'), ('云', '雲'), ('岗', '崗'), ('兴', '興'), ('双', '雙'), ('桥', '橋'), ('财', '財'), ('农', '農'), ('业', '業'), ('银', '銀'), ('宁', '寧'), ('枫', '楓'), ('务', '務'), ('郏', '郟'), ('办', '辦'), ('处', '處')];

    public static ImmutableArray<Injection> All { get; } =
    [
        new("RI401", StaleYear),
        new("RI402", OtherName),
        new("RI403", WrongLevel),
        new("RI404", Prompt),
        new("RI405", OtherUnitsText),
        new("RI406", LastYearsText),
        new("RI407", SameNumbers),
        new("RI408", UnusualCharacter),
    ];

    private static Trial? StaleYear(int seed)
    {
        var (sound, random) = (Sound.Draw(seed), new Random(seed));
        var facts = sound.Facts;
        var stale = facts.Year - 1 - random.Next(10) / 8;
        var self = facts.Unit.Self;
        return random.Next(4) switch
        {
            0 => Told(sound, sound.Story with { Opening = [random.Pick([$"{stale}年，{self}坚持公开为常态，稳步推进各项任务。", $"{stale}年，{self}认真贯彻落实上级部署，各项工作平稳有序。", $"{stale}年，在上级的指导下，{self}稳步做好公开。", $"{stale}年度，{self}严格执行条例规定。"]), .. sound.Story.Opening.Take(1)] }),
            1 when facts.Fresh > 0 => Told(sound, sound.Story with { Requests = [random.Pick([$"{stale}年共收到政府信息公开申请{Facts.Digits(facts.Fresh)}件，均已答复。", $"{stale}年，{self}收到政府信息公开申请{Facts.Digits(facts.Fresh)}件。"])] }),
            2 => Told(sound, sound.Story with { Problems = [random.Pick([$"{stale}年，{self}公开工作取得进展，但解读形式单一、栏目更新不及时的问题仍然存在。", $"{stale}年，{self}的公开深度不够，群众参与的渠道有待拓展。"])] }),
            3 => Told(sound, sound.Story with { Remaining = [random.Pick([$"{stale}年度收取信息处理费0元。没有其他需要报告的事项。", $"{stale}年，{self}未收取政府信息公开信息处理费。"])] }),
            _ => null,
        };

        static Trial Told(Sound sound, Story story) => Trials.Of("RI401", sound with { Story = story });
    }

    private static Trial? OtherName(int seed)
    {
        var random = new Random(seed);
        var sound = Sound.Draw(seed, new Wish(Who: unit => unit.Level is Level.Township or Level.County or Level.Department));
        var other = Other(sound.Unit, random);
        var (own, theirs) = (sound.Unit, other);
        // A name that is the unit's own with other words around it, or its old one, is no other unit's.
        if (theirs.Place[..2] == own.Place[..2] || own.Name.Contains(theirs.Place[..2], StringComparison.Ordinal) || theirs.Name.Contains(own.Place[..2], StringComparison.Ordinal) && own.Level != Level.Department) return null;
        return (own.Level == Level.Department ? random.Next(2) : random.Next(3)) switch
        {
            0 => Trials.Of("RI402", sound with { Story = sound.Story with { Preface = Stories.Fill(Wordings.Prefaces[random.Next(2)], new Facts(sound.Report, theirs), random) } }),
            1 => Trials.Of("RI402", sound, report => report with { Signature = [theirs.Name, .. report.Signature.Skip(1)] }),
            _ => Trials.Of("RI402", sound with { Story = sound.Story with { Opening = [$"{sound.Facts.Year}年，{theirs.Place}{random.Pick(["认真贯彻落实条例", "坚持以公开为常态", "高度重视政府信息公开", "紧紧围绕民生实事做好公开"])}，各项工作有序推进。"] } }),
        };
    }

    /// <summary>Another unit of the same kind.</summary>
    private static Unit Other(Unit own, Random random)
    {
        while (true)
        {
            var other = Unit.Draw(random);
            if (other.Level != own.Level || other.Name == own.Name) continue;
            if (own.Level == Level.County && other.Place[^1] != own.Place[^1]) continue;
            if (own.Level != Level.Department) return other;
            // Another department of the same place, whose name does not begin alike.
            var name = other.Name[other.Place.Length..];
            if (own.Place.Length < own.Name.Length && name[0] != own.Name[own.Place.Length] && !own.Name.Contains(name, StringComparison.Ordinal))
                return other with { Name = own.Place + name, Place = own.Place };
        }
    }

    private static Trial? WrongLevel(int seed)
    {
        var random = new Random(seed);
        var sound = Sound.Draw(seed, new Wish(Who: unit => unit.Level is Level.Township or Level.County));
        string[] foreign = sound.Unit.Place[^1] switch
        {
            '乡' => ["镇", "街道"],
            '镇' => ["乡", "街道"],
            '道' => ["乡", "镇"],
            '县' => ["镇", "乡", "区"],
            '区' => ["县", "镇", "乡"],
            _ => ["县", "区", "镇"],
        };
        var word = random.Pick(["我", "本"]) + random.Pick(foreign);
        var sentence = random.Pick(["{W}高度重视政府信息公开，多次研究部署。", "下一步，{W}将加强学习培训，完善审核流程。", "{W}坚持边查边改，规范答复程序。", "按照上级要求，{W}明确了分管负责人。"]).Replace("{W}", word);
        var story = random.Next(3) switch
        {
            0 => sound.Story with { Opening = [sentence, .. sound.Story.Opening] },
            1 => sound.Story with { Supervision = [.. sound.Story.Supervision, sentence] },
            _ => sound.Story with { Improvements = [.. sound.Story.Improvements, sentence] },
        };
        return Trials.Of("RI403", sound with { Story = story });
    }

    private static Trial Prompt(int seed)
    {
        var (sound, random) = (Sound.Draw(seed), new Random(seed));
        var prompt = random.Pick(["（文字描述）", "该部分以表格形式报告。", "XX科室负责日常工作。", "联系人＿＿＿＿。", "【请填写本单位情况】", "（此处填写具体数字）", "全年公开信息××条。", "（请据实说明）"]);
        var story = random.Next(4) switch
        {
            0 => sound.Story with { Opening = [.. sound.Story.Opening, prompt] },
            1 => sound.Story with { Management = [.. sound.Story.Management, prompt] },
            2 => sound.Story with { Improvements = [.. sound.Story.Improvements, prompt] },
            _ => sound.Story with { Remaining = [.. sound.Story.Remaining, prompt] },
        };
        return Trials.Of("RI404", sound with { Story = story });
    }

    /// <summary>Two units of one year, the second with the first one's text, names and numbers changed.</summary>
    private static Trial? OtherUnitsText(int seed)
    {
        var random = new Random(seed);
        var first = Sound.Draw(seed, new Wish(Year: 2023));
        var unit = Other(first.Unit, random);
        var second = Sound.Draw(seed + 1, unit, 2023, new Wish(), random);
        var copied = first.Story.WithSentences(sentence => sentence.Replace(first.Unit.Name, unit.Name).Replace(first.Unit.Place, unit.Place).Replace(first.Unit.Self, unit.Self));
        var files = (Trials.File(first, "a"), Trials.File(second with { Story = Renumbered(copied, random) with { Preface = second.Story.Preface } }, "b"));
        return new Trial("RI405", [files.Item1, files.Item2], files.Item2.Path);
    }

    private static Trial? LastYearsText(int seed)
    {
        if (SoundYears.Pair(seed) is not var (last, now)) return null;
        var random = new Random(seed);
        var year = (last.Facts.Year.ToString(CultureInfo.InvariantCulture), now.Facts.Year.ToString(CultureInfo.InvariantCulture));
        var copied = Renumbered(last.Story.WithSentences(sentence => sentence.Replace(year.Item1, year.Item2)), random);
        var story = random.Next(2) == 0 ? copied : copied with { Platform = now.Story.Platform.RemoveAt(0) };
        var files = (Trials.File(last, "a"), Trials.File(now with { Story = story with { Preface = now.Story.Preface } }, "b"));
        return new Trial("RI406", [files.Item1, files.Item2], files.Item2.Path);
    }

    /// <summary>Other numbers of pieces; years stay.</summary>
    private static Story Renumbered(Story story, Random random) => story.WithSentences(sentence =>
        System.Text.RegularExpressions.Regex.Replace(sentence, "[0-9]{1,3}(?=[条件次期场])", _ => random.Next(3, 300).ToString(CultureInfo.InvariantCulture)));

    private static Trial? SameNumbers(int seed)
    {
        if (SoundYears.Pair(seed) is not var (last, now) || last.Report.Truth.Edition != now.Report.Truth.Edition) return null;
        string[] stocks = ["in_force", "disclosed_total", "items_last_year", "total"];
        var telling = last.Report.Truth.Values.Where(value => value.Value.Number > 0 && !stocks.Contains(value.Key.Split('.')[^1]) && !value.Key.StartsWith("requests.result.total", StringComparison.Ordinal)).ToList();
        // One or two numbers may well come back.
        if (telling.Count < 5 || telling.Select(value => value.Value.Number).Distinct().Count() < 3) return null;
        var same = now.WithCells(last.Report.Truth.Values.Select(value => (value.Key, value.Value)));
        var files = (Trials.File(last, "a"), Trials.File(same.Retold(new Random(seed)), "b"));
        return new Trial("RI407", [files.Item1, files.Item2], files.Item2.Path);
    }

    private static Trial? UnusualCharacter(int seed)
    {
        // The forge's fonts have no traditional characters.
        var (sound, random) = (Sound.Draw(seed, new Wish(Layout: layout => layout.Format != Documents.FileKind.Pdf)), new Random(seed));
        var name = sound.Unit.Name;
        var variants = Variants.Where(variant => name.Contains(variant.Simplified)).ToArray();
        if (variants.Length == 0) return null;
        var (simplified, traditional) = random.Pick(variants);
        return Trials.Of("RI408", sound, report => report with
        {
            TitleLines = [.. report.TitleLines.Select(line => line.Replace(simplified, traditional))],
            Truth = report.Truth with { Title = report.Truth.Title.Replace(simplified, traditional) },
        });
    }
}
