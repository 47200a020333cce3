using CsCheck;
using ReportIngest.Cli.Ingesting;

namespace ReportIngest.Tests.Cli.Ingesting;

public sealed class FileListTests
{
    /// <summary>Letters that sort otherwise as UTF-8, and such as stand before and behind the slash.</summary>
    private static readonly string[] Parts = ["a", "a.b", "a-", "b", "年报", "\uFFFD", "\U00020000", "Z"];

    private static readonly Gen<string> Names = Gen.Int[0, Parts.Length - 1].Array[1, 2].Select(parts => string.Concat(parts.Select(part => Parts[part])));

    private static readonly Gen<string> Folders = Names.Array[0, 2].Select(names => string.Concat(names.Select(name => name + "/")));

    [Fact]
    public void Files_come_by_path_and_each_once_under_the_first_of_its_spellings() => Gen.Select(Folders, Names).Array[0, 30].Select(Gen.Int[1, 3]).Sample((files, roots) =>
    {
        var list = new FileList();
        var expected = new Dictionary<string, string>();
        foreach (var (root, prefix) in ((string[])["in/", "../x/in/", "/x/in/"]).Take(roots).Index())
        {
            list.AddRoot(prefix, "/x/in");
            foreach (var folder in files.GroupBy(file => file.Item1))
            {
                var number = list.AddFolder(root, folder.Key);
                foreach (var name in folder.Select(file => file.Item2).Distinct())
                {
                    list.Add(number, name);
                    Expect(prefix + folder.Key + name, "/x/in/" + folder.Key + name);
                }
            }
        }
        list.Add(new InputFile("other", "/x/in/a"));
        Expect("other", "/x/in/a");
        list.Finish();

        Assert.Equal(
            expected.OrderBy(file => file.Value, StringComparer.Ordinal).Select(file => (file.Value, file.Key)),
            list.Select(file => (file.Path, file.FullPath.Replace('\\', '/'))));

        void Expect(string path, string full)
        {
            if (!expected.TryGetValue(full, out var known) || string.CompareOrdinal(path, known) < 0) expected[full] = path;
        }
    }, iter: 100);

    [Fact]
    public void A_name_of_any_length_is_found_again() => Gen.Char.Array[0, 20_000].Select(letters => new string(letters)).Array[0, 8].Sample(names =>
    {
        var packed = new PackedNames();
        var places = names.Append(new string('长', 100_000)).Append("end").Select(name => (name, Place: packed.Add(name))).ToList();
        Assert.All(places, place => Assert.Equal(place.name, packed[place.Place].ToString()));
    }, iter: 20);
}
