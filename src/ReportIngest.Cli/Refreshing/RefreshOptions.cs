using ReportIngest.Cli.Configuring;

namespace ReportIngest.Cli.Refreshing;

/// <param name="Accept">Why the safety valve is not to stop this run; null where it is.</param>
/// <param name="Retry">Try what waits or is dead, too.</param>
internal sealed record RefreshOptions(Configuration Configuration, string? Accept, bool Retry);
