using ReportIngest.Forge.Injections;

namespace ReportIngest.Tests.Forge;

public sealed class InjectionTests
{
    public static IEnumerable<TheoryDataRow<string>> Rules() => InjectionCatalog.All.Select(injection => new TheoryDataRow<string>(injection.Rule));

    [Theory]
    [MemberData(nameof(Rules))]
    public void The_same_seed_gives_the_same_files(string rule)
    {
        var injection = InjectionCatalog.All.Single(injection => injection.Rule == rule);
        var (one, other) = (injection.Draw(5), injection.Draw(5));
        Assert.Equal(one.Accused, other.Accused);
        Assert.Equal(one.Files.Select(file => (file.Path, Convert.ToHexString(file.Bytes))), other.Files.Select(file => (file.Path, Convert.ToHexString(file.Bytes))));
    }
}
