using System.Text.Json;
using ReportIngest.Documents;

namespace ReportIngest.Sinks;

/// <summary>The tables of a document as one JSON object: every cell with its spans, text and place.</summary>
public static class TablesJson
{
    public static void Write(Stream stream, Source source, Document document)
    {
        using (var json = new Utf8JsonWriter(stream, Spelling.Json with { Indented = false }))
        {
            json.WriteStartObject();
            json.WriteString("schema", "reportingest.tables/1");
            json.WriteString("path", source.Path);
            json.WriteString("sha256", source.Sha256);
            json.WriteString("format", Spelling.Name(document.Kind));
            json.WriteString("encoding", document.Encoding);
            json.WriteStartArray("tables");
            foreach (var (index, table) in document.Tables.Index()) Write(json, index, table);
            json.WriteEndArray();
            json.WriteEndObject();
        }
        stream.WriteByte((byte)'\n');
    }

    private static void Write(Utf8JsonWriter json, int index, Table table)
    {
        json.WriteStartObject();
        json.WriteNumber("table", index);
        json.WriteNumber("rows", table.Rows);
        json.WriteNumber("columns", table.Columns);
        json.WriteString("spans", Spelling.Name(table.Spans));
        json.WritePlace(table.Place);
        json.WriteStartArray("cells");
        foreach (var cell in table.Cells)
        {
            json.WriteStartObject();
            json.WriteNumber("row", cell.Row);
            json.WriteNumber("column", cell.Column);
            json.WriteNumber("row_span", cell.RowSpan);
            json.WriteNumber("column_span", cell.ColumnSpan);
            json.WriteString("text", cell.Text);
            json.WritePlace(cell.Place);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
