using System.CommandLine;

namespace ReportIngest.Cli.Configuring;

/// <summary>The option of the commands that read documents or know last days.</summary>
internal sealed class ConfigurationOption(CommonOptions common)
{
    public Option<string> Option { get; } = common.Option(
        "--config", "FILE", "配置文件 reportingest.toml：各项上限、各级公布期限、存储和来源", "Configuration, reportingest.toml: ceilings, last days by level, store and sources");

    /// <exception cref="UsageException">The file cannot be followed.</exception>
    public Configuration Of(ParseResult parsed) => parsed.GetValue(Option) is { } path ? Read(path) : Configuration.Default;

    /// <summary>For commands that have nothing to do without one.</summary>
    /// <exception cref="UsageException">There is none, or the file cannot be followed.</exception>
    public Configuration Required(ParseResult parsed) => Read(parsed.Required(Option, "请指定配置文件", "name the configuration"));

    private static Configuration Read(string path) => ConfigurationFile.Read(path) with { Path = path };
}
