using ReportIngest.Corpus;
using ReportIngest.Outputs;

namespace ReportIngest.Sinks.Export;

/// <summary><c>README.md</c> of a folder of tables: for whoever is handed the folder and nothing else.</summary>
internal static class PackageReadme
{
    public static void Write(TextWriter text, PackageContents contents)
    {
        text.WriteLine("# 政府信息公开工作年度报告数据 / Annual reports on government information disclosure");
        text.WriteLine();
        text.WriteLine($"由 ReportIngest {ExportOptions.ProgramVersion} 生成 / Written by ReportIngest {ExportOptions.ProgramVersion}.");
        text.WriteLine();
        text.WriteLine(contents.Options.BlankAsZero
            ? "**注意：表格里的空白和“/”已按 0 写入（状态列仍注明）。 / Note: blanks and placeholders are written as 0 in the tables; their state says what they are.**"
            : "空白和“/”不是 0，表格里为空，状态列注明。 / Blanks and placeholders are no 0: they are empty in the tables, and their state says what they are.");
        text.WriteLine();
        text.WriteLine("## 文件 / Files");
        text.WriteLine();
        foreach (var file in contents.Files) text.WriteLine($"- `{file}`{About(file, contents.Options)}");
        text.WriteLine();
        text.WriteLine("## 运行选项 / Options of the run");
        text.WriteLine();
        foreach (var (name, value) in contents.Settings) text.WriteLine($"- `{name}`: {value}");
        text.WriteLine();
        text.WriteLine("## 读入 / How to load it");
        foreach (var (program, code) in Examples(contents))
        {
            text.WriteLine();
            text.WriteLine(program);
            text.WriteLine();
            text.WriteLine(code);
        }
        text.WriteLine();
        text.WriteLine("代码列（division、report）按文本读，否则前导 0 会丢。各列的含义见 `codebook.md`，各版表格的对照见表 `crosswalk`。");
        text.WriteLine();
        text.WriteLine("Read codes (division, report) as text, or their leading zeros are lost. `codebook.md` explains the columns, the table `crosswalk` the editions of the form.");
    }

    private static string About(string file, ExportOptions options)
    {
        var label = Path.GetExtension(file) switch
        {
            ".sqlite" or ".duckdb" => new Message("各表的数据库", "Database of the tables"),
            ".xlsx" => new Message("Excel 工作簿：供查看的四张工作表和各表", "Workbook: four sheets to look at, and the tables"),
            ".html" => new Message("核查网页", "Page of the findings"),
            ".sarif" => new Message("核查结果（SARIF）", "Findings as SARIF"),
            ".json" => new Message("本次运行的记录", "Record of the run"),
            _ when file == IngestOutput.GoneName => new Message("以前有、现已不再有的核查结果", "Findings of the baseline that are no longer there"),
            _ => OutputTables.Find(Path.GetFileNameWithoutExtension(file), options)?.Label,
        };
        return label is null ? "" : $" {label.Zh} / {label.En}";
    }

    private static IEnumerable<(string Program, string Code)> Examples(PackageContents contents)
    {
        if (contents.Files.Contains("wide.parquet"))
        {
            yield return ("Python", "```python\nimport pandas as pd\nwide = pd.read_parquet(\"wide.parquet\")\n```");
            yield return ("R", "```r\nwide <- arrow::read_parquet(\"wide.parquet\")\n```");
        }
        if (contents.Files.Contains("wide.csv"))
        {
            yield return ("Python", "```python\nimport pandas as pd\nwide = pd.read_csv(\"wide.csv\", dtype={\"division\": str, \"edition\": str, \"reports\": str})\n```");
            yield return ("R", "```r\nwide <- readr::read_csv(\"wide.csv\", col_types = readr::cols(division = \"c\", edition = \"c\", reports = \"c\"))\n```");
            yield return ("Stata", "```stata\nimport delimited using \"wide.csv\", encoding(\"utf-8\") bindquote(strict) maxquotedrows(unlimited) stringcols(1 6 7) clear\n```");
        }
        if (contents.Files.Contains("reportingest.sqlite"))
            yield return ("SQL", "```\nsqlite3 reportingest.sqlite \"SELECT organization, year, value FROM \\\"values\\\" WHERE indicator = 'requests.new.total'\"\n```");
        if (contents.Files.Contains("reportingest.duckdb"))
            yield return ("DuckDB", "```\nduckdb reportingest.duckdb \"SELECT organization, year, req_new_total FROM wide\"\n```");
    }
}
