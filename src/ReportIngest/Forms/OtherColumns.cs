using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using ReportIngest.Documents;
using ReportIngest.Reports;

namespace ReportIngest.Forms;

/// <summary>
/// Columns beside the form's with numbers that are not this year's counts: shares in per cent, which the form has nowhere, and last year's numbers, where one row of headers says of which year each column is.
/// </summary>
internal static partial class OtherColumns
{
    /// <summary>A single one, under no name of shares, may be a slip in the place of a value.</summary>
    private const int FewestShares = 2;

    private const int LongestName = 20;

    /// <summary>Rows in which years are looked for: each asks all rows below it.</summary>
    private const int MostHeaders = 8;

    public static ImmutableArray<int> Of(Table table)
    {
        List<Cell> shares = [], named = [];
        foreach (var cell in table.Cells)
        {
            if (cell.Text.Length is 0 or > LongestName) continue;
            if (cell.Text[^1] is '%' or '％' && IsShare(cell.Text)) shares.Add(cell);
            else if (cell.Text.Contains('年', StringComparison.Ordinal)) named.Add(cell);
        }

        return shares.Count == 0 && named.Count < 2 ? [] : [.. Shares(table, shares).Union(LastYears(table, named))];
    }

    private static bool IsShare(string text) => Share().IsMatch(text.Trim());

    private static bool NamesShares(string text) => ShareName().IsMatch(text.Trim());

    /// <summary>Columns in which each number is a share: a value that has moved there would be none.</summary>
    private static IEnumerable<int> Shares(Table table, List<Cell> shares)
    {
        if (shares.Count == 0) yield break;
        HashSet<int> withNumbers = [], withName = [];
        foreach (var cell in table.Cells)
        {
            if (IsNumber(cell)) withNumbers.UnionWith(Enumerable.Range(cell.Column, cell.ColumnSpan));
            else if (NamesShares(cell.Text)) withName.Add(cell.Column);
        }

        foreach (var column in shares.Where(cell => cell.ColumnSpan == 1).GroupBy(cell => cell.Column))
        {
            if ((column.Count() >= FewestShares || withName.Contains(column.Key)) && !withNumbers.Contains(column.Key)) yield return column.Key;
        }
    }

    /// <summary>
    /// The columns of the earlier year, where headers of one row say the same of two years, more than once or of something: a table with a column a year is another's. Where spans are lost a row may stand beside its columns: there every row with numbers must fill those of both years and none beside them.
    /// </summary>
    private static IEnumerable<int> LastYears(Table table, List<Cell> named)
    {
        foreach (var row in named.GroupBy(cell => cell.Row).Take(MostHeaders))
        {
            var headers = row.Select(cell => (Cell: cell, Name: YearOf(cell.Text))).Where(header => header.Name is not null).OrderBy(header => header.Cell.Column).ToList();
            var years = headers.Select(header => header.Name!.Value.Year).Distinct().ToList();
            if (years.Count != 2 || (headers.Count <= years.Count && headers[0].Name!.Value.Said.Length == 0) || headers.GroupBy(header => header.Name!.Value.Year).Select(year => string.Join('|', year.Select(header => header.Name!.Value.Said))).Distinct().Count() != 1) continue;
            var isLost = table.Spans is not (SpanFidelity.Stated or SpanFidelity.Ruled);
            var width = isLost ? headers[1].Cell.Column - headers[0].Cell.Column : 0;
            var ranges = headers.Select(header => (header.Name!.Value.Year, Start: header.Cell.Column, End: isLost ? header.Cell.Column + width : header.Cell.EndColumn)).ToList();
            if (isLost && !AreFull(table, row.Key, ranges[0].Start, ranges[^1].End)) continue;
            foreach (var (year, start, end) in ranges)
            {
                if (year != years.Max()) foreach (var column in Enumerable.Range(start, end - start)) yield return column;
            }
        }
    }

    /// <summary>Whether each row with numbers below a header has one in every column of a range, and none elsewhere.</summary>
    private static bool AreFull(Table table, int header, int start, int end) =>
        table.Cells.Where(cell => cell.Row > header && cell.Text.Trim().Length > 0).GroupBy(cell => cell.Row).Where(row => row.Any(IsNumber))
            .All(row => row.Where(IsNumber).Select(cell => cell.Column).Order().SequenceEqual(Enumerable.Range(start, end - start)));

    private static bool IsNumber(Cell cell) => CellReader.IsValue(cell.Text);

    /// <summary>The year that a header names, and the rest of it; null where it names none, or several.</summary>
    private static (int Year, string Said)? YearOf(string text)
    {
        if (text.Trim() is var name && ThisYear().IsMatch(name)) return (1, "");
        if (LastYear().IsMatch(name)) return (0, "");
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
