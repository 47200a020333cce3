using System.Text;
using ReportIngest.Cli;

// UTF-8 whatever the console's code page: results are piped into files and other programs.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return CommandLine.Run(args, new Streams(Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected));
