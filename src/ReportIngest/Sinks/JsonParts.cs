using System.Text.Json;
using ReportIngest.Corpus;
using ReportIngest.Outputs;
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

    private static readonly JsonEncodedText[] States = [.. Enum.GetValues<CellState>().Select(state => Encoded(Spelling.Name(state)))];

    public static void WriteNumberOrNull(this Utf8JsonWriter json, string key, decimal? value)
    {
        if (value is { } number) json.WriteNumber(key, Spelling.Trim(number));
        else json.WriteNull(key);
    }

    public static void WriteMessage(this Utf8JsonWriter json, string key, Message message)
    {
        json.WriteStartObject(key);
        json.WriteString("zh", message.Zh);
        json.WriteString("en", message.En);
        json.WriteEndObject();
    }

    internal static void WriteTexts(this Utf8JsonWriter json, string key, IEnumerable<string> texts)
    {
        json.WriteStartArray(key);
        foreach (var text in texts) json.WriteStringValue(text);
        json.WriteEndArray();
    }

    internal static void WriteNumbers(this Utf8JsonWriter json, string key, IEnumerable<int> numbers)
    {
        json.WriteStartArray(key);
        foreach (var number in numbers) json.WriteNumberValue(number);
        json.WriteEndArray();
    }

    internal static void WriteCounts(this Utf8JsonWriter json, string key, IEnumerable<KeyValuePair<string, int>> counts)
    {
        json.WriteStartObject(key);
        foreach (var (name, count) in counts) json.WriteNumber(name, count);
        json.WriteEndObject();
    }

    /// <summary>The objects <c>checks</c> and <c>completeness</c>: of a report, and of a whole run.</summary>
    internal static void WriteCounts(this Utf8JsonWriter json, Checks checks, Completeness cells)
    {
        json.WriteStartObject("checks");
        json.WriteNumber("passed", checks.Passed);
        json.WriteNumber("failed", checks.Failed);
        json.WriteNumber("not_assessable", checks.NotAssessable);
        json.WriteEndObject();
        json.WriteStartObject("completeness");
        json.WriteNumber("expected", cells.Expected);
        json.WriteNumber("found", cells.Found);
        json.WriteEndObject();
    }

    /// <summary>Which cells take part, what is computed of them and what stands there, in numbers and in words.</summary>
    internal static void WriteEquation(this Utf8JsonWriter json, FindingRecord finding)
    {
        json.WriteTexts("indicators", finding.Indicators);
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
        json.WriteNumber("value", Spelling.Trim(suggestion.Value));
        json.WriteMessage("reason", suggestion.Reason);
        json.WriteEndObject();
    }

    internal static void WriteAcceptance(this Utf8JsonWriter json, Acceptance acceptance)
    {
        json.WriteStartObject("suppressed");
        json.WriteString("reason", acceptance.Reason);
        json.WriteString("who", acceptance.Who);
        json.WriteString("until", Spelling.Date(acceptance.Until));
        json.WriteEndObject();
    }

    public static void WriteField(this Utf8JsonWriter json, string key, Field field)
    {
        json.WritePropertyName(key);
        var cell = new CellBytes(stackalloc byte[CellBytes.Longest]);
        if (!json.Options.Indented && cell.TryAdd(field)) json.WriteRawValue(cell.Written, skipInputValidation: true);
        else json.WriteFieldByTokens(field);
    }

    private static void WriteFieldByTokens(this Utf8JsonWriter json, Field field)
    {
        json.WriteStartObject();
        json.WritePropertyName(ValueName);
        if (field.Value.Number is { } number) json.WriteNumberValue(Spelling.Trim(number));
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
        var place = new CellBytes(stackalloc byte[CellBytes.Longest]);
        if (!json.Options.Indented && place.TryAdd(location))
        {
            json.WriteRawValue(place.Written, skipInputValidation: true);
            return;
        }

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
        foreach (var corner in Spelling.Corners(box)) json.WriteNumberValue(corner);
        json.WriteEndArray();
    }

    private static JsonEncodedText Encoded(string name) => JsonEncodedText.Encode(name, Spelling.Json.Encoder);
}
