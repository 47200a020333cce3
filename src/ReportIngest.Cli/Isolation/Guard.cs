using System.ComponentModel;
using System.Diagnostics;
using ReportIngest.Cli.Configuring;
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
        var limits = LimitsOf(args);
        Process process;
        try
        {
            process = Process.Start(OwnProgram.Invocation([Command, .. args], limits.MemoryBytes))!;
        }
        catch (Exception error) when (error is Win32Exception or IOException)
        {
            return run(args);
        }
        using (process)
        {
            var lastWords = Forward(process, Console.Error);
            process.WaitForExit();
            if (IsCode(process.ExitCode)) return process.ExitCode;
            Console.Error.WriteLine(Deaths.Of(lastWords, process.ExitCode, limits).Sentence.In(Languages.Of(args, Environment.GetEnvironmentVariable)));
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
        FileThread.WatchMemory();
        var code = ExitCode.Done;
        FileThread.Start(() => code = run(args)).Join();
        return code;
    }

    /// <summary>Passes on what the program says, up to what the runtime says when it dies: that is a stack of thousands of lines.</summary>
    /// <returns>The first line of those; empty where there are none.</returns>
    private static string Forward(Process process, TextWriter to)
    {
        while (process.StandardError.ReadLine() is { } line)
        {
            if (Deaths.AreLastWords(line))
            {
                if (Deaths.IsOverflow(line)) process.Kill();
                process.StandardError.ReadToEnd();
                return line;
            }
            to.WriteLine(line);
        }
        return "";
    }

    /// <summary>Those of the configuration, whose memory has to be known when the process starts. What is wrong with it the second process says.</summary>
    public static Limits LimitsOf(string[] args)
    {
        const string option = "--config";
        try
        {
            for (var i = 0; i < args.Length; i++)
            {
                if (args[i] == option && i + 1 < args.Length) return ConfigurationFile.Read(args[i + 1]).Limits;
                if (args[i].StartsWith(option, StringComparison.Ordinal) && args[i].AsSpan(option.Length) is ['=' or ':', ..]) return ConfigurationFile.Read(args[i][(option.Length + 1)..]).Limits;
            }
        }
        catch (UsageException)
        {
            // as without one
        }
        return Limits.Default;
    }

    private static bool IsCode(int code) => code is >= ExitCode.Done and <= ExitCode.SomeUnreadable or ExitCode.Interrupted;

    /// <summary>The first word that is no option and no option's value: all but <c>--lang</c> of the options before a command are switches.</summary>
    private static string? CommandOf(string[] args) => args.Where((arg, i) => !arg.StartsWith('-') && (i == 0 || args[i - 1] != "--lang")).FirstOrDefault();
}
