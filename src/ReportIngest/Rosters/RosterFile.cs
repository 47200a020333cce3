using System.Collections.Immutable;
using System.Text;
using System.Text.Unicode;
using ReportIngest.Reading;
using Sep = nietras.SeparatedValues;

namespace ReportIngest.Rosters;

/// <summary>A row of a table file as text, blanks at the ends taken off.</summary>
/// <param name="Number">As a person counts: from 1, with the header.</param>
internal sealed record TableRow(int Number, ImmutableArray<string> Cells)
{
    public string this[int column] => column >= 0 && column < Cells.Length ? Cells[column] : "";

    public bool IsEmpty => Cells.All(cell => cell.Length == 0);
}

/// <summary>CSV or XLSX → rows. Which of the two it is, the bytes tell.</summary>
internal static class RosterFile
{
    public static ImmutableArray<TableRow> Rows(ReadOnlyMemory<byte> file)
    {
        var bytes = file.Span;
        if (bytes is [(byte)'P', (byte)'K', 3, 4, ..]) return ExcelRows.Of(file);
        if (bytes is [0xD0, 0xCF, 0x11, 0xE0, ..])
        {
            throw new RosterException(new Message(
                "名录是旧版 Excel 文件（.xls），请另存为 .xlsx 或 CSV。", "The roster is an old Excel file (.xls); save it as .xlsx or CSV."));
        }
        return Csv(Text(bytes));
    }

    /// <summary>
    /// Excel on a Chinese system saves CSV as GBK. What is valid UTF-8 is no GBK but by chance; <see cref="TextDecoder"/> asks beyond that whether it reads as a report, which
    /// a roster of two names does not.
    /// </summary>
    private static string Text(ReadOnlySpan<byte> bytes)
    {
        if (bytes.StartsWith(Encoding.UTF8.Preamble)) bytes = bytes[Encoding.UTF8.Preamble.Length..];
        var text = Utf8.IsValid(bytes) ? Encoding.UTF8.GetString(bytes) : TextDecoder.Decode(bytes).Text;
        return !text.Contains('\uFFFD') && !text.Contains('\0')
            ? text
            : throw new RosterException(new Message("名录不是文本：应为 UTF-8 编码的 CSV，或 XLSX。", "The roster is no text: it has to be CSV in UTF-8, or XLSX."));
    }

    private static ImmutableArray<TableRow> Csv(string text)
    {
        try
        {
            return CsvRows(text);
        }
        catch (NotSupportedException error)
        {
            throw new RosterException(new Message(
                "名录里有一行长得不可能，请检查是否缺少引号。", "A row of the roster is longer than any can be; see whether a quotation mark is missing."), error);
        }
    }

    private static ImmutableArray<TableRow> CsvRows(string text)
    {
        var rows = ImmutableArray.CreateBuilder<TableRow>();
        using var reader = Sep.SepReaderExtensions.FromText(
            new Sep.SepReaderOptions(new Sep.Sep(',')) { HasHeader = false, Unescape = true, DisableColCountCheck = true }, text);
        foreach (var row in reader)
        {
            var cells = ImmutableArray.CreateBuilder<string>(row.ColCount);
            for (var column = 0; column < row.ColCount; column++) cells.Add(row[column].ToString().Trim());
            rows.Add(new TableRow(row.LineNumberFrom, cells.MoveToImmutable()));
        }
        return rows.ToImmutable();
    }
}
