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

    /// <summary>In the order of the paths.</summary>
    /// <exception cref="FormatException">A line is not what this program writes, or there is no such file.</exception>
    public IEnumerable<ReportRecord> Reports => Each(ReportsName, stream => ReportRecords.Read(stream).Select(placed => placed.Record));

    /// <exception cref="FormatException">A line is not what this program writes, or there is no such file.</exception>
    public IEnumerable<FindingRecord> Findings => Each(FindingsName, stream => FindingRecords.Read(stream).Select(placed => placed.Record));

    /// <summary>Only runs with a roster have one.</summary>
    public bool HasCoverage
    {
        get
        {
            using var stream = open(CoverageName);
            return stream is not null;
        }
    }

    /// <summary>Nothing where there is no coverage.</summary>
    /// <exception cref="FormatException">A line is not what this program writes.</exception>
    public IEnumerable<CoverageRecord> Coverage => HasCoverage ? Each(CoverageName, CoverageRecord.Read) : [];

    /// <summary>The reports, light, in their order; <see cref="Read"/> gives the record of an entry.</summary>
    /// <exception cref="FormatException">A line is not what this program writes, or there is no such file.</exception>
    public CorpusIndex Index => field ??= CorpusIndex.Of(Seekable());

    /// <summary>By report: what we are not sure to have read right. <c>reports.jsonl</c> does not hold it.</summary>
    /// <exception cref="FormatException">A line is not what this program writes, or there is no such file.</exception>
    public IReadOnlyDictionary<string, ReportDoubts> Doubts => field ??= ReadDoubts();

    public ReportRecord Read(IndexEntry entry) => ReportRecords.ReadAt(Seekable(), entry.Place);

    public void Dispose() => _reports?.Dispose();

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

    private Stream Existing(string name) => open(name) ?? throw new FormatException($"{name} is not there");
}
