using System.Collections.Immutable;
using System.Text.Json;
using ReportIngest.Corpus;
using ReportIngest.Reports;

namespace ReportIngest.Sinks.Page;

/// <summary>The few numbers of one unit's report for one year that the charts draw; null where the cell holds no number: a blank is no 0.</summary>
internal sealed record SeriesPoint(string Unit, string Name, int Year, bool Aggregate, ImmutableArray<decimal?> Values)
{
    private static readonly ImmutableArray<string> Codes =
    [
        "requests.new.total", "requests.result.granted.total", "requests.result.partial.total", "requests.result.total.total", "requests.carried_out.total",
    ];

    public static SeriesPoint? Of(ReportRecord report) =>
        report is { Year: { } year, Organization: { } name }
            ? new(report.Division ?? name, name, year, Scopes.Of(report) == Scope.Aggregate, [.. Codes.Select(code => report[code]?.Value.Number)])
            : null;

    public void Write(Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("unit", Unit);
        json.WriteString("name", Name);
        json.WriteNumber("year", Year);
        json.WriteBoolean("aggregate", Aggregate);
        json.WriteStartArray("values");
        foreach (var value in Values)
        {
            if (value is { } number) json.WriteNumberValue(Spelling.Trim(number));
            else json.WriteNullValue();
        }
        json.WriteEndArray();
        json.WriteEndObject();
    }
}
