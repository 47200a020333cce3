using System.Collections.Immutable;
using System.Text.Json;

namespace ReportIngest.Corpus;

/// <summary>What a reader of tokens stands at, as this program writes it; anything else is an error.</summary>
internal static class JsonTokens
{
    public static ImmutableArray<string> Texts(this ref Utf8JsonReader json)
    {
        json.EnterArray();
        var texts = ImmutableArray.CreateBuilder<string>();
        while (json.Read() && json.TokenType != JsonTokenType.EndArray) texts.Add(json.GetString() ?? throw new InvalidOperationException("a null stands in a list"));
        return texts.DrainToImmutable();
    }

    public static void EnterArray(this ref Utf8JsonReader json)
    {
        if (json.TokenType != JsonTokenType.StartArray) throw new InvalidOperationException($"a {json.TokenType} stands in the place of a list");
    }

    public static string Required(this ref Utf8JsonReader json, string key) => json.GetString() ?? throw new KeyNotFoundException($"it has no {key}");

    public static int? IntOrNull(this ref Utf8JsonReader json) => json.TokenType == JsonTokenType.Null ? null : json.GetInt32();
}
