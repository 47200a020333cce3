using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules;

/// <summary>How messages name numbers, rows, columns and cells: in Chinese with the labels of the form, in English with the schema's keys.</summary>
internal static partial class Words
{
    public static string Number(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    /// <summary>What stands in a cell; a blank or placeholder as the 0 it counts for, with the sign that stands there.</summary>
    public static Message Content(Field field) => field.Value.State switch
    {
        CellState.Blank => new("0（空白）", "0 (blank)"),
        CellState.Placeholder => new($"0（“{field.Value.Raw}”）", $"0 (“{field.Value.Raw}”)"),
        CellState.Reported => new(Number(field.Value.Number!.Value), Number(field.Value.Number!.Value)),
        _ => new($"“{field.Value.Raw}”", $"“{field.Value.Raw}”"),
    };

    /// <summary>The same outside an equation, where nobody should think that a 0 is printed.</summary>
    public static Message Printed(Field field) => field.Value.State switch
    {
        CellState.Blank => new("空白（按 0 计）", "blank (counted as 0)"),
        CellState.Placeholder => new($"“{field.Value.Raw}”（按 0 计）", $"“{field.Value.Raw}” (counted as 0)"),
        _ => Content(field),
    };

    /// <summary>The same as what is said of a cell.</summary>
    public static Message Filled(Field field) => field.Value.State == CellState.Blank
        ? new("空白（按 0 计）", "is blank (counted as 0)")
        : new($"填的是 {Printed(field).Zh}", $"says {Printed(field).En}");

    public static Message Table(int section) => new($"表{Forms.Number.Zh(section)}", $"table {Forms.Number.En(section)}");

    /// <param name="number">1 to 6.</param>
    public static Message Section(int number) => Sections[number - 1];

    /// <summary>As it stands within a sentence.</summary>
    /// <param name="number">Of the section, 1 to 6.</param>
    /// <param name="paragraph">From 1.</param>
    public static Message Paragraph(int number, int paragraph) => new($"{Section(number).Zh}第 {paragraph} 段", $"section {Forms.Number.En(number)}, paragraph {paragraph},");

    private static readonly ImmutableArray<Message> Sections =
        [.. Enumerable.Range(1, 6).Select(number => new Message($"第{Forms.Number.Zh(number)}部分", $"Section {Forms.Number.En(number)}"))];

    /// <summary>
    /// The label of an indicator's row; in table four, whose row has none, the headers above the column.
    /// The outermost of several labels is left out: it is 三、本年度办理结果 for all results alike.
    /// </summary>
    public static string Row(Indicator indicator)
    {
        var row = indicator.Row.Label;
        return Path(row.IsEmpty ? indicator.Column.Label[..^1] : row.Length > 1 ? row[1..] : row);
    }

    public static string Column(Indicator indicator) =>
        Path(indicator.Row.Label.IsEmpty ? indicator.Column.Label[^1..] : indicator.Column.Label);

    public static Message Cell(Indicator indicator) => new(
        indicator.Row.Label.IsEmpty
            ? $"「{Row(indicator)}」的「{Column(indicator)}」"
            : $"「{Row(indicator)}」行「{Column(indicator)}」列",
        indicator.Code);

    /// <summary>Without the numbering of the form, which reads like a number inside a sum.</summary>
    public static string Unnumbered(string name) => Numbering().Replace(name, "");

    private static string Path(IEnumerable<string> labels) => string.Join('·', labels.Select(label => label.EndsWith('）') ? Note().Replace(label, "") : label));

    [GeneratedRegex("(?<=^|·)(?:[一二三四五六七]、|（[一二三四五六七]）|[1-8]\\.)", RegexOptions.ExplicitCapture)]
    private static partial Regex Numbering();

    /// <summary>（区分处理的，只计这一情形，不计其他情形）, （单位：万元）: a filling note at the end of a label.</summary>
    [GeneratedRegex("(?<=.)（[^）]*）$", RegexOptions.ExplicitCapture)]
    private static partial Regex Note();
}
