using System.CommandLine;
using System.CommandLine.Help;
using System.Data.Common;
using ReportIngest.Cli.Covering;
using ReportIngest.Cli.Exporting;
using ReportIngest.Cli.Isolation;
using ReportIngest.Cli.Refreshing;
using ReportIngest.Cli.Storing;

namespace ReportIngest.Cli;

/// <summary>Arguments → command → exit code. The one place where an exception becomes a sentence.</summary>
internal static class CommandLine
{
    public static int Run(string[] args, Streams streams) => Run(args, streams, Environment.GetEnvironmentVariable);

    public static int Run(string[] args, Streams streams, Func<string, string?> environment)
    {
        var common = new CommonOptions(Languages.Of(args, environment), streams, environment);
        // No response files: a path may begin with @.
        var parsed = Root(common).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
        var terminal = common.Terminal(parsed);
        try
        {
            if (parsed.Errors.Count > 0 && parsed.Action is not Help) throw new UsageException(UsageErrors.Sentence(parsed));
            common.Check(parsed);
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = streams.Out,
                Error = streams.Error,
                EnableDefaultExceptionHandler = false,
            });
        }
        catch (UsageException wrong)
        {
            terminal.Complain(wrong.Sentence);
            terminal.Complain(new Message($"用法见：{Help.Invocation(parsed)} --help", $"See {Help.Invocation(parsed)} --help"));
            return ExitCode.WrongUsage;
        }
        catch (Exception error)
        {
            terminal.Complain(Sentence(error) ?? new Message(
                $"程序内部出错，未能完成；请加 --verbose 重新运行，并把显示的内容告诉维护者（系统信息：{error.Message}）。",
                $"The program failed and could not finish: run it again with --verbose and tell its maintainers what it shows (the system says: {error.Message})."));
            if (terminal.Verbose && Sentence(error) is null) streams.Error.WriteLine(error);
            return ExitCode.InternalError;
        }
    }

    /// <summary>Why the command could not be done; null where the program is to blame.</summary>
    private static Message? Sentence(Exception error) => error switch
    {
        StoreException store => store.Sentence,
        WorkerException worker => worker.Sentence,
        DbException database => DatabaseErrors.Sentence(database),
        // Whoever reads a document or an option's file has a sentence of its own: this one is about what is written.
        IOException => DiskErrors.Cause(error) is var cause
            ? new Message($"写入失败：{cause.Zh}。以前的输出没有改动。", $"Writing failed: {cause.En}. An earlier output is as it was.")
            : null,
        _ => null,
    };

    public static RootCommand Root(CommonOptions common)
    {
        var root = new RootCommand(common.Say(
            "读取政府信息公开工作年度报告（网页、Word、PDF、Markdown、文本），得到指标数据和核查结果。",
            "Reads annual reports on government information disclosure (web page, Word, PDF, Markdown, text) into records and findings."));
        root.Subcommands.Add(IngestCommand.Create(common));
        root.Subcommands.Add(ExplainCommand.Create(common));
        root.Subcommands.Add(TablesCommand.Create(common));
        root.Subcommands.Add(RulesCommand.Create(common));
        root.Subcommands.Add(ExportCommand.Create(common));
        root.Subcommands.Add(LocateCommand.Create(common));
        root.Subcommands.Add(CompareCommand.Create(common));
        root.Subcommands.Add(CoverageCommand.Create(common));
        root.Subcommands.Add(RosterCommand.Create(common));
        root.Subcommands.Add(RefreshCommand.Create(common));
        root.Subcommands.Add(StoreCommand.Create(common));
        foreach (var option in common.All) root.Options.Add(option);
        var help = root.Options.OfType<HelpOption>().Single();
        help.Action = new Help(common);
        help.Description = common.Say("显示帮助", "Show this help");
        root.Options.OfType<VersionOption>().Single().Description = common.Say("显示版本号", "Show the version");
        return root;
    }
}
