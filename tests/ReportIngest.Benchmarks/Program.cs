using System.CommandLine;
using System.Text;
using ReportIngest.Benchmarks;
using ReportIngest.Benchmarks.Accuracy;
using ReportIngest.Benchmarks.Conservation;
using ReportIngest.Benchmarks.Precision;
using ReportIngest.Benchmarks.Speed;

Console.OutputEncoding = Encoding.UTF8;
return new RootCommand("Measures ReportIngest on forged reports.") { AccuracyCommand.Create(), PrecisionCommand.Create(), SpeedCommand.Create(), MixedRunCommand.Create(), CorpusCommand.Create(), LinesCommand.Create(), ConservationCommand.Create() }.Parse(args).Invoke();
