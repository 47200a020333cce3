using System.CommandLine;

namespace ReportIngest.Benchmarks.Nights;

/// <summary>Writes a folder of forged pages and a configuration beside it, to measure runs of <c>refresh</c>.</summary>
internal static class PagesCommand
{
    public static Command Create()
    {
        var documents = new Option<int>("--documents") { Description = "How many.", DefaultValueFactory = _ => 100_000 };
        var output = new Option<string>("--out") { Description = "Folder to write to.", Required = true };
        var command = new Command("pages", "Write forged pages and a configuration for refresh.") { documents, output };
        command.SetAction(result =>
        {
            var folder = Directory.CreateDirectory(result.GetValue(output)!).FullName;
            SourceFolder.Apply(Path.Combine(folder, "in"), 0, new SourceFolder(new ForgedPages(), result.GetValue(documents), seed: 1).Begin());
            File.WriteAllText(Path.Combine(folder, "reportingest.toml"), "[store]\nfolder = \"store\"\npublish = \"out\"\n[[source]]\nname = \"in\"\nfolder = \"in\"\n");
            return 0;
        });
        return command;
    }
}
