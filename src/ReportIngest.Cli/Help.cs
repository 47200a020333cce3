using System.CommandLine;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;

namespace ReportIngest.Cli;

/// <summary>Prints a command's help in the run's language; the parser's own help knows one language and breaks lines inside Chinese words.</summary>
internal sealed class Help(CommonOptions common) : SynchronousCommandLineAction
{
    public const string ProgramName = "reportingest";

    private readonly TextWriter _writer = common.Out;

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command;
        _writer.WriteLine(command.Description);
        _writer.WriteLine();
        _writer.WriteLine($"{common.Say("用法：", "Usage: ")}{Invocation(parseResult)} {Parameters(command)}");
        Section(common.Say("命令", "Commands"), command.Subcommands.Select(sub => (sub.Name, sub.Description)));
        Section(common.Say("参数", "Arguments"), command.Arguments.Select(argument => (argument.Name, argument.Description)));
        Section(common.Say("选项", "Options"), OptionsOf(command).Select(option => (Name(option), option.Description)));
        return ExitCode.Done;
    }

    /// <summary>The options a command takes, its own first, then those of every command.</summary>
    public static IEnumerable<Option> OptionsOf(Command command)
    {
        IEnumerable<Option> inherited = command is RootCommand
            ? []
            : command.Parents.OfType<Command>().SelectMany(parent => parent.Options).Where(option => option.Recursive);
        return command.Options.Concat(inherited);
    }

    /// <summary>How an option is written with its value: <c>--jobs N</c>.</summary>
    public static string Name(Option option) => option.HelpName is { } value ? $"{option.Name} {value}" : option.Name;

    /// <summary>The program and the command that was asked for, without its arguments.</summary>
    public static string Invocation(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var command = parsed.CommandResult; command is { Command: not RootCommand }; command = command.Parent as CommandResult) names.Push(command.Command.Name);
        return string.Join(' ', names.Prepend(ProgramName));
    }

    private static string Parameters(Command command)
    {
        if (command.Subcommands.Count > 0) return "COMMAND";
        var arguments = command.Arguments.Select(argument =>
            (argument.Arity.MinimumNumberOfValues == 0 ? $"[{argument.Name}]" : argument.Name) + (argument.Arity.MaximumNumberOfValues > 1 ? "…" : ""));
        return string.Join(' ', arguments.Append("[OPTIONS]"));
    }

    private void Section(string title, IEnumerable<(string Name, string? Description)> lines)
    {
        var all = lines.ToList();
        if (all.Count == 0) return;
        var width = all.Max(line => line.Name.Length);
        _writer.WriteLine();
        _writer.WriteLine(title);
        foreach (var (name, description) in all) _writer.WriteLine($"  {name.PadRight(width)}  {description}".TrimEnd());
    }
}
