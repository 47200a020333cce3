using System.Collections.Immutable;
using System.Globalization;

namespace ReportIngest.Forge.Injections;

/// <summary>The numbers of a report's tables that its text speaks of.</summary>
internal sealed class Facts(ForgedReport report, Unit unit)
{
    public int Year => report.Truth.Year;

    public Unit Unit => unit;

    public string Edition => report.Truth.Edition;

    public decimal Fresh => this["requests.new.total"];

    public decimal Carried => this["requests.carried_in.total"];

    public decimal Natural => this["requests.new.natural_person"];

    public decimal Answered => this["requests.result.total.total"];

    public decimal Granted => this["requests.result.granted.total"];

    public decimal Reviews => this["review.total"];

    public decimal Suits => this["litigation.direct.total"] + this["litigation.after_review.total"];

    public decimal DocumentsIssued => this[Edition == "2019" ? "proactive.normative_document.made" : "proactive.normative_document.issued"];

    /// <summary>0 for a cell that the edition lacks or that holds no number.</summary>
    public decimal this[string code] => report.Truth.Values.FirstOrDefault(value => value.Key == code).Value.Number ?? 0;

    public static string Digits(decimal number) => number.ToString("0.######", CultureInfo.InvariantCulture);

    /// <summary>Up to 99 in Chinese characters: 两件, 十二件, 四十五件.</summary>
    public static string Numerals(decimal number)
    {
        const string digits = "零一二三四五六七八九";
        var (tens, ones) = ((int)number / 10, (int)number % 10);
        if (number == 2) return "两";
        return tens == 0 ? digits[ones].ToString() : (tens == 1 ? "" : digits[tens].ToString()) + "十" + (ones == 0 ? "" : digits[ones].ToString());
    }
}
