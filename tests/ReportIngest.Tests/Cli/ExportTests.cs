using System.Globalization;
using System.Text.Json;
using DocumentFormat.OpenXml.Packaging;
using DuckDB.NET.Data;
using Microsoft.Data.Sqlite;
using ReportIngest.Cli;
using ReportIngest.Corpus;
using ReportIngest.Outputs;
using ReportIngest.Sinks.Export;
using ReportIngest.Sinks.Workbook;
using Xlsx = DocumentFormat.OpenXml.Spreadsheet;

namespace ReportIngest.Tests.Cli;

/// <summary>One run over the corpus in every format of tables, read back by other programs' libraries.</summary>
public sealed class ExportTests(ExportTests.Exported exported) : IClassFixture<ExportTests.Exported>
{
    public static TheoryData<string> Formats => ["csv", "parquet", "sqlite", "duckdb", "xlsx"];

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_cell_of_every_report_is_there_as_in_the_JSON_lines(string format)
    {
        var expected = exported.Lines(IngestOutput.ReportsName).SelectMany(report => report.GetProperty("values").EnumerateObject().Select(cell => (
            report.GetProperty("id").GetString(), cell.Name, Spelt(cell.Value.GetProperty("value")), cell.Value.GetProperty("state").GetString(), cell.Value.GetProperty("raw").GetString() ?? "")));
        var actual = exported.Read(format, "values").Select(row => ((string?)row["report"], row["indicator"], row["value"], (string?)row["state"], row["raw"]));
        Assert.Equal(expected, actual);
    }

    [Theory]
    [MemberData(nameof(Formats))]
    public void Every_table_is_there_with_the_same_columns_and_rows(string format)
    {
        using var output = exported.Output();
        foreach (var table in OutputTables.WithReference(output, ExportOptions.Default))
        {
            var expected = table.Rows(output).Select(row => table.Columns.Zip(row, (column, value) => KeyValuePair.Create(column.Name, Spelt(value)))).ToList();
            Assert.NotEmpty(expected);
            Assert.Equal(expected, exported.Read(format, table.Name).Select(row => (IEnumerable<KeyValuePair<string, string>>)row));
        }
    }

    [Fact]
    public void The_files_that_a_run_writes_and_those_of_an_export_are_the_same()
    {
        using var shell = new Shell();
        var run = Shell.Call("export", "--from", exported.Folder, "--format", "csv,parquet,sqlite,xlsx", "--out", shell.Path("later"), "--lang", "en");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Out));
        foreach (var name in OutputTables.Names.Where(name => name != "coverage").SelectMany(name => (string[])[name + ".csv", name + ".parquet"]).Append("reportingest.sqlite").Append("reportingest.xlsx"))
            Assert.Equal(File.ReadAllBytes(Path.Combine(exported.Folder, name)), File.ReadAllBytes(shell.Path("later/" + name)));
    }

    [Fact]
    public void Two_DuckDB_files_of_one_output_hold_the_same_rows_in_the_same_order()
    {
        using var shell = new Shell();
        Assert.Equal(ExitCode.Done, Shell.Call("export", "--from", exported.Folder, "--format", "duckdb", "--out", shell.Path("later")).Code);
        foreach (var table in OutputTables.Names)
            Assert.Equal(exported.Read("duckdb", table), Exported.Query($"SELECT * FROM \"{table}\"", shell.Path("later/reportingest.duckdb")));
    }

    [Fact]
    public void DuckDB_reads_the_Parquet_and_CSV_files_to_the_values_of_the_SQLite_file()
    {
        var sqlite = exported.Read("sqlite", "values");
        Assert.NotEmpty(sqlite);
        Assert.Equal(sqlite, exported.Read("parquet", "values"));
        Assert.Equal(sqlite, exported.Read("csv", "values"));
    }

    [Fact]
    public void An_output_that_is_damaged_is_said_to_be_and_nothing_is_written()
    {
        using var shell = new Shell();
        shell.Write("out/reports.jsonl", "{");
        shell.Write("out/findings.jsonl", "");
        var run = Shell.Call("export", "--from", shell.Path("out"), "--format", "csv,parquet", "--lang", "en");
        Assert.Equal(ExitCode.WrongUsage, run.Code);
        Assert.Contains("damaged (line 1 is no reportingest.report/1): --from names", run.Error, StringComparison.Ordinal);
        Assert.Equal(["findings.jsonl", "reports.jsonl"], Directory.EnumerateFiles(shell.Path("out")).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Blanks_as_zero_are_recorded_in_the_run_and_in_the_file()
    {
        using var shell = new Shell();
        shell.Write("a.md", File.ReadAllText(Repository.File("seeds/seed.md")).Replace("| 一、本年新收政府信息公开申请数量 | | 0 |", "| 一、本年新收政府信息公开申请数量 | | |", StringComparison.Ordinal));
        Shell.Call("ingest", shell.Path("a.md"), "--out", shell.Path("out"), "--format", "parquet", "--blank-as-zero");
        var row = Assert.Single(Exported.Query($"SELECT * FROM read_parquet('{shell.Path("out/wide.parquet")}')"));
        Assert.Equal(("0", "blank"), (row["req_new_natural"], row["req_new_natural_s"]));
        Assert.True(JsonDocument.Parse(shell.Read("out/run.json")).RootElement.GetProperty("options").GetProperty("blank_as_zero").GetBoolean());
        Assert.Equal("true", Assert.Single(Exported.Query(
            $"SELECT CAST(value AS VARCHAR) AS v FROM parquet_kv_metadata('{shell.Path("out/wide.parquet")}') WHERE CAST(key AS VARCHAR) = 'reportingest.blank_as_zero'"))["v"]);
    }

    /// <summary>A value as all formats can say it: text, where nothing is empty.</summary>
    private static string Spelt(object? value) => value switch
    {
        null or DBNull => "",
        decimal number => ((double)number).ToString("R", CultureInfo.InvariantCulture),
        double number => number.ToString("R", CultureInfo.InvariantCulture),
        JsonElement { ValueKind: JsonValueKind.Number } number => number.GetDouble().ToString("R", CultureInfo.InvariantCulture),
        JsonElement => "",
        bool yes => yes ? "true" : "false",
        DateOnly day => Spelling.Date(day)!,
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        _ => (string)value,
    };

    public sealed class Exported : IDisposable
    {
        private readonly Shell _shell = new();

        public Exported()
        {
            var roster = _shell.Write("roster.csv", "code,name,level\n410425200,郏县王集乡,township\n410425201,郏县无报乡,township\n");
            var run = Shell.Call("ingest", Repository.File("corpus"), Repository.File("seeds"), "--out", Folder, "--format", "csv,parquet,sqlite,duckdb,xlsx", "--lang", "en", "--roster", roster, "--as-of", "2026-01-01");
            if (run.Code != ExitCode.Done) throw new InvalidOperationException(run.Error);
        }

        public string Folder => _shell.Path("out");

        public IngestOutput Output() => new(name => File.Exists(Path.Combine(Folder, name)) ? File.OpenRead(Path.Combine(Folder, name)) : null);

        public List<JsonElement> Lines(string name) => [.. File.ReadLines(Path.Combine(Folder, name)).Select(line => JsonDocument.Parse(line).RootElement)];

        public List<Dictionary<string, string>> Read(string format, string table) => format switch
        {
            "csv" => Query($"SELECT * FROM read_csv('{Folder}/{table}.csv', all_varchar = true, header = true, delim = ',', quote = '\"', escape = '\"', strict_mode = true, max_line_size = 10000000)"),
            "parquet" => Query($"SELECT * FROM read_parquet('{Folder}/{table}.parquet')"),
            "duckdb" => Query($"SELECT * FROM \"{table}\"", $"{Folder}/reportingest.duckdb"),
            "xlsx" => ReadSheet(table),
            _ => QuerySqlite(table),
        };

        public static List<Dictionary<string, string>> Query(string sql, string database = ":memory:")
        {
            using var connection = new DuckDBConnection($"DataSource={database}");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            using var rows = command.ExecuteReader();
            var all = new List<Dictionary<string, string>>();
            while (rows.Read()) all.Add(Enumerable.Range(0, rows.FieldCount).ToDictionary(rows.GetName, i => rows.IsDBNull(i) ? "" : Spelt(rows.GetFieldType(i) == typeof(DateOnly) ? rows.GetFieldValue<DateOnly>(i) : rows.GetValue(i))));
            return all;
        }

        public void Dispose() => _shell.Dispose();

        private List<Dictionary<string, string>> ReadSheet(string table)
        {
            using var book = SpreadsheetDocument.Open(Path.Combine(Folder, "reportingest.xlsx"), isEditable: false);
            var sheet = book.WorkbookPart!.Workbook.Sheets!.Elements<Xlsx.Sheet>().Single(sheet => sheet.Name == table);
            var rows = ((WorksheetPart)book.WorkbookPart.GetPartById(sheet.Id!)).Worksheet.Descendants<Xlsx.Row>().Select(row =>
                row.Elements<Xlsx.Cell>().ToDictionary(cell => cell.CellReference!.Value!.TrimEnd('0', '1', '2', '3', '4', '5', '6', '7', '8', '9'), Shown)).ToList();
            return [.. rows.Skip(1).Select(row => rows[0].ToDictionary(name => name.Value, name => row.GetValueOrDefault(name.Key, "")))];

            static string Shown(Xlsx.Cell cell) =>
                cell.DataType?.Value == Xlsx.CellValues.Boolean ? Spelt(cell.InnerText == "1")
                : cell.StyleIndex?.Value == Styles.IndexOf(CellStyle.Date, quoted: false) ? Spelt(DateOnly.FromDateTime(DateTime.FromOADate(double.Parse(cell.InnerText, CultureInfo.InvariantCulture))))
                : cell.InnerText;
        }

        private List<Dictionary<string, string>> QuerySqlite(string table)
        {
            using var connection = new SqliteConnection($"Data Source={Folder}/reportingest.sqlite;Mode=ReadOnly;Pooling=False");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\"";
            using var rows = command.ExecuteReader();
            var truths = OutputTables.All(ExportOptions.Default).FirstOrDefault(known => known.Name == table)?.Columns.Where(column => column.Type == ColumnType.Boolean).Select(column => column.Name).ToHashSet() ?? [];
            var all = new List<Dictionary<string, string>>();
            while (rows.Read()) all.Add(Enumerable.Range(0, rows.FieldCount).ToDictionary(rows.GetName, i => truths.Contains(rows.GetName(i)) ? Spelt(rows.GetInt64(i) == 1) : Spelt(rows.GetValue(i))));
            return all;
        }
    }
}
