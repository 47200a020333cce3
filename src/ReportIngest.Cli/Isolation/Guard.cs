using System.ComponentModel;
using System.Diagnostics;
using ReportIngest.Reading;

namespace ReportIngest.Cli.Isolation;

/// <summary>
/// Commands that look at one file run in a second process, which may die of it: its person then gets a sentence in place of the runtime's stack.
/// The second process writes to the same standard output, so that a terminal stays one.
/// </summary>
internal static class Guard
{
    /// <summary>The command by which the program is the second process. It is for the program itself.</summary>
    public const string Command = "guarded";

    public static bool Watches(string[] args) => CommandOf(args) is "explain" or "tables" or "locate";

    /// <param name="run">The command in this process, for a system that lets us start no other.</param>
    public static int Run(string[] args, Func<string[], int> run)
    {
        Process process;
        try
        {
            // A configuration may raise the ceiling, and is read in the second process only.
            var isConfigured = args.Any(arg => arg == "--config" || arg.StartsWith("--config=", StringComparison.Ordinal));
            var start = OwnProgram.Invocation([Command, .. args], Limits.Default.MemoryBytes);
            if (isConfigured) start.Environment.Remove("DOTNET_GCHeapHardLimit");
            process = Process.Start(start)!;
        }
        catch (Exception error) when (error is Win32Exception or IOException)
        {
            return run(args);
        }
        using (process)
        {
            var lastWords = Forward(process.StandardError, Console.Error);
            process.WaitForExit();
            if (IsCode(process.ExitCode)) return process.ExitCode;
            Console.Error.WriteLine(Deaths.Of(lastWords, process.ExitCode, Limits.Default).Sentence.In(Languages.Of(args, Environment.GetEnvironmentVariable)));
            return ExitCode.SomeUnreadable;
        }
    }

    /// <summary>In the second process. The end of its input, also when the first was killed, is its end.</summary>
    public static int Serve(string[] args, Func<string[], int> run)
    {
        var input = Console.OpenStandardInput();
        new Thread(() =>
        {
            while (input.ReadByte() >= 0)
            {
                // nothing is said to it
            }
            Environment.Exit(ExitCode.Interrupted);
        }) { IsBackground = true }.Start();
        return FileThread.Run(() => run(args));
    }

    /// <summary>Passes on what the program says, up to what the runtime says when it dies: that is a stack of thousands of lines.</summary>
    /// <returns>The first line of those; empty where there are none.</returns>
    private static string Forward(StreamReader from, TextWriter to)
    {
        while (from.ReadLine() is { } line)
        {
            if (Deaths.AreLastWords(line))
            {
                from.ReadToEnd();
                return line;
            }
            to.WriteLine(line);
        }
        return "";
    }

    private static bool IsCode(int code) => code is >= ExitCode.Done and <= ExitCode.SomeUnreadable or ExitCode.Interrupted;

    /// <summary>The first word that is no option and no option's value: all but <c>--lang</c> of the options before a command are switches.</summary>
    private static string? CommandOf(string[] args) => args.Where((arg, i) => !arg.StartsWith('-') && (i == 0 || args[i - 1] != "--lang")).FirstOrDefault();
}
