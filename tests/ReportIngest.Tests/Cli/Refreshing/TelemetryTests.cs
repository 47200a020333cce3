using ReportIngest.Cli;

namespace ReportIngest.Tests.Cli.Refreshing;

public sealed class TelemetryTests : IDisposable
{
    private readonly Night _night = new();

    public TelemetryTests() => _night.Put("1.html", Night.Report(1));

    public void Dispose() => _night.Dispose();

    [Fact]
    public void A_run_sends_spans_and_metrics_where_the_environment_names_a_collector()
    {
        using var collector = new Site();
        foreach (var path in (string[])["/v1/traces", "/v1/metrics"]) collector.Put(path, "", type: "application/x-protobuf");
        Assert.Equal(ExitCode.Done, Shell.CallWith("OTEL_EXPORTER_OTLP_ENDPOINT", collector.Root, "refresh", "--config", _night.Shell.Path("reportingest.toml")).Code);
        var (spans, metrics) = (Sent(collector, "/v1/traces"), Sent(collector, "/v1/metrics"));
        foreach (var name in (string[])["reportingest", "refresh", "list source", "publish", "write", "exit_code"]) Assert.Contains(name, spans, StringComparison.Ordinal);
        foreach (var name in (string[])["reportingest.refresh.sightings", "reportingest.refresh.changes", "reportingest.refresh.documents", "reportingest.refresh.duration", "new"]) Assert.Contains(name, metrics, StringComparison.Ordinal);
    }

    [Fact]
    public void A_collector_that_is_not_there_does_not_change_how_the_run_goes()
    {
        var port = 0;
        using (var site = new Site()) port = new Uri(site.Root).Port; // free again
        var run = Shell.CallWith("OTEL_EXPORTER_OTLP_ENDPOINT", $"http://127.0.0.1:{port}", "refresh", "--config", _night.Shell.Path("reportingest.toml"), "--quiet");
        Assert.Equal((ExitCode.Done, ""), (run.Code, run.Error));
    }

    [Fact]
    public void Without_a_collector_none_of_its_code_is_loaded()
    {
        Assert.Equal(ExitCode.Done, Shell.Call("refresh", "--config", _night.Shell.Path("reportingest.toml")).Code);
        Assert.DoesNotContain(AppDomain.CurrentDomain.GetAssemblies(), assembly => assembly.GetName().Name!.StartsWith("OpenTelemetry", StringComparison.Ordinal));
    }

    private static string Sent(Site collector, string path) => string.Concat(collector.Sent.Where(sent => sent.Path == path).Select(sent => sent.Body));
}
