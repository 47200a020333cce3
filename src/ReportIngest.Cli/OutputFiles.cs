using ReportIngest.Corpus;
using ReportIngest.Outputs;

namespace ReportIngest.Cli;

/// <summary>The output of an earlier run in a folder.</summary>
internal static class OutputFiles
{
    /// <param name="option">Which option named the folder, for the error's sentence.</param>
    /// <exception cref="UsageException">The folder holds no output of this program.</exception>
    public static IngestOutput Open(string folder, string option, CancellationToken stop = default)
    {
        foreach (var name in (string[])[IngestOutput.ReportsName, IngestOutput.FindingsName])
        {
            try
            {
                File.OpenRead(Path.Combine(folder, name)).Dispose();
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                throw new UsageException(
                    $"“{folder}”里没有可读的 {name}。{option} 应指向以前的输出文件夹。", $"“{folder}” has no {name} that can be read. {option} names the folder of an earlier output.");
            }
        }
        return new IngestOutput(name => Path.Combine(folder, name) is var path && File.Exists(path) ? File.OpenRead(path) : null, stop);
    }

    /// <summary>What to say where a line of the output turns out to be none of ours.</summary>
    public static UsageException Damaged(string folder, string option, OutputFormatException error) => new(new Message(
        $"“{folder}”里的文件不是本程序的输出，或已损坏（{error.What.Zh}）：{option} 应指向以前的输出文件夹。",
        $"The files in “{folder}” are none of this program's, or damaged ({error.What.En}): {option} names the folder of an earlier output."));

    /// <summary>The record of the run is none.</summary>
    public static OutputFormatException NoRun(Exception error) => new(new Message("run.json 不是 reportingest.run/1", "run.json is no reportingest.run/1"), error);
}
