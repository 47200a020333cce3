using ReportIngest.Reading;

namespace ReportIngest.Tests.Readme;

/// <summary>The example of the README, compiled and run as it stands there.</summary>
internal static class LibraryExample
{
    public static void Run(string path, TextWriter output)
    {
        // README
        var bytes = File.ReadAllBytes(path);
        var ingested = Pipeline.Ingest(bytes, Source.Of(path, bytes), Limits.Default);
        if (ingested.Report is { } report)
        {
            output.WriteLine($"{report.Unit?.Name} {report.Year}, edition {report.Edition}");
            foreach (var field in report.Fields)
                output.WriteLine($"{field.Indicator.Code} {field.Value.State} {field.Value.Number} {field.At?.Page}");
        }
        foreach (var finding in ingested.Findings)
            output.WriteLine($"{finding.Rule.Id} {finding.Message.En}");
        // README
    }
}
