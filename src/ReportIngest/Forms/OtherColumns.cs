using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using ReportIngest.Documents;
using ReportIngest.Reports;

namespace ReportIngest.Forms;

/// <summary>
/// Columns beside the form's with numbers that are not this year's counts: shares in per cent, which the form has nowhere, and last year's numbers, where one row of headers says of which year each column is.
/// </summary>
/// <param name="Columns">What stands in them is none of the form's.</param>
/// <param name="DoubtfulRows">Shares stand elsewhere in them than in the others: which cell they have lost or gained cannot be told.</param>
internal sealed partial record OtherColumns(FrozenSet<int> Columns, FrozenSet<int> DoubtfulRows)
{
    private static readonly OtherColumns None = new(FrozenSet<int>.Empty, FrozenSet<int>.Empty);

    /// <summary>A single one, under no name of shares, may be a slip in the place of a value.</summary>
    private const int FewestShares = 2;

    private const int LongestName = 20;

    /// <summary>Of a year without digits: 上一年度.</summary>
    private const int LongestYear = 4;

    /// <summary>This year is the later one beside whatever year.</summary>
    private const int This = int.MaxValue;

    /// <summary>Beside this year only: which year it is beside one that is named cannot be told.</summary>
    private const int BeforeThis = This - 1;

    /// <summary>Rows in which years are looked for: each asks all other rows.</summary>
    private const int MostHeaders = 8;

    /// <param name="reportYear">Where the document says it: a report holds nothing of a later one.</param>
    public static OtherColumns Of(Table table, int? reportYear)
    {
        List<Cell> shares = [], named = [];
        foreach (var cell in table.Cells)
        {
            if (cell.Text.Length is 0 or > LongestName) continue;
            if (cell.Text[^1] is '%' or '％' && IsShare(cell.Text)) shares.Add(cell);
            else if (cell.Text.Contains('年', StringComparison.Ordinal) && MayNameYear(cell.Text)) named.Add(cell);
        }

        if (shares.Count == 0 && named.Count < 2) return None;
        var (columns, doubtful) = Shares(table, shares);
        return new(columns.Union(LastYears(table, named, reportYear)).ToFrozenSet(), doubtful.ToFrozenSet());
    }

    public static bool IsWithin(Cell cell, IReadOnlySet<int> columns)
    {
        for (var column = cell.Column; column < cell.EndColumn; column++)
        {
            if (!columns.Contains(column)) return false;
        }

        return true;
    }

    private static bool IsShare(string text) => Share().IsMatch(text.Trim());

    private static bool NamesShares(string text) => ShareName().IsMatch(text.Trim());

    /// <summary>Columns in which each number is a share: a value that has moved there would be none.</summary>
    private static (IEnumerable<int> Columns, IEnumerable<int> Doubtful) Shares(Table table, List<Cell> shares)
    {
        if (shares.Count == 0) return ([], []);
        HashSet<int> withNumbers = [], withName = [];
        foreach (var cell in table.Cells)
        {
            if (IsNumber(cell)) withNumbers.UnionWith(Enumerable.Range(cell.Column, cell.ColumnSpan));
            else if (NamesShares(cell.Text)) withName.UnionWith(Enumerable.Range(cell.Column, cell.ColumnSpan));
        }

        HashSet<int> columns = [], held = [];
        foreach (var column in shares.Where(cell => cell.ColumnSpan == 1).GroupBy(cell => cell.Column))
        {
            var isFree = !withNumbers.Contains(column.Key) && (column.Count() >= FewestShares || withName.Contains(column.Key));
            if (isFree) columns.Add(column.Key);
            if (isFree || withName.Contains(column.Key)) held.Add(column.Key);
        }

        if (withName.Count == 0 && held.Count == 0) return ([], []);
        if (HoldNames(table, columns)) (columns, held) = ([], []); // each row with a share is doubtful then
        var rows = table.Cells.GroupBy(cell => cell.Row).Where(row => row.Any(cell => IsNumber(cell) || IsShare(cell.Text)));
        return (columns, rows.Where(row => HasMoved([.. row], held)).Select(row => row.Key));
    }

    /// <summary>Whether a row has lost or gained a cell: a share, or what stands for it, is in the place of a value, or none is in the last column of shares.</summary>
    private static bool HasMoved(List<Cell> row, HashSet<int> held)
    {
        var beside = row.ToLookup(cell => IsWithin(cell, held));
        if (beside[false].Any(cell => IsShare(cell.Text))) return true;
        if (held.Count == 0) return false;
        var end = held.Max();
        if (row.Find(cell => cell.Column <= end && end < cell.EndColumn) is not { } last) return true;
        var start = row.Where(cell => cell.Column < end && !IsBlank(cell) && !IsNumber(cell) && !IsShare(cell.Text)).Select(cell => cell.EndColumn).DefaultIfEmpty().Max();
        var values = beside[false].Where(cell => cell.Column >= start && cell.Column < end).ToList();
        return (IsBlank(last) && (beside[true].Any(cell => !IsBlank(cell)) || values.MaxBy(cell => cell.Column) is not { } before || IsBlank(before)))
            || (beside[true].Any(HasDigit) && values.Exists(cell => IsBlank(cell) || (IsNumber(cell) && !HasDigit(cell))));

        static bool HasDigit(Cell cell) => IsNumber(cell) && cell.Text.Any(char.IsDigit);
    }

    /// <summary>
    /// The columns of the earlier year, where headers of one row say the same of two years, more than once or of something: a table with a column a year is another's.
    /// A row that has lost a cell has last year's number in this year's place: every row with numbers must fill exactly the columns of both years.
    /// </summary>
    private static IEnumerable<int> LastYears(Table table, List<Cell> named, int? reportYear)
    {
        foreach (var row in named.GroupBy(cell => cell.Row).Take(MostHeaders))
        {
            var headers = row.Select(cell => (Cell: cell, Name: YearOf(cell.Text))).Where(header => header.Name is not null).OrderBy(header => header.Cell.Column).ToList();
            var years = headers.Select(header => header.Name!.Value.Year).Distinct().Order().ToList();
            if (years is not [var first, not BeforeThis and var second] || (first != BeforeThis && (first >= reportYear || (second != This && second > reportYear))) || (headers.Count <= years.Count && headers[0].Name!.Value.Said.Length == 0) || headers.GroupBy(header => header.Name!.Value.Year).Select(year => string.Join('|', year.Select(header => header.Name!.Value.Said))).Distinct().Count() != 1) continue;
            var isLost = table.Spans is not (SpanFidelity.Stated or SpanFidelity.Ruled);
            var width = isLost ? headers[1].Cell.Column - headers[0].Cell.Column : 0;
            var ranges = headers.Select(header => (header.Name!.Value.Year, Start: header.Cell.Column, End: isLost ? header.Cell.Column + width : header.Cell.EndColumn)).ToList();
            if (!AreFull(table, ranges[0].Start, ranges[^1].End)) continue;
            var earlier = ranges.Where(range => range.Year == first).SelectMany(range => Enumerable.Range(range.Start, range.End - range.Start)).ToHashSet();
            if (HoldNames(table, earlier)) continue;
            foreach (var column in earlier) yield return column;
        }
    }

    /// <summary>Whether each row with numbers has one in every column of a range, and none elsewhere.</summary>
    private static bool AreFull(Table table, int start, int end) =>
        table.Cells.Where(cell => cell.Text.Trim().Length > 0).GroupBy(cell => cell.Row).Where(row => row.Any(IsNumber))
            .All(row => row.Where(IsNumber).Select(cell => cell.Column).Order().SequenceEqual(Enumerable.Range(start, end - start)));

    /// <summary>Whether a header of the form stands above these columns only, as where spans are lost and the first of its columns is one of these: without them the form's column had no name.</summary>
    private static bool HoldNames(Table table, HashSet<int> columns)
    {
        var others = table.Cells.Where(cell => !IsWithin(cell, columns)).Select(cell => (cell.Row, cell.Text)).ToHashSet();
        return table.Cells.Any(cell => IsWithin(cell, columns) && !IsBlank(cell) && !IsNumber(cell) && !others.Contains((cell.Row, cell.Text))
            && YearOf(cell.Text) is null && Meanings.Of(cell.Text).IsColumn);
    }

    /// <summary>上年结转 and 结转下年度 stand in every table, and need not be looked at more closely.</summary>
    private static bool MayNameYear(string text) => text.Trim().Length <= LongestYear || text.Contains("20", StringComparison.Ordinal);

    private static bool IsBlank(Cell cell) => string.IsNullOrWhiteSpace(cell.Text);

    private static bool IsNumber(Cell cell) => CellReader.IsValue(cell.Text);

    /// <summary>The year that a header names, and the rest of it; null where it names none, or several.</summary>
    public static (int Year, string Said)? YearOf(string text)
    {
        if (text.Trim() is var name && ThisYear().IsMatch(name)) return (This, "");
        if (LastYear().IsMatch(name)) return (BeforeThis, "");
        var years = Year().Matches(name);
        return years.Count == 1 ? (int.Parse(years[0].Groups["year"].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture), name.Remove(years[0].Index, years[0].Length)) : null;
    }

    [GeneratedRegex(@"^[+\-－↑↓]?[0-9]+(?:\.[0-9]+)?\s*[%％]$")]
    private static partial Regex Share();

    [GeneratedRegex("^(?:占比|比例|比重|百分比|占总数比例|同比|同比增减|同比增长|增减率|增长率|增幅|环比|与上年相比|较上年增减)(?:[(（]?[%％][)）]?)?$")]
    private static partial Regex ShareName();

    [GeneratedRegex("(?<![0-9])(?<year>20[0-9]{2})\\s*年度?")]
    private static partial Regex Year();

    [GeneratedRegex("^(?:本年度?|今年)$")]
    private static partial Regex ThisYear();

    [GeneratedRegex("^(?:上一?年度?|去年)$")]
    private static partial Regex LastYear();
}
