using System.CommandLine;

namespace ReportIngest.Cli.Configuring;

/// <summary>The option of the commands that read documents or know last days.</summary>
internal sealed class ConfigurationOption(CommonOptions common)
{
    public Option<string> Option { get; } = new("--config")
    {
        HelpName = "FILE",
        Description = common.Say("配置文件 reportingest.toml：各项上限、各级公布期限、存储和来源", "Configuration, reportingest.toml: ceilings, last days by level, store and sources"),
    };

    /// <exception cref="UsageException">The file cannot be followed.</exception>
    public Configuration Of(ParseResult parsed) => parsed.GetValue(Option) is { } path ? ConfigurationFile.Read(path) with { Path = path } : Configuration.Default;
}
