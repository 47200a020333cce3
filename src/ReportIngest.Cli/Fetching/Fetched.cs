namespace ReportIngest.Cli.Fetching;

internal enum FetchedKind { Body, NotModified, Gone }

/// <summary>What came of one address.</summary>
/// <param name="Address">The last one, behind the redirects.</param>
/// <param name="Type">The content type as it was said, or null.</param>
internal sealed record Fetched(FetchedKind Kind, Uri Address, int Status, byte[] Body, string? Type, string? ETag, string? Modified);
