using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Json.Schema;
using ReportIngest.Corpus;
using ReportIngest.Forge;
using ReportIngest.Outputs;
using ReportIngest.Reading;
using ReportIngest.Sinks;
using ReportIngest.Sinks.Export;

namespace ReportIngest.Tests.Cli;

/// <summary>What lies beside the tables: schemas, codebook, data package, README.</summary>
public sealed class PackageTests(ExportTests.Exported exported) : IClassFixture<ExportTests.Exported>
{
    [Theory]
    [InlineData(IngestOutput.ReportsName)]
    [InlineData(IngestOutput.FindingsName)]
    [InlineData(IngestOutput.CoverageName)]
    public void Every_line_of_an_output_is_as_its_schema_says(string name)
    {
        var schema = JsonSchema.FromText(File.ReadAllText(Path.Combine(exported.Folder, JsonSchemas.Of(name)!)));
        Assert.All(exported.Lines(name), line => AssertValid(schema, line));
        Assert.False(schema.Evaluate(JsonDocument.Parse("""{"schema":"reportingest.other/1"}""").RootElement).IsValid);
    }

    [Fact]
    public void Every_forged_report_is_as_the_schema_says()
    {
        var schema = Schema("report.schema.json");
        foreach (var (seed, layout) in Layouts.All.Where(layout => layout.Plain).Index())
        {
            var bytes = layout.Write(Forger.Forge(seed));
            if (Pipeline.Ingest(bytes, Source.Of($"{seed}", bytes), Limits.Default).Report is not { } report) continue;
            using var line = new MemoryStream();
            JsonLines.Write(line, ReportRecord.Of(report, []));
            AssertValid(schema, JsonDocument.Parse(line.ToArray()).RootElement);
        }
    }

    [Theory]
    [InlineData("\"state\":\"blank\"", "\"state\":\"reported\"")] // a blank with no number is not reported
    [InlineData("\"value\":3", "\"value\":\"3\"")]
    [InlineData("\"found\":", "\"seen\":")]
    public void A_line_that_is_changed_is_refused(string part, string other)
    {
        using var stream = new MemoryStream();
        JsonLines.Write(stream, ReportRecord.Of(ReportIngest.Tests.Sinks.SmallReport.Default with { Source = new Source("a.html", new string('a', 64), 1) }, []));
        var line = Encoding.UTF8.GetString(stream.ToArray());
        Assert.Contains(part, line, StringComparison.Ordinal);
        Assert.True(Schema("report.schema.json").Evaluate(JsonDocument.Parse(line).RootElement).IsValid);
        Assert.False(Schema("report.schema.json").Evaluate(JsonDocument.Parse(line.Replace(part, other, StringComparison.Ordinal)).RootElement).IsValid);
    }

    [Fact]
    public void The_data_package_lists_the_files_and_the_columns_of_every_CSV()
    {
        var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(exported.Folder, "datapackage.json"))).RootElement;
        var resources = package.GetProperty("resources").EnumerateArray().ToDictionary(resource => resource.GetProperty("path").GetString()!);
        Assert.All(resources.Keys, file => Assert.True(File.Exists(Path.Combine(exported.Folder, file)), file));
        Assert.Distinct(resources.Values.Select(resource => resource.GetProperty("name").GetString()));
        foreach (var csv in Directory.EnumerateFiles(exported.Folder, "*.csv"))
        {
            var fields = resources[Path.GetFileName(csv)].GetProperty("schema").GetProperty("fields").EnumerateArray().Select(field => field.GetProperty("name").GetString());
            Assert.Equal(File.ReadLines(csv).First().Split(','), fields);
        }
        Assert.Equal("false", package.GetProperty("reportingest").GetProperty("blank_as_zero").GetString());
    }

    [Fact]
    public void The_data_package_and_its_tables_are_valid_for_another_program()
    {
        if (!IsThere("node", "-e", "require('datapackage')")) Assert.Skip("node with the package datapackage is not there (npm install datapackage; NODE_PATH).");
        const string Validate = """
            const { Package } = require('datapackage');
            (async () => {
              const file = await Package.load(process.argv[1]);
              if (!file.valid) throw new Error(file.errors.join('\n'));
              let tables = 0;
              for (const resource of file.resources.filter(resource => resource.tabular)) {
                await resource.read({ relations: await resource.checkRelations() });
                tables++;
              }
              console.log(tables);
            })().catch(error => { console.error(error.message, (error.errors || []).slice(0, 5).join('\n')); process.exit(1); });
            """;
        var run = Run("node", "-e", Validate, Path.Combine(exported.Folder, "datapackage.json"));
        Assert.Equal((0, "8"), (run.Code, run.Out.Trim()));
    }

    [Fact]
    public void The_codebook_explains_every_column_of_every_table_and_the_README_names_every_file()
    {
        var codebook = File.ReadAllText(Path.Combine(exported.Folder, "codebook.md"));
        foreach (var table in OutputTables.All(ExportOptions.Default))
            foreach (var column in table.Columns.Where(column => column.Indicator is null || column.Type == ColumnType.Number))
                Assert.Contains($"| `{column.Name}` |", codebook, StringComparison.Ordinal);
        var readme = File.ReadAllText(Path.Combine(exported.Folder, "README.md"));
        foreach (var file in Directory.EnumerateFiles(exported.Folder).Select(Path.GetFileName).Where(name => !PackageFiles.Names.Contains(name!)))
            Assert.Contains($"- `{file}`", readme, StringComparison.Ordinal);
        Assert.Contains("- `as_of`: 2026-01-01", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void What_an_output_folder_holds_is_not_read_as_a_document()
    {
        using var shell = new Shell();
        foreach (var file in Directory.EnumerateFiles(exported.Folder)) File.Copy(file, Directory.CreateDirectory(shell.Path("in/out")).FullName + "/" + Path.GetFileName(file));
        shell.Write("in/README.md", "# 说明");
        var run = Shell.Call("ingest", shell.Path("in"), "--out", shell.Path("o"), "--lang", "en");
        Assert.Equal(ReportIngest.Cli.ExitCode.Done, run.Code);
        Assert.EndsWith("in/README.md", Assert.Single(File.ReadLines(shell.Path("o/findings.jsonl")).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("path").GetString())), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_exported_into_a_folder_of_reports_is_not_read_as_a_document()
    {
        using var shell = new Shell();
        Assert.Equal(ReportIngest.Cli.ExitCode.Done, Shell.Call("export", "--from", exported.Folder, "--format", "html,xlsx,sarif", "--out", shell.Path("in")).Code);
        shell.Write("in/other/report.html", "<p>通知</p>");
        Assert.Equal(ReportIngest.Cli.ExitCode.Done, Shell.Call("ingest", shell.Path("in"), "--out", shell.Path("o")).Code);
        Assert.EndsWith("in/other/report.html", Assert.Single(File.ReadLines(shell.Path("o/findings.jsonl")).Select(line => JsonDocument.Parse(line).RootElement.GetProperty("path").GetString())), StringComparison.Ordinal);
    }

    private static JsonSchema Schema(string name)
    {
        using var text = new StreamReader(JsonSchemas.Open(name));
        return JsonSchema.FromText(text.ReadToEnd());
    }

    private static void AssertValid(JsonSchema schema, JsonElement line) =>
        Assert.True(schema.Evaluate(line).IsValid, JsonSerializer.Serialize(schema.Evaluate(line, new EvaluationOptions { OutputFormat = OutputFormat.List })) + line.GetRawText()[..Math.Min(300, line.GetRawText().Length)]);

    private static bool IsThere(string program, params string[] arguments)
    {
        try
        {
            return Run(program, arguments).Code == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static (int Code, string Out) Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output.Result + error);
    }
}
