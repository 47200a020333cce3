using System.Collections.Frozen;
using System.Globalization;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Forge.Habits;

/// <summary>Other ways to print a number or nothing in a cell.</summary>
internal static class PrintedValues
{
    private static readonly string[] Placeholders = ["/", "-", "—", "－－", "无", "／"];

    private static readonly FrozenDictionary<string, Indicator> Indicators =
        FormCatalog.All.SelectMany(form => form.Indicators).DistinctBy(cell => cell.Code).ToFrozenDictionary(cell => cell.Code);

    /// <summary>１２ for 12.</summary>
    public static ForgedReport FullWidthDigits(ForgedReport report) =>
        Numbers(report, (_, _, raw) => string.Concat(raw.Select(letter => char.IsAsciiDigit(letter) ? (char)(letter + '０' - '0') : letter)));

    /// <summary><c>1,234</c>.</summary>
    public static ForgedReport Thousands(ForgedReport report) => Numbers(report, (_, number, _) => Grouped(number, ","));

    /// <summary><c>1，234</c>, as a Chinese keyboard writes it.</summary>
    public static ForgedReport WideThousands(ForgedReport report) => Numbers(report, (_, number, _) => Grouped(number, "，"));

    /// <summary>The unit behind each number; amounts in 元 or 万元, which the truth gives in 万元.</summary>
    public static ForgedReport Units(ForgedReport report)
    {
        var inYuan = report.Seed % 2 == 0;
        var printed = Numbers(report, (cell, number, raw) => cell.Kind switch
        {
            IndicatorKind.Amount when inYuan => string.Create(CultureInfo.InvariantCulture, $"{number * 10_000:0.######}元"),
            IndicatorKind.Amount => $"{raw}万元",
            _ => $"{raw}{cell.Unit}",
        });
        return inYuan ? printed with { Deviations = [.. printed.Deviations, "RI210"] } : printed;
    }

    /// <summary><c>22（其中修订16件）</c> in some cells that have a part to tell of.</summary>
    public static ForgedReport Notes(ForgedReport report)
    {
        var random = new Random(report.Seed);
        return Numbers(report, (cell, number, raw) =>
        {
            if (number < 2 || cell.Kind != IndicatorKind.Count || !decimal.IsInteger(number) || random.Next(3) > 0) return raw;
            var part = string.Create(CultureInfo.InvariantCulture, $"{random.NextInt64(1, (long)number)}{cell.Unit}");
            return cell.Section == 2 ? $"{raw}（其中修订{part}）" : $"{raw}（含转办{part}）";
        });
    }

    /// <summary>Nothing but signs for 0, another in each cell.</summary>
    public static ForgedReport EveryPlaceholder(ForgedReport report)
    {
        var random = new Random(report.Seed);
        return With(report, (_, value) => value.State == CellState.Placeholder || value.Number == 0
            ? new CellValue(CellState.Placeholder, null, Unit.Pick(random, Placeholders))
            : value);
    }

    private static ForgedReport Numbers(ForgedReport report, Func<Indicator, decimal, string, string> print) =>
        With(report, (code, value) => value.Number is { } number ? value with { Raw = print(Indicators[code], number, value.Raw!) } : value);

    /// <summary>Truth and tables with other values, and the same print in both.</summary>
    private static ForgedReport With(ForgedReport report, Func<string, CellValue, CellValue> change)
    {
        var values = report.Truth.Values.Select(value => KeyValuePair.Create(value.Key, change(value.Key, value.Value))).ToArray();
        var printed = values.ToDictionary(value => value.Key, value => value.Value.Raw ?? "");
        var changed = report with { Truth = report.Truth with { Values = [.. values] } };
        return changed.WithSheets(sheet => sheet.WithTexts(cell => cell.Code is { } code ? printed[code] : cell.Text));
    }

    private static string Grouped(decimal number, string separator) =>
        number.ToString("#,##0.######", CultureInfo.InvariantCulture).Replace(",", separator);
}
