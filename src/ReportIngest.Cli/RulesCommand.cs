using System.CommandLine;
using ReportIngest.Rules;

namespace ReportIngest.Cli;

/// <summary><c>rules [ID]</c>: the catalogue, or the page of one rule.</summary>
internal static class RulesCommand
{
    public static Command Create(CommonOptions common)
    {
        var id = new Argument<string?>("ID")
        {
            Arity = ArgumentArity.ZeroOrOne,
            Description = common.Say("规则编号，如 RI103；不写则列出全部", "A rule, such as RI103; without it all are listed"),
        };
        var command = new Command("rules", common.Say("列出全部规则，或说明其中一条", "List the rules, or explain one"));
        command.Arguments.Add(id);
        command.SetAction(parsed => parsed.GetValue(id) is { } rule ? Explain(rule, common.Terminal(parsed)) : List(common.Terminal(parsed)));
        return command;
    }

    private static int Explain(string id, Terminal terminal)
    {
        var page = RuleCatalog.Page(id.ToUpperInvariant()) ?? throw new UsageException(
            $"没有“{id}”这条规则；不带编号的 rules 命令列出全部规则。", $"There is no rule “{id}”; rules without an id lists them all.");
        terminal.Out.WriteLine(page.TrimEnd());
        return ExitCode.Done;
    }

    private static int List(Terminal terminal)
    {
        var first = true;
        foreach (var category in RuleCatalog.All.GroupBy(rule => rule.Category).OrderBy(group => group.Key))
        {
            if (!first) terminal.Out.WriteLine();
            first = false;
            terminal.Out.WriteLine(Names.Category(category.Key).In(terminal.Language));
            foreach (var rule in category)
                terminal.Out.WriteLine($"  {rule.Id}  {Names.Severity(rule.Severity).In(terminal.Language).PadRight(terminal.English ? 7 : 2)}  {rule.Title.In(terminal.Language)}");
        }
        return ExitCode.Done;
    }
}
