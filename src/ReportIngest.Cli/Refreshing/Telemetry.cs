using System.Runtime.CompilerServices;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace ReportIngest.Cli.Refreshing;

/// <summary>Sends the signals of a run to an OpenTelemetry collector, when the environment names one. Its further variables, such as headers and timeout, hold too.</summary>
internal sealed class Telemetry : IDisposable
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT", Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    private readonly TracerProvider _spans;
    private readonly MeterProvider _metrics;

    private Telemetry(bool isProtocolGiven)
    {
        var resource = ResourceBuilder.CreateEmpty().AddService("reportingest", serviceVersion: OwnProgram.Version).AddEnvironmentVariableDetector();
        _spans = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(resource).AddSource(RefreshSignals.Name).AddOtlpExporter(Choose).Build();
        _metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(resource).AddMeter(RefreshSignals.Name).AddOtlpExporter(Choose).Build();

        void Choose(OtlpExporterOptions options)
        {
            // As OpenTelemetry recommends; the package itself would take gRPC.
            if (!isProtocolGiven) options.Protocol = OtlpExportProtocol.HttpProtobuf;
        }
    }

    /// <summary>Null without a collector; then none of its code is loaded.</summary>
    public static IDisposable? Start(Func<string, string?> environment) => string.IsNullOrEmpty(environment(Endpoint)) ? null : Start(!string.IsNullOrEmpty(environment(Protocol)));

    /// <summary>Sends what has not been sent. A collector that does not answer costs its timeout, and nothing else.</summary>
    public void Dispose()
    {
        _spans.Dispose();
        _metrics.Dispose();
    }

    /// <summary>Apart, because the runtime loads what a method names before it runs.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static Telemetry Start(bool isProtocolGiven) => new(isProtocolGiven);
}
