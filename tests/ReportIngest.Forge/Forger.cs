using System.Collections.Immutable;
using System.Globalization;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Forge;

/// <summary>How a cell prints the number 0.</summary>
public enum Zeros { Digit, Blank, Placeholder }

/// <summary>What the caller decides; the seed decides the rest.</summary>
public sealed record Order(string? Edition = null, Zeros? Zeros = null, FaultKind? Fault = null, Whose? Whose = null);

/// <summary>Whose report it is, and of when.</summary>
/// <param name="Name">In full: 郏县王集乡人民政府.</param>
/// <param name="Place">The place it stands for: 王集乡.</param>
public sealed record Whose(string Name, string Place, Level Level, int Year, DateOnly Published);

/// <summary>Writes a report from a number: the same seed and order give the same report.</summary>
public static class Forger
{
    private static readonly string[] Placeholders = ["/", "-", "—", "无"];
    private static readonly string[] SectionTitles =
        ["总体情况", "主动公开政府信息情况", "收到和处理政府信息公开申请情况", "政府信息公开行政复议、行政诉讼情况", "存在的主要问题及改进情况", "其他需要报告的事项"];

    public static ForgedReport Forge(int seed, Order? order = null) => Forge(seed, order ?? new Order(), null);

    /// <param name="own">A form that is no edition of its own; null for the order's.</param>
    internal static ForgedReport Forge(int seed, Order order, Form? own)
    {
        var random = new Random(seed);
        var unit = Unit.Draw(random);
        var year = random.Next(2019, 2026);
        if (order.Whose is { } whose)
            (unit, year) = (new Unit(whose.Name, whose.Place, whose.Level == Level.Department ? "我局" : $"我{whose.Place[^1]}", whose.Level), whose.Year);
        // The old form still occurs after it was replaced.
        var edition = order.Edition ?? (year < 2021 || random.Next(10) == 0 ? "2019" : "2021");
        var form = own ?? FormCatalog.Find(edition) ?? throw new ArgumentException($"No edition {edition}.", nameof(order));
        var (lines, title) = Titles.Draw(random, unit.Name, year);
        var published = order.Whose?.Published ?? new DateOnly(year + 1, 1 + random.Next(3), 1 + random.Next(28));
        var zeros = order.Zeros ?? (random.Next(8) switch { 0 => Zeros.Blank, 1 => Zeros.Placeholder, _ => Zeros.Digit });
        var placeholder = Unit.Pick(random, Placeholders);
        var numbers = Numbers.Draw(form, random, unit.Level, lively: order.Fault is not null || order.Whose is not null);
        var values = form.Indicators.ToDictionary(cell => cell.Code, cell => Print(numbers[cell.Code], zeros, placeholder));
        var sound = new ForgedReport(
            seed,
            new Truth(unit.Name, unit.Level, year, title, published, form.Edition, [.. form.Indicators.Select(cell => KeyValuePair.Create(cell.Code, values[cell.Code]))]),
            lines,
            Prose.Preface(random, unit, year),
            Sections(form, random, unit, year, numbers["requests.new.total"], code => values[code].Raw ?? ""),
            [unit.Name, string.Create(CultureInfo.InvariantCulture, $"{published.Year}年{published.Month}月{published.Day}日")],
            null);
        return order.Fault is { } kind ? Faults.Inject(sound, kind, form, new Random(seed)) : sound;
    }

    /// <summary>The report with one more fault; its <see cref="ForgedReport.Fault"/> is this one.</summary>
    public static ForgedReport Damage(ForgedReport report, FaultKind kind) =>
        Faults.Inject(report, kind, FormCatalog.Find(report.Truth.Edition)!, new Random(report.Seed));

    /// <summary>The report with other values in some cells, in its truth and in its tables.</summary>
    internal static ForgedReport WithValues(ForgedReport report, Form form, IEnumerable<(string Code, CellValue Value)> changes)
    {
        var changed = changes.ToDictionary(change => change.Code, change => change.Value);
        var other = report with
        {
            Truth = report.Truth with { Values = [.. report.Truth.Values.Select(value => KeyValuePair.Create(value.Key, changed.GetValueOrDefault(value.Key, value.Value)))] },
        };
        return other with { Sections = Reprint(other, form) };
    }

    /// <summary>The sections with their tables, as the values stand.</summary>
    internal static ImmutableArray<ForgedSection> Reprint(ForgedReport report, Form form) =>
    [
        .. report.Sections.Select(section => section.Sheets.IsEmpty
            ? section
            : section with { Sheets = [OfficialForm.Of(form, section.Number, code => report.Truth[code].Raw ?? "")] }),
    ];

    internal static string SectionTitle(int number) => SectionTitles[number - 1];

    private static ImmutableArray<ForgedSection> Sections(
        Form form, Random random, Unit unit, int year, decimal requests, Func<string, string> printed) =>
    [
        .. Enumerable.Range(1, 6).Select(number => new ForgedSection(
            number,
            SectionTitles[number - 1],
            $"{"一二三四五六"[number - 1]}、{SectionTitles[number - 1]}",
            Prose.Section(number, random, unit, year, requests),
            number is 2 or 3 or 4 ? [OfficialForm.Of(form, number, printed)] : [])),
    ];

    private static CellValue Print(decimal number, Zeros zeros, string placeholder) => (number, zeros) switch
    {
        (0, Zeros.Blank) => CellValue.Blank,
        (0, Zeros.Placeholder) => new CellValue(CellState.Placeholder, null, placeholder),
        _ => Reported(number),
    };

    internal static CellValue Reported(decimal number) =>
        new(CellState.Reported, number, number.ToString(CultureInfo.InvariantCulture));
}
