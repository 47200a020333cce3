using System.Collections.Immutable;
using System.CommandLine;
using System.Text;
using ReportIngest.Reports;
using ReportIngest.Rosters;

namespace ReportIngest.Cli;

/// <summary><c>roster new --division CODE</c>: a list of units to begin with, from China's divisions.</summary>
internal static class RosterCommand
{
    public static Command Create(CommonOptions common)
    {
        var division = common.Option("--division", "CODE", "行政区划代码，如 410425（必填）：列出它和它下面的全部区划", "Code of a division, such as 410425 (required): it and all below it are listed");
        var level = common.Option("--level", "LEVEL", "只列这一级：province、city、county 或 township", "Only this level: province, city, county or township");
        var output = common.Option("--out", "FILE", "写入的文件（不写则输出到屏幕）；已有的文件不会被覆盖", "File to write (else standard output); one that exists is not overwritten");
        var create = new Command("new", common.Say("按行政区划生成一份名录（CSV），再由人补充部门等", "Write a roster (CSV) from China's divisions, to be completed by hand"));
        foreach (var option in (Option[])[division, level, output]) create.Options.Add(option);
        create.SetAction(parsed => New(
            parsed.Required(division, "请写行政区划代码，如 410425", "name a division, such as 410425"),
            ParseLevel(parsed.GetValue(level)),
            parsed.GetValue(output),
            common.Terminal(parsed)));

        var command = new Command("roster", common.Say("单位名录", "Rosters of units"));
        command.Subcommands.Add(create);
        return command;
    }

    private static int New(string division, Level? level, string? output, Terminal terminal)
    {
        var units = RosterDraft.Of(division, level);
        if (units.IsEmpty)
        {
            throw new UsageException(
                $"没有代码为“{division}”的行政区划（省 2 位、市 4 位、县 6 位、乡 9 位），或其下没有这一级。",
                $"There is no division “{division}” (province 2 digits, prefecture 4, county 6, township 9), or none of that level in it.");
        }
        Write(units, output, terminal);
        terminal.Tell(new Message(
            $"名录有 {units.Length} 个单位（区划数据为 2023 年版）。请补充部门等其他单位，核对改名和撤并（valid_from、valid_to）。",
            $"{units.Length} units (divisions as of 2023). Add departments and others, and check what was renamed or merged (valid_from, valid_to)."));
        var doubtful = units.Where(RosterDraft.IsLikeATownship).ToList();
        if (doubtful.Count > 0)
        {
            terminal.Tell(new Message(
                $"其中 {doubtful.Count} 个是开发区、农场一类（如{doubtful[0].Name}），不一定编制年报：请删除或把 exempt 填为“是”。",
                $"{doubtful.Count} of them are zones, farms and the like ({doubtful[0].Name}), which may not report at all: delete them or set exempt to yes."));
        }
        return ExitCode.Done;
    }

    private static void Write(ImmutableArray<RosterUnit> units, string? output, Terminal terminal)
    {
        if (output is null)
        {
            RosterDraft.Write(terminal.Out, units);
            return;
        }
        // With a byte order mark: people complete the file in Excel, which takes it for GBK without one.
        using var file = new StreamWriter(NewFile.Open(output), new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)) { NewLine = "\n" };
        RosterDraft.Write(file, units);
    }

    private static Level? ParseLevel(string? text) => text switch
    {
        null => null,
        "province" => Level.Province,
        "city" => Level.City,
        "county" => Level.County,
        "township" => Level.Township,
        _ => throw new UsageException($"--level 只能是 province、city、county 或 township，而不是“{text}”。", $"--level is province, city, county or township, not “{text}”."),
    };
}
