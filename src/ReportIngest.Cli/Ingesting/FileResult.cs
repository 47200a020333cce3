using ReportIngest.Reading;
using ReportIngest.Rules.Extraction;

namespace ReportIngest.Cli.Ingesting;

/// <summary>What came of one input file, and what it cost.</summary>
/// <param name="Bug">An error of this program that the file brought out; the file then counts as unreadable and the run goes on.</param>
internal sealed record FileResult(InputFile File, Ingested Ingested, TimeSpan Reading, TimeSpan Ingesting, Exception? Bug = null);

/// <summary>Reads one file and sends it down the pipeline. What cannot be read becomes a finding, whatever the reason.</summary>
internal static class FileIngestion
{
    public static FileResult Run(InputFile file, Limits limits)
    {
        var start = TimeProvider.System.GetTimestamp();
        byte[] bytes;
        try
        {
            bytes = FileBytes.Read(file, limits);
        }
        catch (UnreadableException reason)
        {
            var unreadable = FileUnreadable.Finding(new Source(file.Path, "", 0), reason);
            return new FileResult(file, Without(unreadable), TimeProvider.System.GetElapsedTime(start), TimeSpan.Zero);
        }
        var reading = TimeProvider.System.GetElapsedTime(start);

        start = TimeProvider.System.GetTimestamp();
        var source = Source.Of(file.Path, bytes);
        try
        {
            return new FileResult(file, Pipeline.Ingest(bytes, source, limits), reading, TimeProvider.System.GetElapsedTime(start));
        }
        catch (Exception bug)
        {
            var reason = new UnreadableException(UnreadableReason.Damaged, new Message(
                "读取时程序出错（不是文件的问题），请报告给本程序的维护者。",
                "This program failed on the file; please tell its maintainers."));
            var finding = FileUnreadable.Finding(source, reason);
            return new FileResult(file, Without(finding), reading, TimeProvider.System.GetElapsedTime(start), bug);
        }

        Ingested Without(Rules.Finding finding) => new(new Source(file.Path, "", 0), null, null, [finding], []);
    }
}
