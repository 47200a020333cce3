using ReportIngest.Corpus;

namespace ReportIngest.Outputs;

/// <summary>
/// The output of a run, opened from its streams. Records are read when they are asked for, each time anew; in memory stay the index and the
/// doubts, and those only when somebody asks for them.
/// </summary>
/// <param name="open">Opens a file of the output by its name, seekable, from its beginning; null where there is none.</param>
/// <param name="stop">Asked before each record of those that are gone through in order; then <see cref="OperationCanceledException"/> ends the reading.</param>
public sealed class IngestOutput(Func<string, Stream?> open, CancellationToken stop = default) : IDisposable
{
    public const string ReportsName = "reports.jsonl";
    public const string FindingsName = "findings.jsonl";
    public const string CoverageName = "coverage.jsonl";
    public const string GoneName = "gone.jsonl";
    public const string RunName = "run.json";

    private CorpusIndex? _index;

    /// <summary>Several threads may ask for reports at their places.</summary>
    private readonly Lazy<Stream> _reports = new(() => Existing(open, ReportsName));

    /// <summary>In the order of the paths.</summary>
    /// <exception cref="FormatException">A line is not what this program writes, or there is no such file.</exception>
    public IEnumerable<ReportRecord> Reports => Each(ReportsName, stream => ReportRecords.Read(stream).Select(placed => placed.Record));

    /// <summary>What there is to know of the reports without their cells, in the same order; nothing is kept.</summary>
    /// <exception cref="FormatException">A line is not what this program writes, or there is no such file.</exception>
    internal IEnumerable<IndexEntry> Entries => _index?.Entries ?? Each(ReportsName, stream => ReportRecords.ReadHeads(stream).Select(IndexEntry.Of));

    /// <exception cref="FormatException">A line is not what this program writes, or there is no such file.</exception>
    public IEnumerable<FindingRecord> Findings => Each(FindingsName, stream => FindingRecords.Read(stream).Select(placed => placed.Record));

    /// <summary>
    /// Findings of the baseline that were looked for again and are no longer there; nothing where no baseline was given. Those whose subject was not looked at are not
    /// among them.
    /// </summary>
    /// <exception cref="FormatException">A line is not what this program writes.</exception>
    public IEnumerable<FindingRecord> Gone =>
        Has(GoneName) ? Each(GoneName, stream => FindingRecords.Read(stream).Select(placed => placed.Record)).Where(finding => finding.Baseline == "gone") : [];

    /// <summary>Only runs with a roster have one.</summary>
    public bool HasCoverage => Has(CoverageName);

    /// <summary>Nothing where there is no coverage.</summary>
    /// <exception cref="FormatException">A line is not what this program writes.</exception>
    public IEnumerable<CoverageRecord> Coverage => HasCoverage ? Each(CoverageName, CoverageRecord.Read) : [];

    /// <summary>Where each report stands, in their order.</summary>
    internal IEnumerable<LinePlace> Places => Each(ReportsName, ReportRecords.Places);

    /// <summary>The reports, light, in their order; <see cref="Read"/> gives the record of an entry.</summary>
    /// <exception cref="FormatException">A line is not what this program writes, or there is no such file.</exception>
    public CorpusIndex Index => _index ??= ReadIndex();

    /// <summary>By report: what we are not sure to have read right. <c>reports.jsonl</c> does not hold it.</summary>
    /// <exception cref="FormatException">A line is not what this program writes, or there is no such file.</exception>
    public CorpusDoubts Doubts => field ??= ReadDoubts();

    public ReportRecord Read(IndexEntry entry) => ReportRecords.ReadAt(_reports.Value, entry.Place);

    internal ReportRecord ReadAt(LinePlace place) => ReportRecords.ReadAt(_reports.Value, place);

    internal ReportRecord ReadWatchedAt(LinePlace place) => ReportRecords.ReadWatchedAt(_reports.Value, place);

    internal ReportRecord ReadHeadAt(LinePlace place) => ReportRecords.ReadHeadAt(_reports.Value, place);

    public void Dispose()
    {
        if (_reports.IsValueCreated) _reports.Value.Dispose();
    }

    private bool Has(string name)
    {
        using var stream = open(name);
        return stream is not null;
    }

    private IEnumerable<T> Each<T>(string name, Func<Stream, IEnumerable<T>> read)
    {
        using var stream = Existing(open, name);
        foreach (var record in read(stream))
        {
            stop.ThrowIfCancellationRequested();
            yield return record;
        }
    }

    private CorpusDoubts ReadDoubts()
    {
        using var findings = Existing(open, FindingsName);
        return CorpusDoubts.Read(findings);
    }

    private CorpusIndex ReadIndex()
    {
        using var reports = Existing(open, ReportsName);
        return CorpusIndex.Of(reports);
    }

    private static Stream Existing(Func<string, Stream?> open, string name) => open(name) ?? throw new OutputFormatException(new Message($"没有 {name}", $"{name} is not there"));
}
