using System.Globalization;
using System.Text.RegularExpressions;
using Tomlyn.Parsing;
using Tomlyn.Syntax;

namespace ReportIngest.Cli.Configuring;

/// <summary>On which line of a TOML file each key stands: what the values no longer say.</summary>
internal sealed partial class TomlLines
{
    public static readonly Message NotToml = new("不是合法的 TOML。", "this is no valid TOML.");

    private readonly Dictionary<string, int> _lines = [];

    /// <exception cref="SettingException">The text is no TOML, or gives a key twice: of two values one would silently count.</exception>
    public TomlLines(string text)
    {
        var document = Parsed(text);
        if (document.HasErrors) throw Wrong(document.Diagnostics.OrderBy(wrong => wrong.Span.Start.Line).First());
        Add("", document.KeyValues);
        var count = new Dictionary<string, int>();
        foreach (var table in document.Tables)
        {
            var name = Name(table.Name!);
            if (table is TableArraySyntax) name = PlaceOf(name, count[name] = count.GetValueOrDefault(name, -1) + 1);
            _lines.TryAdd(name, table.Name!.Span.Start.Line + 1);
            Add(name + ".", table.Items);
        }
    }

    /// <summary>What a table is called that stands there several times, as <c>[[name]]</c>.</summary>
    public static string PlaceOf(string name, int index) => string.Create(CultureInfo.InvariantCulture, $"{name}#{index}");

    /// <summary>Of a key (<c>table.key</c>), or of the table it is in where there is no such; null where there is neither.</summary>
    public int? Of(string place) =>
        _lines.TryGetValue(place, out var line) || (place.LastIndexOf('.') is > 0 and var end && _lines.TryGetValue(place[..end], out line)) ? line : null;

    /// <exception cref="SettingException">The text ends within a character's code (<c>\ud80</c>): the parser fails on it.</exception>
    private static DocumentSyntax Parsed(string text)
    {
        try
        {
            return SyntaxParser.Parse(text, sourceName: "", validate: true);
        }
        catch (ArgumentOutOfRangeException)
        {
            throw new SettingException(NotToml);
        }
    }

    private void Add(string before, SyntaxList<KeyValueSyntax> keys)
    {
        foreach (var key in keys) _lines.TryAdd(before + Name(key.Key!), key.Key!.Span.Start.Line + 1);
    }

    private static string Name(KeySyntax key) => string.Join('.', key.ToString().Trim().Split('.').Select(part => part.Trim().Trim('"', '\'')));

    private static SettingException Wrong(DiagnosticMessage wrong)
    {
        var line = wrong.Span.Start.Line + 1;
        return Twice().Match(wrong.Message) is { Success: true } twice
            ? new SettingException(new Message($"“{twice.Groups["key"].Value}”在第 {twice.Groups["line"].Value} 行已经写过。", $"“{twice.Groups["key"].Value}” stands on line {twice.Groups["line"].Value} already.")) { Line = line }
            : new SettingException(new Message($"{NotToml.Zh}解析器的说明：{wrong.Message}", $"{NotToml.En} The parser says: {wrong.Message}")) { Line = line };
    }

    /// <summary>The parser's sentence for a key that is given twice.</summary>
    [GeneratedRegex(@"^The key `(?<key>[^`]*)` is already defined at \((?<line>\d+),")]
    private static partial Regex Twice();
}
