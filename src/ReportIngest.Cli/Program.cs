using System.Text;
using ReportIngest.Cli;
using ReportIngest.Cli.Isolation;

// Before all else: a worker speaks no language and is to be ready soon.
if (args is [Worker.Command]) return Worker.Run();

// UTF-8 whatever the console's code page: results are piped into files and other programs.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return CommandLine.Run(args, new Streams(Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected));
