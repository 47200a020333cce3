using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Reports;

namespace ReportIngest.Forge.Injections;

/// <summary>What an injection needs of the report it goes into; null for anything.</summary>
internal sealed record Wish(Func<Unit, bool>? Who = null, int? Year = null, string? Edition = null, Func<Layout, bool>? Layout = null);

/// <summary>A report without a fault: the form as prescribed, every number in its place, a text that agrees with it, published in time.</summary>
internal sealed record Sound(ForgedReport Report, Story Story, Layout Layout, Unit Unit)
{
    /// <summary>Layouts that keep every cell and change neither the form nor its words; PDFs are fewer, since writing them takes longest.</summary>
    private static readonly ImmutableArray<Layout> Clean =
    [
        .. Copies(4, FileKind.Html, "plain", "word", "cms", "thead", "nbsp", "broken-labels"),
        .. Copies(4, FileKind.Docx, "plain", "split-runs", "numbered-headings", "nested"),
        .. Copies(3, FileKind.Markdown, "grid-plain", "html-tables"),
        .. Copies(3, FileKind.Text, "tabs-plain", "pipes", "box"),
        .. Copies(1, FileKind.Pdf, "lines-plain", "thin-rectangles", "backgrounds", "split"),
    ];

    public Facts Facts => new(Report, Unit);

    public byte[] Bytes => Layout.Write(Story.In(Report));

    /// <summary>The same seed and wish give the same report.</summary>
    public static Sound Draw(int seed, Wish? wish = null)
    {
        var random = new Random(unchecked(seed * 7919 + 13));
        var unit = Unit.Draw(random);
        while (wish?.Who?.Invoke(unit) is false) unit = Unit.Draw(random);
        return Draw(seed, unit, wish?.Year ?? random.Next(wish?.Edition == "2021" ? 2021 : 2019, wish?.Edition == "2019" ? 2021 : 2026), wish, random);
    }

    /// <summary>A report of a given unit and year.</summary>
    public static Sound Draw(int seed, Unit unit, int year, Wish? wish, Random random)
    {
        var edition = wish?.Edition ?? (year < 2021 ? "2019" : "2021");
        var report = Forger.Forge(seed, new Order(edition, Zeros.Digit, null, new Whose(unit.Name, unit.Place, unit.Level, year, Day(unit.Level, year, random))));
        return new Sound(report, Stories.Draw(report, unit, random), PickLayout(wish, random), unit);
    }

    /// <summary>The report with another text that agrees with its tables as they stand now.</summary>
    public Sound Retold(Random random) => this with { Story = Stories.Draw(Report, Unit, random) };

    public Sound Published(DateOnly day) => this with
    {
        Report = Report with
        {
            Truth = Report.Truth with { Published = day },
            Signature = [Unit.Name, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日")],
        },
    };

    public static Layout PickLayout(Wish? wish, Random random)
    {
        ImmutableArray<Layout> layouts = wish?.Layout is { } fits ? [.. Clean.Where(fits)] : Clean;
        return layouts[random.Next(layouts.Length)];
    }

    /// <summary>Some day between New Year and the last one there is.</summary>
    private static DateOnly Day(Level level, int year, Random random)
    {
        var last = level is Level.Department or Level.Township ? new DateOnly(year + 1, 1, 31) : new DateOnly(year + 1, 3, 31);
        return new DateOnly(year + 1, 1, 1).AddDays(random.Next(1, last.DayOfYear));
    }

    private static IEnumerable<Layout> Copies(int copies, FileKind format, params string[] names) =>
        names.SelectMany(name => Enumerable.Repeat(Layouts.Find(format, name), copies));
}
