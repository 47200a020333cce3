using ReportIngest.Rules;

namespace ReportIngest.Tests.Rules;

public sealed class ConventionTests
{
    [Fact]
    public void Every_rule_of_the_assembly_is_in_the_catalogue()
    {
        var written = typeof(IRule).Assembly.GetTypes().Where(type => type.IsClass && typeof(IRule).IsAssignableFrom(type));
        Assert.Equal(
            written.Select(type => type.Name).Order(StringComparer.Ordinal),
            RuleCatalog.ReportRules.Select(rule => rule.GetType().Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_page_belongs_to_a_rule_and_every_rule_has_a_page()
    {
        var pages = typeof(IRule).Assembly.GetManifestResourceNames().Where(name => name.StartsWith("rules/", StringComparison.Ordinal));
        Assert.Equal(RuleCatalog.All.Select(rule => $"rules/{rule.Id}.md"), pages.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_catalogue_is_ordered_by_id_and_names_none_twice()
    {
        var ids = RuleCatalog.All.Select(rule => rule.Id).ToList();
        Assert.Equal(ids.Distinct().Order(StringComparer.Ordinal), ids);
    }
}
