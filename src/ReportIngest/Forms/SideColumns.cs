using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using ReportIngest.Documents;

namespace ReportIngest.Forms;

/// <summary>Columns that a unit puts beside the labels, with the unit of counting or the code of each row: they are none of the form's, and what stands in them is neither label nor value.</summary>
internal static class SideColumns
{
    private static readonly FrozenSet<string> UnitNames = new[] { "单位", "计量单位", "数量单位" }.ToFrozenSet();

    private static readonly FrozenSet<string> CodeNames = new[] { "代码", "编码", "编号", "指标代码", "指标编码", "行次", "栏次", "序号", "项次" }.ToFrozenSet();

    /// <summary>Units that leave a number as it is. One of thousands (万件) would not, and its column stays what it was.</summary>
    private static readonly FrozenSet<string> Units = new[] { "件", "项", "个", "条", "份", "次", "宗", "起", "例", "件次", "项/件", "件/项", "万元", "元" }.ToFrozenSet();

    /// <summary>In one of the names each.</summary>
    private static readonly SearchValues<char> Marks = SearchValues.Create("位码碼次号號");

    private static readonly SearchValues<char> OfCodes = SearchValues.Create("0123456789.-");

    private const int LongestName = 12;

    /// <summary>Whether a text names a column of units or codes.</summary>
    public static bool IsName(LabelText label) => NamesUnits(label) || NamesCodes(label);

    public static bool NamesUnits(LabelText label) => UnitNames.Contains(label.Key);

    /// <summary>Also where the rows are counted.</summary>
    public static bool NamesCodes(LabelText label) => CodeNames.Contains(label.Key);

    public static bool IsUnit(string text) => Units.Contains(text.Trim());

    /// <summary>The columns with such a name in which nothing else stands.</summary>
    public static ImmutableArray<int> Of(Table table)
    {
        Dictionary<int, (bool AreUnits, List<Cell> Cells)>? named = null;
        foreach (var cell in table.Cells)
        {
            if (cell.ColumnSpan > 1 || cell.Text.Length is < 2 or > LongestName || !cell.Text.AsSpan().ContainsAny(Marks)) continue;
            var label = LabelText.Of(cell.Text);
            if (IsName(label)) (named ??= []).TryAdd(cell.Column, (NamesUnits(label), []));
        }

        if (named is null) return [];
        foreach (var cell in table.Cells)
        {
            if (cell.ColumnSpan == 1 && !string.IsNullOrWhiteSpace(cell.Text) && named.TryGetValue(cell.Column, out var column)) column.Cells.Add(cell);
        }

        var keepPlaces = table.Spans is SpanFidelity.Stated or SpanFidelity.Ruled;
        return [.. named.Where(column => Holds(column.Value.AreUnits, column.Value.Cells, keepPlaces)).Select(column => column.Key)];
    }

    /// <param name="keepPlaces">Where spans are lost, a code of digits may be a value that has moved there.</param>
    private static bool Holds(bool units, List<Cell> cells, bool keepPlaces)
    {
        if (units) return cells.TrueForAll(cell => IsUnit(cell.Text) || IsName(LabelText.Of(cell.Text)));
        var codes = cells.FindAll(cell => !IsName(LabelText.Of(cell.Text)));
        return codes.TrueForAll(cell => IsCode(cell.Text, keepPlaces)) && CountUp([.. codes.OrderBy(cell => cell.Row).Select(cell => cell.Text.Trim())]);
    }

    /// <summary>Codes of bare digits rise from above 0, and are as long where they begin with 0. Others among them are values of rows that have lost a cell.</summary>
    private static bool CountUp(string[] codes)
    {
        var numbers = Array.ConvertAll(codes, code => decimal.TryParse(code, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number : -1);
        if (Array.TrueForAll(numbers, number => number < 0)) return true;
        if (numbers[0] <= 0) return false;
        for (var at = 1; at < numbers.Length; at++)
        {
            if (numbers[at] <= numbers[at - 1]) return false;
        }

        return !Array.Exists(codes, code => code[0] == '0') || Array.TrueForAll(codes, code => code.Length == codes[0].Length);
    }

    /// <summary>Letters and digits as codes have them: 01, A12, 2.3.</summary>
    private static bool IsCode(string text, bool keepPlaces)
    {
        var code = text.AsSpan().Trim();
        var digits = code.TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-");
        return code.Length - digits.Length <= 2 && (keepPlaces || digits.Length < code.Length) && !digits.IsEmpty && !digits.ContainsAnyExcept(OfCodes);
    }
}
