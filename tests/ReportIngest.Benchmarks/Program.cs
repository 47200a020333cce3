using System.CommandLine;
using System.Text;
using ReportIngest.Benchmarks;
using ReportIngest.Benchmarks.Accuracy;
using ReportIngest.Benchmarks.Conservation;
using ReportIngest.Benchmarks.Nights;
using ReportIngest.Benchmarks.Precision;
using ReportIngest.Benchmarks.Speed;
using ReportIngest.Benchmarks.Suites;

Console.OutputEncoding = Encoding.UTF8;
return new RootCommand("Measures ReportIngest on forged reports.")
{
    AccuracyCommand.Create(),
    PrecisionCommand.Create(),
    ConservationCommand.Create(),
    TablesCommand.Create(),
    SpeedCommand.Create(),
    MixedRunCommand.Create(),
    ScaleCommand.Create(),
    CompareCommand.Create(),
    CorpusCommand.Create(),
    LinesCommand.Create(),
    PagesCommand.Create(),
    KillsCommand.Create(),
    YearCommand.Create(),
}.Parse(args).Invoke();
