using System.CommandLine;
using System.CommandLine.Parsing;

namespace ReportIngest.Cli;

/// <summary>Says a parser's complaint in the two languages; the parser itself knows one.</summary>
internal static class UsageErrors
{
    public static Message Sentence(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens is [var unknown, ..])
        {
            return unknown.StartsWith('-')
                ? NoOption(unknown)
                : parsed.CommandResult.Command is RootCommand
                    ? new Message($"没有“{unknown}”这个命令。", $"There is no command “{unknown}”.")
                    : new Message($"多余的参数“{unknown}”。", $"“{unknown}” is one argument too many.");
        }
        return parsed.Errors[0].SymbolResult switch
        {
            OptionResult { Tokens.Count: 0 } option => new Message($"选项 {option.Option.Name} 后面缺少值。", $"{option.Option.Name} needs a value."),
            OptionResult option => new Message($"选项 {option.Option.Name} 只能有一个值。", $"{option.Option.Name} takes one value."),
            ArgumentResult argument => Missing(argument.Argument),
            CommandResult { Command: RootCommand } => new Message("缺少命令。", "A command is missing."),
            CommandResult { Command: { Subcommands.Count: > 0 } group } => MissingOneOf(group),
            CommandResult command when command.Command.Arguments.Count > 0 => Missing(command.Command.Arguments[0]),
            _ => new Message($"参数有误：{parsed.Errors[0].Message}", parsed.Errors[0].Message),
        };
    }

    /// <summary>The parser takes a mistyped option for one more path.</summary>
    /// <exception cref="UsageException">The path is empty, or an option that does not exist.</exception>
    public static string CheckedPath(string path)
    {
        if (path.Length == 0) throw new UsageException("路径不能为空。", "A path is empty.");
        return path.StartsWith('-') && !Path.Exists(path) ? throw new UsageException(NoOption(path)) : path;
    }

    /// <summary>The value of an option that a command cannot do without.</summary>
    /// <param name="zh">What to give: the end of the sentence.</param>
    /// <exception cref="UsageException">There is none.</exception>
    public static string Required(this ParseResult parsed, Option<string> option, string zh, string en) =>
        parsed.GetValue(option) is { Length: > 0 } value ? value : throw new UsageException($"缺少 {option.Name}：{zh}。", $"{option.Name} is missing: {en}.");

    private static Message NoOption(string name) => new($"没有“{name}”这个选项。", $"There is no option “{name}”.");

    private static Message MissingOneOf(Command group)
    {
        var names = string.Join(", ", group.Subcommands.Select(command => $"{group.Name} {command.Name}"));
        return new Message($"命令不完整，可用：{names}。", $"The command is not complete; there are: {names}.");
    }

    private static Message Missing(Argument argument) => new($"缺少参数 {argument.Name}。", $"{argument.Name} is missing.");
}
