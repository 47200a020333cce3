using System.Text.Json;
using ReportIngest.Forms;

namespace ReportIngest.Sinks.Page;

/// <summary>The editions of the form as the page draws them: grids with the labels of their rows and columns.</summary>
internal static class PageForms
{
    public static void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject("forms");
        foreach (var form in FormCatalog.All)
        {
            json.WriteStartArray(form.Edition);
            foreach (var grid in form.Grids) Write(json, grid);
            json.WriteEndArray();
        }
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Grid grid)
    {
        json.WriteStartObject();
        json.WriteNumber("section", grid.Section);
        json.WriteString("caption", grid.Caption);
        json.WriteStartArray("columns");
        foreach (var column in grid.Columns)
        {
            json.WriteStartObject();
            json.WriteString("key", column.Key);
            json.WriteTexts("label", column.Label);
            if (column.Outer is { } outer) json.WriteString("outer", outer);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in grid.Rows)
        {
            json.WriteStartObject();
            json.WriteString("key", row.Key);
            json.WriteTexts("label", row.Label);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
