using System.Runtime.CompilerServices;

namespace ReportIngest.Tests.Readme;

public sealed class LibraryExampleTests
{
    [Fact]
    public void The_README_shows_the_example_that_is_compiled_here()
    {
        const string Mark = "// README\n";
        var source = File.ReadAllText(Here()).ReplaceLineEndings("\n").Split(Mark)[1];
        var lines = source.Split('\n').Select(line => line.StartsWith("        ", StringComparison.Ordinal) ? line[8..] : line);
        Assert.Contains($"```csharp\nusing ReportIngest;\nusing ReportIngest.Reading;\n\n{string.Join('\n', lines).TrimEnd()}\n```", File.ReadAllText(Repository.File("README.md")).ReplaceLineEndings("\n"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_example_of_the_README_prints_unit_cells_and_findings()
    {
        using var output = new StringWriter { NewLine = "\n" };
        LibraryExample.Run(Repository.File("corpus/2023-qingyuan/source.pdf"), output);
        var lines = output.ToString().Split('\n');
        Assert.Equal("大王区清源乡人民政府 2023, edition 2021", lines[0]);
        Assert.Matches("^requests\\.new\\.total Reported [0-9]+ [0-9]+$", Assert.Single(lines, line => line.StartsWith("requests.new.total ", StringComparison.Ordinal)));
        Assert.Contains(lines, line => line.StartsWith("RI102 ", StringComparison.Ordinal));
    }

    private static string Here([CallerFilePath] string path = "") => Path.Combine(Path.GetDirectoryName(path)!, "LibraryExample.cs");
}
