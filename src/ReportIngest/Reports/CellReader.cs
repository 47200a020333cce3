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

    /// <summary>What a converter writes for a cell of which it had nothing: that says nothing of the report, where the cell may be blank or a number.</summary>
    private static readonly FrozenSet<string> Unknowns = new[] { "NaN", "nan", "None", "null" }.ToFrozenSet();

    /// <summary>Raised digits behind a sign: the mark of a note.</summary>
    private static readonly char[] RaisedDigits = [.. "⁰¹²³⁴⁵⁶⁷⁸⁹"];

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
        if (IsDigits(raw) && (kind != IndicatorKind.Amount || printedUnit is null or "万元")) return new CellValue(CellState.Reported, long.Parse(raw, NumberStyles.None, CultureInfo.InvariantCulture), raw);
        var normal = Normal(raw);
        if (normal is null) return new CellValue(CellState.Unreadable, null, raw);
        if (normal.Length == 0) return CellValue.Blank;
        if (Placeholders.Contains(normal.TrimEnd(RaisedDigits))) return new CellValue(CellState.Placeholder, null, raw);
        if (kind == IndicatorKind.Count && Numbered().IsMatch(raw)) return new CellValue(CellState.Unreadable, null, raw);
        return Measure.Of(normal) is { } measure && (kind == IndicatorKind.Amount ? measure.Amount(printedUnit) : measure.Count) is { } number
            ? new CellValue(CellState.Reported, number, raw)
            : new CellValue(CellState.Unreadable, null, raw);
    }

    /// <summary>Whether a cell can only be a value: a number or a sign for nothing, with at most a unit or a note.</summary>
    public static bool IsValue(ReadOnlySpan<char> text)
    {
        var raw = text.Trim();
        if (raw.IsEmpty || IsWord(raw[0])) return false;
        if (IsDigits(raw)) return true;
        var normal = Normal(raw.ToString());
        if (normal is null or "") return false;
        return Placeholders.Contains(normal.TrimEnd(RaisedDigits)) || Unknowns.Contains(normal) || (Measure.Of(normal) is { } measure && (measure.Count ?? measure.Amount(null)) is not null);
    }

    internal static bool IsUnknown(string text) => Unknowns.Contains(text.Trim());

    /// <summary>Nothing but raised digits: the mark of a note in a blank cell, or a number that somebody has raised.</summary>
    internal static bool IsRaised(ReadOnlySpan<char> text) => text.Trim() is { IsEmpty: false } raised && raised.Trim(RaisedDigits).IsEmpty;

    /// <summary>A 0 in front of the digits of a number, as nobody counts: another cell's, or of a key that a linked style sheet hides.</summary>
    internal static bool IsPadded(ReadOnlySpan<char> text) => text.TrimStart() is ['0', >= '0' and <= '9', ..] padded && padded.ContainsAnyInRange('1', '9');

    /// <summary>The number of a list in front of a number, or a decimal with a blank in it: which is not known, unless it is 0, with which no list begins.</summary>
    internal static bool IsNumbered(ReadOnlySpan<char> text) => text.Trim() is [not '0', ..] number && Numbered().IsMatch(number);

    /// <summary>Most texts that are no values begin with an ideograph, and those that are values with one of four.</summary>
    private static bool IsWord(char first) => first is >= '\u4E00' and <= '\u9FFF' && SimplifiedCharacters.Of(first) is not ('无' or '暂' or '没' or '不');

    /// <summary>Most values: nothing but digits, and not more than a number holds.</summary>
    internal static bool IsDigits(ReadOnlySpan<char> text) => text.Length is > 0 and <= LongestDigits && !text.ContainsAnyExceptInRange('0', '9');

    private const int LongestDigits = 18;

    /// <summary>The text without blanks and with one character for those that print alike; null where it may be two numbers.</summary>
    private static string? Normal(string raw) => Unspaced(SimplifiedCharacters.In(Folding.Text(raw)));

    /// <summary>Thin blanks part thousands and nothing else; no thousands begin with a lone 0.</summary>
    private static bool IsThin(char character) => character is '\u2009' or '\u202F';

    /// <summary>The text without blanks, or null where a blank stands between two digits: that may be two numbers.</summary>
    private static string? Unspaced(string text)
    {
        var spaced = false;
        foreach (var character in text) spaced = spaced || char.IsWhiteSpace(character) || IsInvisible(character);
        if (!spaced) return text;
        var result = new StringBuilder(text.Length);
        var (gap, thin) = (false, true);
        foreach (var character in text)
        {
            if (char.IsWhiteSpace(character))
            {
                gap = true;
                thin &= IsThin(character);
                continue;
            }

            if (IsInvisible(character)) continue;
            if (gap && result.Length > 0 && char.IsAsciiDigit(character) && char.IsAsciiDigit(result[^1]))
            {
                if (!thin || (result.Length == 1 && result[0] == '0')) return null;
                result.Append(',');
            }

            (gap, thin) = (false, true);
            result.Append(character);
        }

        return result.ToString();
    }

    /// <summary>Behind it digits are shown from the last to the first: which number they are meant to be is not known.</summary>
    internal const char Reversing = '\u202E';

    /// <summary>Zero-width characters and byte order marks that editors leave behind.</summary>
    private static bool IsInvisible(char character) => character != Reversing && char.GetUnicodeCategory(character) == UnicodeCategory.Format;

    /// <summary>A number with the unit that stands behind it, empty where none does.</summary>
    private readonly record struct Measure(decimal Number, string Unit)
    {
        public static Measure? Of(string text)
        {
            if (!char.IsAsciiDigit(text[0]) && text[0] is not ('+' or '-' or '−')) return null;
            var match = NumberPattern().Match(text);
            if (!match.Success) return null;
            var digits = match.Groups["digits"].Value.Replace(",", "", StringComparison.Ordinal);
            if (!decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)) return null;
            return new Measure(match.Groups["sign"].Value is "-" or "−" ? -number : number, match.Groups["unit"].Value);
        }

        /// <summary>In pieces; null where the unit is none of counting.</summary>
        public decimal? Count => CountUnits.Contains(Unit) ? Scaled(Number, Unit.StartsWith('万') ? 10_000m : 1) : null;

        /// <summary>In 万元; null where the unit is none of money.</summary>
        public decimal? Amount(string? printedUnit) => (Unit.Length == 0 ? printedUnit ?? "" : Unit) switch
        {
            "" or "万" or "万元" => Scaled(Number, 1),
            "元" => Scaled(Number, 0.0001m),
            "亿元" => Scaled(Number, 10_000m),
            _ => null,
        };
    }

    /// <summary>The product, where 1.50 and 1.5 are one value; null beyond what a decimal holds.</summary>
    private static decimal? Scaled(decimal number, decimal factor)
    {
        try
        {
            var scaled = Spelling.Trim(number * factor);
            return Math.Abs(scaled) <= Largest ? scaled : null;
        }
        catch (OverflowException)
        {
            return null;
        }
    }

    /// <summary>The number of a list in front of a number: no decimal has a blank behind its point.</summary>
    [GeneratedRegex(@"^[0-9]{1,3}[.．][\s\u3000]+[0-9]")]
    private static partial Regex Numbered();

    // Digits in groups of three or not at all, then a unit, then a note in brackets that is no number (22(其中修订16件)) nor corrects the one before it (40(更正为37)), or the mark of one (22①, 22注1).
    // No part can match what the part behind it begins with, so the time is linear however long a cell is.
    [GeneratedRegex(@"^(?<sign>[+\-−])?(?<digits>(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?)(?<unit>万件|万条|万项|亿元|万元|项/件|元|万|件|项|个|条|份|次|宗|起|例)?(?:\((?![^()]*(?:更正|改为|应为|实为|订正|有误))[0-9]*[^()0-9][^()]*\)|\[?注[0-9]{0,2}\]?)?[¹²³⁰⁴-⁹①-⑳※*†‡]*$", RegexOptions.ExplicitCapture)]
    private static partial Regex NumberPattern();
}
