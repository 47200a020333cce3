using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Reading;
using ReportIngest.Rules;

namespace ReportIngest.Cli.Isolation;

/// <summary>
/// The messages between a run and a worker. First the limits, answered by a greeting; then for each file its name and its bytes,
/// answered by its outcome and its line. They hold no path that is opened, no handle and no order.
/// </summary>
internal static partial class Wire
{
    /// <summary>Says that the other end is a worker of this very program.</summary>
    public static byte[] Greeting { get; } = JsonSerializer.SerializeToUtf8Bytes(RunRecord.Version, Json.Default.String);

    private static readonly Json Context = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new RuleById() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    });

    public static void Write(Stream stream, Limits limits) => Frames.Write(stream, JsonSerializer.SerializeToUtf8Bytes(limits, Context.Limits));

    /// <exception cref="JsonException">The other end is none of this program's.</exception>
    public static Limits ReadLimits(ReadOnlySpan<byte> frame) => JsonSerializer.Deserialize(frame, Context.Limits) ?? throw new JsonException();

    public static void Write(Stream stream, FileOutcome outcome)
    {
        Frames.Write(stream, JsonSerializer.SerializeToUtf8Bytes(outcome with { Report = outcome.Report is { } report ? report with { Line = default } : null }, Context.FileOutcome));
        Frames.Write(stream, outcome.Report is { Line: var line } ? line.Span : []);
    }

    /// <summary>Null where the stream ends before the outcome does.</summary>
    /// <exception cref="JsonException">What came is no outcome.</exception>
    /// <exception cref="InvalidDataException">As before.</exception>
    public static FileOutcome? ReadOutcome(Stream stream)
    {
        try
        {
            if (Frames.Read(stream) is not { } head || Frames.Read(stream) is not { } line) return null;
            var outcome = JsonSerializer.Deserialize(head, Context.FileOutcome) ?? throw new JsonException();
            return outcome.Report is { } report ? outcome with { Report = report with { Line = line } } : outcome;
        }
        catch (EndOfStreamException)
        {
            return null;
        }
    }

    /// <summary>Both ends have the catalogue: a rule goes by its id.</summary>
    private sealed class RuleById : JsonConverter<RuleInfo>
    {
        private static readonly Dictionary<string, RuleInfo> ById = RuleCatalog.All.ToDictionary(rule => rule.Id);

        public override RuleInfo Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && ById.TryGetValue(reader.GetString()!, out var rule) ? rule : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, RuleInfo value, JsonSerializerOptions options) => writer.WriteStringValue(value.Id);
    }

    [JsonSerializable(typeof(FileOutcome))]
    [JsonSerializable(typeof(Limits))]
    [JsonSerializable(typeof(string))]
    private sealed partial class Json : JsonSerializerContext;
}
