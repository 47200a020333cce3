using System.Collections.Immutable;
using System.Text.Json;

namespace ReportIngest.Sinks.Export;

/// <summary>What lies in a folder of tables, for the files that describe it.</summary>
/// <param name="Files">Names of all files that belong to the output.</param>
/// <param name="Settings">Options of the run that the numbers depend on, by name.</param>
public sealed record PackageContents(ImmutableArray<string> Files, ExportOptions Options, ImmutableSortedDictionary<string, string> Settings);

/// <summary><c>datapackage.json</c>: the folder as a Frictionless data package, by which its CSV files can be checked and loaded with their types.</summary>
internal static class DataPackage
{
    public const string FileName = "datapackage.json";

    public static void Write(Stream stream, PackageContents contents)
    {
        using (var json = new Utf8JsonWriter(stream, Spelling.Json with { Indented = true }))
        {
            json.WriteStartObject();
            json.WriteString("profile", "data-package");
            json.WriteString("name", "reportingest");
            json.WriteString("title", "政府信息公开工作年度报告 / Annual reports on government information disclosure");
            json.WriteString("version", ExportOptions.ProgramVersion);
            json.WriteStartObject("reportingest");
            foreach (var (name, value) in contents.Options.Metadata) json.WriteString(name["reportingest.".Length..], value);
            json.WriteStartObject("settings");
            foreach (var (name, value) in contents.Settings) json.WriteString(name, value);
            json.WriteEndObject();
            json.WriteEndObject();
            json.WriteStartArray("resources");
            // A workbook is for people: a program that took its first sheet for a table would find it wrong.
            foreach (var file in contents.Files.Where(file => Path.GetExtension(file) != ".xlsx")) WriteResource(json, file, contents.Options);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    private static void WriteResource(Utf8JsonWriter json, string file, ExportOptions options)
    {
        var (name, format) = (Path.GetFileNameWithoutExtension(file), Path.GetExtension(file)[1..]);
        json.WriteStartObject();
        json.WriteString("name", format == "csv" ? name : file.ToLowerInvariant());
        json.WriteString("path", file);
        json.WriteString("format", format);
        if (JsonSchemas.Of(file) is { } schema) json.WriteString("jsonSchema", schema);
        if (format is "csv" or "parquet" && OutputTables.Find(name, options) is { } table)
        {
            json.WriteString("title", $"{table.Label.Zh} / {table.Label.En}");
            if (format == "csv") WriteSchema(json, table);
        }
        json.WriteEndObject();
    }

    private static void WriteSchema(Utf8JsonWriter json, OutputTable table)
    {
        json.WriteString("profile", "tabular-data-resource");
        json.WriteString("encoding", "utf-8");
        json.WriteStartObject("dialect");
        json.WriteString("delimiter", ",");
        json.WriteString("lineTerminator", "\n");
        json.WriteString("quoteChar", "\"");
        json.WriteBoolean("doubleQuote", true);
        json.WriteEndObject();
        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        foreach (var column in table.Columns) WriteField(json, column);
        json.WriteEndArray();
        json.WriteTexts("missingValues", [""]);
        if (table.Name == "reports") json.WriteString("primaryKey", "report");
        else if (table.Columns[0].Name == "report") WriteForeignKey(json);
        json.WriteEndObject();
    }

    private static void WriteField(Utf8JsonWriter json, Column column)
    {
        json.WriteStartObject();
        json.WriteString("name", column.Name);
        json.WriteString("type", column.Type == ColumnType.Text ? "string" : Spelling.Name(column.Type));
        json.WriteString("title", column.Label.Zh);
        json.WriteString("description", column.Label.En);
        if (!column.Values.IsEmpty)
        {
            json.WriteStartObject("constraints");
            json.WriteTexts("enum", column.Values);
            json.WriteEndObject();
        }
        json.WriteEndObject();
    }

    private static void WriteForeignKey(Utf8JsonWriter json)
    {
        json.WriteStartArray("foreignKeys");
        json.WriteStartObject();
        json.WriteString("fields", "report");
        json.WriteStartObject("reference");
        json.WriteString("resource", "reports");
        json.WriteString("fields", "report");
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndArray();
    }
}
