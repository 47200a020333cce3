using System.Collections.Immutable;
using System.Text;

namespace ReportIngest.Sinks.Export;

/// <summary>The files that describe a folder of tables: what lies in it, what every column means, how to load it.</summary>
public static class PackageFiles
{
    public const string Readme = "README.md";

    private const string CodebookPage = "codebook.md";

    public static ImmutableArray<string> Names { get; } = [Readme, CodebookPage, DataPackage.FileName, .. JsonSchemas.Names];

    /// <param name="create">Makes a file by its name.</param>
    public static void Write(Func<string, Stream> create, PackageContents contents)
    {
        using (var package = create(DataPackage.FileName)) DataPackage.Write(package, contents);
        WriteText(create, Readme, text => PackageReadme.Write(text, contents));
        WriteText(create, CodebookPage, text => Export.CodebookPage.Write(text, contents.Options));
        foreach (var name in JsonSchemas.Names)
        {
            using var schema = JsonSchemas.Open(name);
            using var file = create(name);
            schema.CopyTo(file);
        }
    }

    private static void WriteText(Func<string, Stream> create, string name, Action<TextWriter> write)
    {
        using var text = new StreamWriter(create(name), new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { NewLine = "\n" };
        write(text);
    }
}
