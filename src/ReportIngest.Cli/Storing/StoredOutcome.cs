using System.Globalization;
using System.IO.Compression;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using ReportIngest.Cli.Ingesting;
using ReportIngest.Cli.Isolation;
using ReportIngest.Rules;

namespace ReportIngest.Cli.Storing;

/// <summary>
/// An outcome as the store keeps it for years: JSON that names every field, so that a later program, which may have further ones, still reads it. Behind it stands the
/// report's line as it was written; both are packed together (Brotli).
/// </summary>
internal static partial class StoredOutcome
{
    private static readonly Json Context = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters = { new RuleById() },
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    });

    /// <summary>The same bytes for the same outcome, whatever program packs it: by them a reading is known to be that of an earlier one.</summary>
    public static byte[] Pack(FileOutcome outcome)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            Frames.Write(brotli, JsonSerializer.SerializeToUtf8Bytes(outcome with { Report = outcome.Report is { } report ? report with { Line = default } : null }, Context.FileOutcome));
            Frames.Write(brotli, outcome.Report is { Line: var line } ? line.Span : []);
        }
        return packed.ToArray();
    }

    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static FileOutcome Unpack(byte[] packed)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
            if (Frames.Read(brotli) is { } head && Frames.Read(brotli) is { } line && JsonSerializer.Deserialize(head, Context.FileOutcome) is { } outcome)
                return outcome.Report is { } report ? outcome with { Report = report with { Line = line } } : outcome;
            throw new EndOfStreamException();
        }
        catch (Exception error) when (error is JsonException or EndOfStreamException or InvalidOperationException)
        {
            throw new InvalidDataException(string.Create(CultureInfo.InvariantCulture, $"A reading of {packed.Length} bytes is damaged"), error);
        }
    }

    /// <summary>A rule goes by its id, which it keeps for ever: one that is given up stays in the catalogue.</summary>
    private sealed class RuleById : JsonConverter<RuleInfo>
    {
        public override RuleInfo Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType == JsonTokenType.String && RuleCatalog.Find(reader.GetString()!) is { } rule ? rule : throw new JsonException();

        public override void Write(Utf8JsonWriter writer, RuleInfo value, JsonSerializerOptions options) => writer.WriteStringValue(value.Id);
    }

    [JsonSerializable(typeof(FileOutcome))]
    private sealed partial class Json : JsonSerializerContext;
}
