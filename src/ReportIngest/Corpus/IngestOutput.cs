namespace ReportIngest.Corpus;

/// <summary>
/// The output of a run, opened from its streams. Records are read when they are asked for, each time anew; in memory stay the index and the
/// doubts, and those only when somebody asks for them.
/// </summary>
/// <param name="open">Opens a file of the output by its name, seekable, from its beginning; null where there is none.</param>
public sealed class IngestOutput(Func<string, Stream?> open) : IDisposable
{
    public const string ReportsName = "reports.jsonl";
    public const string FindingsName = "findings.jsonl";
    public const string CoverageName = "coverage.jsonl";
    public const string GoneName = "gone.jsonl";
    public const string RunName = "run.json";

    private Stream? _reports;
    private CorpusIndex? _index;

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

    /// <summary>The reports, light, in their order; <see cref="Read"/> gives the record of an entry.</summary>
    /// <exception cref="FormatException">A line is not what this program writes, or there is no such file.</exception>
    public CorpusIndex Index => _index ??= CorpusIndex.Of(Seekable());

    /// <summary>By report: what we are not sure to have read right. <c>reports.jsonl</c> does not hold it.</summary>
    /// <exception cref="FormatException">A line is not what this program writes, or there is no such file.</exception>
    public IReadOnlyDictionary<string, ReportDoubts> Doubts => field ??= ReadDoubts();

    public ReportRecord Read(IndexEntry entry) => ReportRecords.ReadAt(Seekable(), entry.Place);

    internal ReportRecord ReadAt(LinePlace place) => ReportRecords.ReadAt(Seekable(), place);

    internal WrittenText ReadText(IndexEntry entry) => ReportRecords.TextAt(Seekable(), entry.Place);

    /// <summary>Shows every record to <paramref name="look"/> while the index is made: reading them again would cost as much once more.</summary>
    internal void ReadIndex(Action<ReportRecord> look)
    {
        var stream = Seekable();
        stream.Position = 0;
        _index = CorpusIndex.Of(stream, look);
    }

    public void Dispose() => _reports?.Dispose();

    private bool Has(string name)
    {
        using var stream = open(name);
        return stream is not null;
    }

    private Stream Seekable() => _reports ??= Existing(ReportsName);

    private IEnumerable<T> Each<T>(string name, Func<Stream, IEnumerable<T>> read)
    {
        using var stream = Existing(name);
        foreach (var record in read(stream)) yield return record;
    }

    private IReadOnlyDictionary<string, ReportDoubts> ReadDoubts()
    {
        using var findings = Existing(FindingsName);
        return ReportDoubts.Read(findings);
    }

    private Stream Existing(string name) => open(name) ?? throw new OutputFormatException(new Message($"没有 {name}", $"{name} is not there"));
}
