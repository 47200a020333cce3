using System.Text.Json;

namespace ReportIngest.Sinks.Page;

/// <summary>Parts that the page's data repeat.</summary>
internal static class PageJson
{
    /// <summary>Chinese, English.</summary>
    public static void WritePair(this Utf8JsonWriter json, string key, Message message)
    {
        json.WriteStartArray(key);
        json.WriteStringValue(message.Zh);
        json.WriteStringValue(message.En);
        json.WriteEndArray();
    }

    /// <summary>Table, row, column as indexes, then the page where there is one.</summary>
    public static void WritePlaceValue(this Utf8JsonWriter json, Reports.Location at)
    {
        json.WriteStartArray();
        json.WriteNumberValue(at.Table);
        json.WriteNumberValue(at.Row);
        json.WriteNumberValue(at.Column);
        if (at.Page is { } page) json.WriteNumberValue(page);
        json.WriteEndArray();
    }
}
