using System.Text.Json;
using ReportIngest.Corpus;
using ReportIngest.Reports;
using ReportIngest.Rules;

namespace ReportIngest.Sinks;

/// <summary>The parts that objects of several outputs share.</summary>
public static class JsonParts
{
    public static void WriteNumberOrNull(this Utf8JsonWriter json, string key, decimal? value)
    {
        if (value is { } number) json.WriteNumber(key, Text.Trim(number));
        else json.WriteNull(key);
    }

    public static void WriteMessage(this Utf8JsonWriter json, string key, Message message)
    {
        json.WriteStartObject(key);
        json.WriteString("zh", message.Zh);
        json.WriteString("en", message.En);
        json.WriteEndObject();
    }

    /// <summary>Which cells take part, what is computed of them and what stands there, in numbers and in words.</summary>
    internal static void WriteEquation(this Utf8JsonWriter json, FindingRecord finding)
    {
        json.WriteStartArray("indicators");
        foreach (var indicator in finding.Indicators) json.WriteStringValue(indicator);
        json.WriteEndArray();
        json.WriteNumberOrNull("expected", finding.Expected);
        json.WriteNumberOrNull("actual", finding.Actual);
        json.WriteMessage("message", finding.Message);
    }

    public static void WriteSuggestion(this Utf8JsonWriter json, Suggestion? suggestion)
    {
        if (suggestion is null)
        {
            json.WriteNull("suggestion");
            return;
        }
        json.WriteStartObject("suggestion");
        json.WriteString("indicator", suggestion.Indicator);
        json.WriteNumber("value", Text.Trim(suggestion.Value));
        json.WriteMessage("reason", suggestion.Reason);
        json.WriteEndObject();
    }

    public static void WriteField(this Utf8JsonWriter json, string key, Field field)
    {
        json.WriteStartObject(key);
        json.WriteNumberOrNull("value", field.Value.Number);
        json.WriteString("state", Text.Name(field.Value.State));
        json.WriteString("raw", field.Value.Raw);
        json.WritePropertyName("at");
        if (field.At is { } location) json.WriteLocation(location);
        else json.WriteNullValue();
        json.WriteEndObject();
    }

    public static void WriteLocation(this Utf8JsonWriter json, Location location)
    {
        json.WriteStartObject();
        json.WriteNumber("table", location.Table);
        json.WriteNumber("row", location.Row);
        json.WriteNumber("column", location.Column);
        json.WritePlace(new Place(location.Page, location.Box));
        json.WriteEndObject();
    }

    public static void WritePlace(this Utf8JsonWriter json, Place place)
    {
        json.WriteNumberOrNull("page", place.Page);
        if (place.Box is not { } box)
        {
            json.WriteNull("box");
            return;
        }
        json.WriteStartArray("box");
        foreach (var corner in Text.Corners(box)) json.WriteNumberValue(corner);
        json.WriteEndArray();
    }
}
