using System.Text;
using ReportIngest.Cli;
using ReportIngest.Cli.Isolation;

// Before all else: a worker speaks no language and is to be ready soon.
if (args is [Worker.Command]) return Worker.Run();

// UTF-8 whatever the console's code page: results are piped into files and other programs.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Console.SetError(new LastingWriter(Console.Error));
if (args is [Guard.Command, .. var guarded]) return Guard.Serve(guarded, Run);
return Guard.Watches(args) ? Guard.Run(args, Run) : Run(args);

static int Run(string[] args) => CommandLine.Run(args, new Streams(Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected));
