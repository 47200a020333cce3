using ReportIngest.Corpus;

namespace ReportIngest.Cli.Ingesting;

/// <summary>The output of an earlier run, opened for the second pass.</summary>
internal sealed class EarlierOutput : IDisposable
{
    private readonly FileStream _reports;
    private readonly FileStream _findings;

    /// <exception cref="UsageException">The folder holds no output that this version reads.</exception>
    public EarlierOutput(string folder)
    {
        try
        {
            _reports = File.OpenRead(Path.Combine(folder, "reports.jsonl"));
            _findings = File.OpenRead(Path.Combine(folder, "findings.jsonl"));
            Output = Open(_reports, _findings);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException or FormatException)
        {
            Dispose();
            throw new UsageException(new Message(
                $"“{folder}”里没有可读的 reports.jsonl 和 findings.jsonl：{error.Message}。--history 应指向以前的输出文件夹。",
                $"“{folder}” has no reports.jsonl and findings.jsonl that can be read: {error.Message}. --history names the folder of an earlier output."));
        }
    }

    public Output Output { get; }

    /// <summary>Records are read back one by one: only the index is kept.</summary>
    public static Output Open(Stream reports, Stream findings) =>
        new(CorpusIndex.Of(reports), entry => ReportRecords.ReadAt(reports, entry.Place), DoubtedCells.Read(findings));

    public void Dispose()
    {
        _reports?.Dispose();
        _findings?.Dispose();
    }
}
