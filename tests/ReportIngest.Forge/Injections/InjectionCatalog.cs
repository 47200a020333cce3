using System.Collections.Immutable;

namespace ReportIngest.Forge.Injections;

/// <summary>A fault for every rule, by rule.</summary>
public static class InjectionCatalog
{
    public static ImmutableArray<Injection> All { get; } =
    [
        .. TableInjections.All, .. TextInjections.All, .. CopyInjections.All, .. FormInjections.All, .. TimeInjections.All, .. CoverageInjections.All, .. ReadingInjections.All,
    ];
}
