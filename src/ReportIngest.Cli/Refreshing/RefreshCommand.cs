using System.CommandLine;
using ReportIngest.Cli.Configuring;

namespace ReportIngest.Cli.Refreshing;

/// <summary><c>refresh --config FILE</c>: brings a store up to what its sources hold now.</summary>
internal static class RefreshCommand
{
    public static Command Create(CommonOptions common)
    {
        var configuration = new ConfigurationOption(common);
        var accept = common.Option("--accept", "REASON", "安全阀停下的变化已核实，写明理由后发布（理由留存）", "Publish although the safety valve would stop it, for this reason, which is kept");
        var retry = common.Switch("--retry", "等待重试和已停止尝试的地址也立即重试", "Try also the addresses that wait for their next try or were given up");
        var command = new Command("refresh", common.Say("按配置更新存储：取得、读取、比较、发布", "Bring a store up to date: fetch, read, compare, publish"));
        foreach (var option in (Option[])[configuration.Option, accept, retry]) command.Options.Add(option);
        command.SetAction(parsed =>
        {
            var settings = configuration.Required(parsed);
            if (parsed.GetValue(accept) is { } reason && string.IsNullOrWhiteSpace(reason)) throw new UsageException("--accept 要写明理由。", "--accept needs a reason.");
            using var telemetry = Telemetry.Start(common.Environment);
            return Run(new RefreshOptions(settings, parsed.GetValue(accept), parsed.GetValue(retry)), common.Terminal(parsed));
        });
        return command;
    }

    private static int Run(RefreshOptions options, Terminal terminal)
    {
        using var stop = new StopSignals();
        return RefreshRun.Run(options, terminal, TimeProvider.System, stop.Token);
    }
}
