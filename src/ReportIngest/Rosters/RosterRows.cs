using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReportIngest.Reports;

namespace ReportIngest.Rosters;

/// <summary>Rows of a table → units. Every row is read or refused; none is left out.</summary>
internal sealed partial class RosterRows
{
    public static readonly ImmutableArray<string> Columns = ["code", "name", "level", "parent", "aliases", "valid_from", "valid_to", "exempt", "due"];
    private static readonly ImmutableArray<string> Required = ["code", "name"];

    private readonly Dictionary<string, int> _columns;

    private RosterRows(Dictionary<string, int> columns) => _columns = columns;

    public static Roster Of(ImmutableArray<TableRow> rows)
    {
        var filled = rows.Where(row => !row.IsEmpty).ToList();
        if (filled.Count == 0) throw new RosterException(new Message("名录是空的。", "The roster is empty."));
        var header = filled[0].Cells.Select(cell => cell.ToLowerInvariant()).ToImmutableArray();
        var reader = new RosterRows(ColumnsOf(header));
        var units = filled.Skip(1).Select(row => (row.Number, Unit: reader.Unit(row))).ToList();
        if (units.Count == 0) throw new RosterException(new Message("名录只有表头，没有单位。", "The roster has a header and no units."));
        Check(units);
        return new Roster([.. units.Select(unit => unit.Unit)], [.. filled[0].Cells.Where((name, i) => name.Length > 0 && !Columns.Contains(header[i]))]);
    }

    private static Dictionary<string, int> ColumnsOf(ImmutableArray<string> header)
    {
        foreach (var name in Required.Where(name => !header.Contains(name)))
        {
            throw new RosterException(new Message(
                $"名录缺少“{name}”列：第一行应是表头，可用的列有 {string.Join("、", Columns)}。",
                $"The roster has no column “{name}”: the first row is the header, with columns out of {string.Join(", ", Columns)}."));
        }
        foreach (var twice in Columns.Where(name => header.Count(name.Equals) > 1))
            throw new RosterException(new Message($"名录有两个“{twice}”列。", $"The roster has two columns “{twice}”."));
        return Columns.ToDictionary(name => name, header.IndexOf);
    }

    private RosterUnit Unit(TableRow row)
    {
        string Cell(string column) => row[_columns[column]];
        if (Cell("code").Length == 0) throw RosterException.At(row.Number, "没有编码。", "it has no code.");
        if (Cell("name").Length == 0) throw RosterException.At(row.Number, "没有名称。", "it has no name.");
        if (Scientific().IsMatch(Cell("code")))
            throw RosterException.At(row.Number, $"编码“{Cell("code")}”被 Excel 写成了科学记数，请把该列设为文本。", $"Excel has rounded the code to “{Cell("code")}”; make that column text.");
        var unit = new RosterUnit(
            Cell("code"),
            Cell("name"),
            LevelOf(row.Number, Cell("level")) ?? UnitName.Of(Cell("name")).Level,
            Cell("parent") is { Length: > 0 } parent ? parent : null,
            [.. Cell("aliases").Split([';', '；'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)],
            Day(row.Number, "valid_from", Cell("valid_from"), "-01-01"),
            Day(row.Number, "valid_to", Cell("valid_to"), "-12-31"),
            Exempt(row.Number, Cell("exempt")),
            Due(row.Number, Cell("due")));
        return unit.ValidFrom > unit.ValidTo
            ? throw RosterException.At(row.Number, "valid_from 晚于 valid_to。", "valid_from is later than valid_to.")
            : unit;
    }

    private static Level? LevelOf(int row, string text)
    {
        if (text.Length == 0) return null;
        var names = EnumSpelling<Level>.Names;
        return EnumSpelling<Level>.Find(text.ToLowerInvariant())
            ?? throw RosterException.At(row, $"没有“{text}”这个级别，可用：{string.Join("、", names)}。", $"there is no level “{text}”; there is {string.Join(", ", names)}.");
    }

    /// <param name="rest">What a year alone stands for.</param>
    private static DateOnly? Day(int row, string column, string text, string rest)
    {
        if (text.Length == 0) return null;
        return DateOnly.TryParseExact(text.Length == 4 ? text + rest : text, ["yyyy-MM-dd", "yyyy-M-d", "yyyy/M/d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? day
            : throw RosterException.At(row, $"{column} 应是日期（如 2023-12-31）或年份，而不是“{text}”。", $"{column} is a day (2023-12-31) or a year, not “{text}”.");
    }

    private static bool Exempt(int row, string text) => text.ToLowerInvariant() switch
    {
        "" or "0" or "no" or "false" or "否" => false,
        "1" or "yes" or "true" or "是" => true,
        _ => throw RosterException.At(row, $"exempt 应是“是”或“否”，而不是“{text}”。", $"exempt is yes or no, not “{text}”."),
    };

    /// <summary>Also a whole day, of which month and day count: Excel makes one of <c>01-31</c>.</summary>
    private static DueDay? Due(int row, string text)
    {
        if (text.Length == 0) return null;
        return DateOnly.TryParseExact("2024-" + (Whole().IsMatch(text) ? text[5..] : text), ["yyyy-MM-dd", "yyyy-M-d"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? new DueDay(day.Month, day.Day)
            : throw RosterException.At(row, $"due 应是“月-日”（如 01-31），而不是“{text}”。", $"due is MM-DD (01-31), not “{text}”.");
    }

    /// <summary>What only shows between rows: a code twice at one time, a parent that is nobody, a circle of parents.</summary>
    private static void Check(List<(int Number, RosterUnit Unit)> rows)
    {
        foreach (var code in rows.GroupBy(row => row.Unit.Code).Where(group => group.Skip(1).Any()))
        {
            var periods = code.OrderBy(row => row.Unit.ValidFrom ?? DateOnly.MinValue).ToList();
            foreach (var (earlier, later) in periods.Zip(periods.Skip(1)))
            {
                if ((earlier.Unit.ValidTo ?? DateOnly.MaxValue) < (later.Unit.ValidFrom ?? DateOnly.MinValue)) continue;
                var (first, second) = (Math.Min(earlier.Number, later.Number), Math.Max(earlier.Number, later.Number));
                throw RosterException.At(second, $"编码 {code.Key} 与第 {first} 行重复；改名的单位请用 valid_from、valid_to 分开时段。", $"code {code.Key} is that of row {first}; of a renamed unit valid_from and valid_to part the periods.");
            }
        }
        var parents = rows.GroupBy(row => row.Unit.Code).ToDictionary(group => group.Key, group => group.First().Unit.Parent);
        foreach (var (number, unit) in rows)
        {
            if (unit.Parent is { } parent && !parents.ContainsKey(parent) && Divisions.NameOf(parent) is null)
                throw RosterException.At(number, $"上级编码 {parent} 既不在名录里，也不是行政区划编码。", $"its parent {parent} is neither a unit of the roster nor a division.");
            if (IsInCircle(unit.Code, parents))
                throw RosterException.At(number, $"{unit.Code} 的上级又归它自己管。", $"{unit.Code} is above what is above it.");
        }
    }

    private static bool IsInCircle(string code, Dictionary<string, string?> parents)
    {
        var above = parents[code];
        for (var steps = 0; above is not null && parents.TryGetValue(above, out var next); above = next)
            if (above == code || steps++ > parents.Count) return true;
        return false;
    }

    [GeneratedRegex(@"^[0-9](?:\.[0-9]+)?E\+[0-9]+$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Scientific();

    [GeneratedRegex("^[0-9]{4}-")]
    private static partial Regex Whole();
}
