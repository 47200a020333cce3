using System.CommandLine;
using System.Text;
using ReportIngest.Benchmarks;
using ReportIngest.Benchmarks.Accuracy;

Console.OutputEncoding = Encoding.UTF8;
return new RootCommand("Measures ReportIngest on forged reports.") { AccuracyCommand.Create(), CorpusCommand.Create() }.Parse(args).Invoke();
