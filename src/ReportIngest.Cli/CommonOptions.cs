using System.Collections.Immutable;
using System.CommandLine;

namespace ReportIngest.Cli;

/// <summary>The options every command takes, and the terminal that follows from them.</summary>
internal sealed class CommonOptions
{
    private readonly string _language;
    private readonly Streams _streams;
    private readonly Option<string> _lang;
    private readonly Option<bool> _quiet, _verbose, _noColor;

    public CommonOptions(string language, Streams streams, Func<string, string?> environment)
    {
        (_language, _streams, Environment) = (language, streams, environment);
        _lang = Option("--lang", "zh|en", "输出语言（默认按系统语言，否则中文）", "Language (default: the locale's, else Chinese)");
        _quiet = Switch("--quiet", "除错误外不输出任何说明", "Say nothing but errors");
        _verbose = Switch("--verbose", "逐个文件说明；出错时给出详情", "A line for each file; details of program errors");
        _noColor = Switch("--no-color", "不用颜色（也可设环境变量 NO_COLOR）", "No colours (or set NO_COLOR)");
        All = [_lang, _quiet, _verbose, _noColor];
        foreach (var option in All) option.Recursive = true;
    }

    public ImmutableArray<Option> All { get; }

    /// <summary>The value of a variable of the environment.</summary>
    public Func<string, string?> Environment { get; }

    public TextWriter Out => _streams.Out;

    public string Say(string zh, string en) => new Message(zh, en).In(_language);

    /// <summary>An option with a value: <c>--jobs N</c>.</summary>
    public Option<string> Option(string name, string value, string zh, string en) => new(name) { HelpName = value, Description = Say(zh, en) };

    /// <summary>An option without one: <c>--quiet</c>.</summary>
    public Option<bool> Switch(string name, string zh, string en) => new(name) { Description = Say(zh, en) };

    public Terminal Terminal(ParseResult parsed) => new(
        _streams,
        _language,
        Color: !parsed.GetValue(_noColor) && string.IsNullOrEmpty(Environment("NO_COLOR")),
        Quiet: parsed.GetValue(_quiet),
        Verbose: parsed.GetValue(_verbose));

    public void Check(ParseResult parsed)
    {
        if (parsed.GetValue(_lang) is { } language and not ("zh" or "en"))
            throw new UsageException($"--lang 只能是 zh 或 en，而不是“{language}”。", $"--lang is zh or en, not “{language}”.");
    }
}
