using System.Text.Json;
using ReportIngest.Rules;

namespace ReportIngest.Sinks.Sarif;

/// <summary>The tool of a SARIF run: every rule there is, in the catalogue's order, and their titles in the other language.</summary>
internal static class SarifRules
{
    public const string ToolName = "ReportIngest";

    public static void WriteDriver(Utf8JsonWriter json, string language, string version)
    {
        json.WriteStartObject("driver");
        json.WriteString("name", ToolName);
        json.WriteString("version", version);
        json.WriteString("language", Tag(language));
        json.WriteStartArray("rules");
        foreach (var rule in RuleCatalog.All) Write(json, rule, language);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    public static void WriteTranslation(Utf8JsonWriter json, string language)
    {
        json.WriteStartArray("translations");
        json.WriteStartObject();
        json.WriteString("name", ToolName);
        json.WriteString("language", Tag(language));
        json.WriteTexts("contents", ["localizedData"]);
        json.WriteStartArray("rules");
        foreach (var rule in RuleCatalog.All)
        {
            json.WriteStartObject();
            json.WriteString("id", rule.Id);
            WriteText(json, "shortDescription", rule.Title.In(language));
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndArray();
    }

    /// <summary>How grave a result is, in SARIF's words: they are ours.</summary>
    public static string Level(Severity severity) => Spelling.Name(severity);

    public static void WriteText(Utf8JsonWriter json, string key, string text)
    {
        json.WriteStartObject(key);
        json.WriteString("text", text);
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, RuleInfo rule, string language)
    {
        var help = RuleHelp.Of(rule.Id);
        json.WriteStartObject();
        json.WriteString("id", rule.Id);
        WriteText(json, "shortDescription", rule.Title.In(language));
        json.WriteStartObject("help");
        json.WriteString("text", help.Replace("## ", "", StringComparison.Ordinal));
        json.WriteString("markdown", help);
        json.WriteEndObject();
        json.WriteStartObject("defaultConfiguration");
        json.WriteString("level", Level(rule.Severity));
        json.WriteEndObject();
        json.WriteStartObject("properties");
        json.WriteTexts("tags", [Spelling.Name(rule.Category)]);
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static string Tag(string language) => language == "en" ? "en-US" : "zh-CN";
}
