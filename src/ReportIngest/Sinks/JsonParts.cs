using System.Text.Json;
using ReportIngest.Corpus;
using ReportIngest.Reports;
using ReportIngest.Rules;

namespace ReportIngest.Sinks;

/// <summary>The parts that objects of several outputs share.</summary>
public static class JsonParts
{
    // Names that stand in every cell are encoded once.
    private static readonly JsonEncodedText
        ValueName = Encoded("value"), StateName = Encoded("state"), RawName = Encoded("raw"), AtName = Encoded("at"),
        TableName = Encoded("table"), RowName = Encoded("row"), ColumnName = Encoded("column"), PageName = Encoded("page"), BoxName = Encoded("box");

    private static readonly JsonEncodedText[] States = [.. Enum.GetValues<CellState>().Select(state => Encoded(Text.Name(state)))];

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
        json.WritePropertyName(ValueName);
        if (field.Value.Number is { } number) WriteNumber(json, Text.Trim(number));
        else json.WriteNullValue();
        json.WriteString(StateName, States[(int)field.Value.State]);
        json.WriteString(RawName, field.Value.Raw);
        json.WritePropertyName(AtName);
        if (field.At is { } location) json.WriteLocation(location);
        else json.WriteNullValue();
        json.WriteEndObject();
    }

    public static void WriteLocation(this Utf8JsonWriter json, Location location)
    {
        json.WriteStartObject();
        json.WriteNumber(TableName, location.Table);
        json.WriteNumber(RowName, location.Row);
        json.WriteNumber(ColumnName, location.Column);
        json.WritePlace(new Place(location.Page, location.Box));
        json.WriteEndObject();
    }

    public static void WritePlace(this Utf8JsonWriter json, Place place)
    {
        if (place.Page is { } page) json.WriteNumber(PageName, page);
        else json.WriteNull(PageName);
        if (place.Box is not { } box)
        {
            json.WriteNull(BoxName);
            return;
        }
        json.WriteStartArray(BoxName);
        WriteCorner(json, box.Left);
        WriteCorner(json, box.Top);
        WriteCorner(json, box.Right);
        WriteCorner(json, box.Bottom);
        json.WriteEndArray();
    }

    /// <summary>As <see cref="Text.Corners"/> has it. A decimal of hundredths is the same digits as the double, and those are found faster.</summary>
    private static void WriteCorner(Utf8JsonWriter json, double points)
    {
        var hundredths = Math.Round(points * 100, MidpointRounding.AwayFromZero);
        if (hundredths is not (> 0 and <= int.MaxValue)) json.WriteNumberValue(Text.Round(points));
        else if (hundredths % 100 == 0) json.WriteNumberValue((int)hundredths / 100);
        else if (hundredths % 10 == 0) json.WriteNumberValue(new decimal((int)hundredths / 10, 0, 0, isNegative: false, scale: 1));
        else json.WriteNumberValue(new decimal((int)hundredths, 0, 0, isNegative: false, scale: 2));
    }

    /// <summary>Nearly all numbers are whole, and those are written faster as such; a negative decimal may be −0.</summary>
    private static void WriteNumber(Utf8JsonWriter json, decimal number)
    {
        if (number.Scale == 0 && number is >= 0 and <= int.MaxValue && !decimal.IsNegative(number)) json.WriteNumberValue((int)number);
        else json.WriteNumberValue(number);
    }

    private static JsonEncodedText Encoded(string name) => JsonEncodedText.Encode(name, JsonLines.Options.Encoder);
}
