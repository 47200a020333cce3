using System.Collections.Immutable;
using ReportIngest.Corpus;
using ReportIngest.Rules;

namespace ReportIngest.Outputs;

/// <summary>What an earlier run says of a finding.</summary>
public enum BaselineState { New, Unchanged }

/// <summary>A finding as it is written: with what tells it from run to run, and what people have said of it.</summary>
/// <param name="Baseline">Null where nothing earlier was given to compare with.</param>
/// <param name="Suppression">The entry by which people have accepted it; null for an open one.</param>
public sealed record MarkedFinding(Finding Finding, string Fingerprint, BaselineState? Baseline = null, Suppression? Suppression = null)
{
    /// <summary>Nobody has seen it before, or nobody has accepted it: this is what a gate asks for.</summary>
    public bool IsOpen => Suppression is null && Baseline != BaselineState.Unchanged;
}

/// <summary>Marks the findings of a run, file by file.</summary>
public sealed class FindingMarks(Baseline? baseline, Suppressions suppressions)
{
    private readonly UnitDocuments _documents = new();

    public static FindingMarks None => new(null, Suppressions.None);

    /// <summary>To be called for every report, by path, before its findings are marked.</summary>
    public void Add(Subject report) => _documents.Add(report);

    /// <summary>All reports are added.</summary>
    public void Complete() => _documents.Complete();

    /// <param name="findings">All findings of one file: a fingerprint is unique among them.</param>
    public ImmutableArray<MarkedFinding> Of(ImmutableArray<Finding> findings) =>
    [
        .. findings.Zip(Fingerprint.Of(findings, _documents), (finding, print) =>
            new MarkedFinding(finding, print, baseline?.StateOf(print), suppressions.Of(finding, print))),
    ];
}
