using System.Text.RegularExpressions;

namespace ReportIngest.Tests;

public sealed partial class FolderTests
{
    /// <summary>The way of a report through the library. Two folders of one step may name each other: a form is found by reading cells, and a roster is judged by rules.</summary>
    private static readonly string[][] Steps = [["Documents"], ["Reading"], ["Forms", "Reports"], ["Corpus"], ["Rosters", "Rules"], ["Outputs"], ["Sinks"]];

    public static TheoryData<string> Folders => [.. Steps.SelectMany(step => step)];

    [Theory]
    [MemberData(nameof(Folders))]
    public void A_folder_names_no_folder_behind_it(string folder)
    {
        var step = Array.FindIndex(Steps, step => step.Contains(folder));
        var behind = Steps.Skip(step + 1).SelectMany(later => later).ToList();
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Library, folder), "*.cs", SearchOption.AllDirectories))
        {
            var named = NamespaceName().Matches(File.ReadAllText(file)).Select(match => match.Groups["folder"].Value);
            Assert.Empty(named.Intersect(behind).Select(name => $"{file} names {name}"));
        }
    }

    [Fact]
    public void Every_folder_of_the_library_is_a_step_of_the_way() =>
        Assert.Equal(Steps.SelectMany(step => step).Order(StringComparer.Ordinal), Directory.EnumerateDirectories(Library).Select(path => Path.GetFileName(path)).Order(StringComparer.Ordinal));

    private static string Library { get; } = Repository.File("src/ReportIngest");

    /// <summary>In a <c>using</c>, or before a type's name.</summary>
    [GeneratedRegex(@"\bReportIngest\.(?<folder>[A-Z]\w+)|(?<=[^\w.""])(?<folder>Sinks|Outputs|Rules|Rosters|Corpus|Reports|Forms|Reading)\.(?=[A-Z])", RegexOptions.ExplicitCapture)]
    private static partial Regex NamespaceName();
}
