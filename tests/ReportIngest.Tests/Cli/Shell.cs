using ReportIngest.Cli;

namespace ReportIngest.Tests.Cli;

/// <summary>A folder of its own, and the program called in it as from a shell without a terminal.</summary>
internal sealed class Shell : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("reportingest-test-").FullName;

    public static Run Call(params string[] args)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(args, new Streams(output, error, OutIsTerminal: false, ErrorIsTerminal: false), _ => null);
        return new Run(code, output.ToString(), error.ToString());
    }

    /// <summary>Writes a file below the folder and gives its path.</summary>
    public string Write(string name, string text) => Write(name, System.Text.Encoding.UTF8.GetBytes(text));

    public string Write(string name, byte[] bytes)
    {
        var path = Path(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, bytes);
        return path;
    }

    public string Path(string name) => System.IO.Path.Combine(Folder, name);

    public string Read(string name) => File.ReadAllText(Path(name));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}

internal sealed record Run(int Code, string Out, string Error);
