using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ReportIngest.Forms;

namespace ReportIngest.Reports;

/// <summary>Reads the text of a value cell: a number, nothing, a sign for nothing, or text that is no number.</summary>
public static partial class CellReader
{
    /// <summary>Signs that offices write for "nothing" (after folding). <c>0/0</c> is none of them: it could be two numbers.</summary>
    private static readonly FrozenSet<string> Placeholders = new[]
    {
        "/", "//", "\\", "-", "--", "---", "—", "——", "–", "―", "_", "__", "*", "·", "…", "……", "无", "(无)", "暂无", "没有", "无数据", "不涉及", "N/A", "n/a",
    }.ToFrozenSet();

    /// <summary>Counts reach eight digits; beyond eighteen the sums of a report could overflow, and no office means such a number.</summary>
    private const decimal Largest = 1_000_000_000_000_000_000m;

    private static readonly FrozenSet<string> CountUnits = new[] { "", "件", "项", "个", "条", "份", "次", "宗", "起", "例", "项/件", "万件", "万条", "万项", "万" }.ToFrozenSet();

    /// <summary>Reads a cell.</summary>
    /// <param name="text">The cell's text as extracted.</param>
    /// <param name="kind">Amounts become 万元; counts take the units of counting.</param>
    /// <param name="printedUnit">The unit that the cell's own header names (<c>元</c>, <c>万元</c>), or null: a bare amount is 万元, the form's unit.</param>
    public static CellValue Read(string text, IndicatorKind kind, string? printedUnit = null)
    {
        var raw = text.Trim();
        var normal = Unspaced(SimplifiedCharacters.In(Folding.Text(raw)));
        if (normal is null) return new CellValue(CellState.Unreadable, null, raw);
        if (normal.Length == 0) return CellValue.Blank;
        if (Placeholders.Contains(normal)) return new CellValue(CellState.Placeholder, null, raw);
        return Number(normal, kind, printedUnit) is { } number
            ? new CellValue(CellState.Reported, number, raw)
            : new CellValue(CellState.Unreadable, null, raw);
    }

    /// <summary>Whether a cell can only be a value: a number or a sign for nothing, with at most a unit or a note.</summary>
    public static bool IsValue(string text)
    {
        var state = Read(text, IndicatorKind.Change).State;
        return state is CellState.Placeholder or CellState.Reported || Read(text, IndicatorKind.Amount).State == CellState.Reported;
    }

    /// <summary>The text without blanks, or null where a blank stands between two digits: that may be two numbers.</summary>
    private static string? Unspaced(string text)
    {
        if (!text.Any(character => char.IsWhiteSpace(character) || IsInvisible(character))) return text;
        var result = new StringBuilder(text.Length);
        var gap = false;
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                gap = true;
                continue;
            }

            if (IsInvisible(character)) continue;
            if (gap && result.Length > 0 && char.IsAsciiDigit(character) && char.IsAsciiDigit(result[^1])) return null;
            gap = false;
            result.Append(character);
        }

        return result.ToString();
    }

    /// <summary>Zero-width characters and byte order marks that editors leave behind.</summary>
    private static bool IsInvisible(char character) => char.GetUnicodeCategory(character) == UnicodeCategory.Format;

    private static decimal? Number(string text, IndicatorKind kind, string? printedUnit)
    {
        var match = NumberPattern().Match(text);
        if (!match.Success) return null;
        var digits = match.Groups["digits"].Value.Replace(",", "", StringComparison.Ordinal);
        if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
        if (match.Groups["sign"].Value is "-" or "−") number = -number;
        var unit = match.Groups["unit"].Value;
        if (kind != IndicatorKind.Amount)
            return CountUnits.Contains(unit) ? Scaled(number, unit.StartsWith('万') ? 10_000m : 1) : null;
        return (unit.Length == 0 ? printedUnit ?? "" : unit) switch
        {
            "" or "万" or "万元" => Scaled(number, 1),
            "元" => Scaled(number, 0.0001m),
            "亿元" => Scaled(number, 10_000m),
            _ => null,
        };
    }

    /// <summary>The product without trailing zeros, so that 1.50 and 1.5 are one value; null beyond what a decimal holds.</summary>
    private static decimal? Scaled(decimal number, decimal factor)
    {
        try
        {
            var scaled = number * factor / 1.0000000000000000000000000000m;
            return Math.Abs(scaled) <= Largest ? scaled : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    // Digits in groups of three or not at all, then a unit, then a note in brackets that is no number (22(其中修订16件)) or the mark of one (22①).
    // No part can match what the part behind it begins with, so the time is linear however long a cell is.
    [GeneratedRegex(@"^(?<sign>[+\-−])?(?<digits>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)(?<unit>万件|万条|万项|亿元|万元|项/件|元|万|件|项|个|条|份|次|宗|起|例)?(?:\([0-9]*[^()0-9][^()]*\))?[¹²³⁰⁴-⁹①-⑳※*]*$", RegexOptions.ExplicitCapture)]
    private static partial Regex NumberPattern();
}
