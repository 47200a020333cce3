using System.CommandLine;
using ReportIngest.Cli.Configuring;

namespace ReportIngest.Cli.Refreshing;

/// <summary><c>refresh --config FILE</c>: brings a store up to what its sources hold now.</summary>
internal static class RefreshCommand
{
    public static Command Create(CommonOptions common)
    {
        var configuration = new ConfigurationOption(common);
        var accept = new Option<string>("--accept") { HelpName = "REASON", Description = common.Say("安全阀停下的变化已核实，写明理由后发布（理由留存）", "Publish although the safety valve would stop it, for this reason, which is kept") };
        var retry = new Option<bool>("--retry") { Description = common.Say("等待重试和已停止尝试的地址也立即重试", "Try also the addresses that wait for their next try or were given up") };
        var command = new Command("refresh", common.Say("按配置更新存储：取得、读取、比较、发布", "Bring a store up to date: fetch, read, compare, publish"));
        foreach (var option in (Option[])[configuration.Option, accept, retry]) command.Options.Add(option);
        command.SetAction(parsed =>
        {
            if (parsed.GetValue(configuration.Option) is null) throw new UsageException(new Message("缺少 --config：请指定配置文件。", "--config is missing: name the configuration."));
            if (parsed.GetValue(accept) is { } reason && string.IsNullOrWhiteSpace(reason)) throw new UsageException(new Message("--accept 要写明理由。", "--accept needs a reason."));
            using var telemetry = Telemetry.Start(common.Environment);
            return Run(new RefreshOptions(configuration.Of(parsed), parsed.GetValue(accept), parsed.GetValue(retry)), common.Terminal(parsed));
        });
        return command;
    }

    private static int Run(RefreshOptions options, Terminal terminal)
    {
        using var stop = new StopSignals();
        return RefreshRun.Run(options, terminal, TimeProvider.System, stop.Token);
    }
}
