using ReportIngest.Forms;

namespace ReportIngest.Tests.Forms;

public sealed class FormCatalogTests
{
    [Theory]
    [InlineData("2021", 200, 42)]
    [InlineData("2019", 198, 40)]
    public void An_edition_has_the_indicators_of_the_schema_and_an_identity_for_each_sum(string edition, int indicators, int identities)
    {
        var form = FormCatalog.Find(edition)!;
        Assert.Equal(indicators, form.Indicators.Length);
        Assert.Equal(identities, form.Identities.Length);
    }

    [Theory]
    [InlineData("2021")]
    [InlineData("2019")]
    public void An_edition_says_word_for_word_what_the_common_schema_says(string edition)
    {
        var schema = File.ReadAllLines(Repository.File($"tests/ReportIngest.Tests/Forms/edition-{edition}.csv")).Skip(1);
        var form = FormCatalog.Find(edition)!.Indicators.Select(indicator => string.Join(',',
            indicator.Code, indicator.Section, indicator.RowLabel, indicator.ColumnLabel,
            indicator.Kind.ToString().ToLowerInvariant(), indicator.Unit));
        Assert.Equal(schema, form);
    }

    [Fact]
    public void A_code_means_the_same_cell_in_both_editions()
    {
        var older = FormCatalog.Edition2019.Indicators.ToDictionary(indicator => indicator.Code);
        foreach (var newer in FormCatalog.Edition2021.Indicators.Where(indicator => indicator.Section > 2))
        {
            if (older.TryGetValue(newer.Code, out var same))
                Assert.Equal((same.RowLabel, same.ColumnLabel), (newer.RowLabel, newer.ColumnLabel));
        }
    }

    [Theory]
    [InlineData("2021")]
    [InlineData("2019")]
    public void An_anchor_stands_in_its_own_label_and_in_no_other(string edition)
    {
        var rows = FormCatalog.Find(edition)!.Grids.SelectMany(grid => grid.Rows).ToList();
        foreach (var row in rows.Where(row => row.Anchor is not null))
            Assert.Equal([row.Key], rows.Where(other => other.Label.Any(label => label.Contains(row.Anchor!, StringComparison.Ordinal))).Select(other => other.Key));
    }
}
