using System.Text;
using ReportIngest.Rosters;

namespace ReportIngest.Tests.Rosters;

public sealed class RosterNamesTests
{
    private const string County = """
        code,name,level,parent,aliases
        410425,郏县,county,4104,
        410425200,王集乡,township,410425,
        410425002,东城街道,township,410425,
        D1,教育局,department,410425,郏县教育体育局;县教体局
        D2,郏县卫生健康委员会,department,410425,
        D3,县政府办公室,department,410425,郏县人民政府办公室
        """;

    [Theory]
    [InlineData("王集乡", "410425200")]
    [InlineData("王集乡人民政府", "410425200")]
    [InlineData("郏县王集乡人民政府", "410425200")]
    [InlineData("郟縣王集鄉人民政府", "410425200")]
    [InlineData("平顶山市郏县王集乡政府", "410425200")]
    [InlineData("河南省平顶山市郏县 王集乡 人民政府", "410425200")]
    [InlineData("郏县人民政府东城街道办事处", "410425002")]
    [InlineData("东城办事处", "410425002")]
    [InlineData("郏县人民政府", "410425")]
    [InlineData("河南省郏县", "410425")]
    [InlineData("郏县教育局", "D1")]
    [InlineData("郏县教育体育局", "D1")]
    [InlineData("县教体局", "D1")]
    [InlineData("卫生健康委", "D2")]
    [InlineData("平顶山市郏县卫生健康委员会", "D2")]
    [InlineData("郏县人民政府办公室", "D3")]
    public void A_unit_is_found_by_its_name_an_alias_or_with_what_it_belongs_to(string printed, string code) => Assert.Equal(code, Match(County, printed).Unit?.Code);

    [Theory]
    [InlineData("宝丰县王集乡人民政府")]
    [InlineData("平顶山市王集乡人民政府")]
    [InlineData("平顶山市教育局")]
    [InlineData("河南省教育局")]
    [InlineData("郏县公安局")]
    [InlineData("郏县王集乡财政所")]
    [InlineData("郏县驻北京办事处")]
    [InlineData("县")]
    public void Another_place_or_another_office_is_nobody_of_the_roster(string printed)
    {
        var match = Match(County, printed);
        Assert.Null(match.Unit);
        Assert.Empty(match.Candidates);
    }

    [Fact]
    public void The_same_name_of_another_place_is_told() =>
        Assert.Equal("410425200", Assert.Single(Match(County, "宝丰县王集乡人民政府").Elsewhere).Code);

    [Fact]
    public void Where_two_fit_none_is_taken_and_both_are_named()
    {
        const string two = "code,name,parent\n410425,郏县,\n410421,宝丰县,\n1,城关镇,410425\n2,城关镇,410421";
        Assert.Equal(["1", "2"], Match(two, "城关镇人民政府").Candidates.Select(unit => unit.Code));
        Assert.Equal("2", Match(two, "宝丰县城关镇人民政府").Unit?.Code);
        Assert.Equal("1", Match(two, "平顶山市郏县城关镇人民政府").Unit?.Code);
    }

    [Fact]
    public void Of_two_that_fit_the_one_of_the_reports_year_is_meant()
    {
        const string merged = "code,name,valid_from,valid_to\n1,王集乡,,2021\n2,王集乡,2022,";
        Assert.Equal(["1", "1", "2"], new[] { 2020, 2021, 2022 }.Select(year => Match(merged, "王集乡人民政府", year).Unit?.Code));
        Assert.Equal(2, Match(merged, "王集乡人民政府").Candidates.Length);
    }

    [Fact]
    public void Old_and_new_name_are_one_unit_in_every_year()
    {
        const string renamed = "code,name,valid_from,valid_to\n1,王集乡,,2021\n1,王集镇,2022,";
        Assert.All(new[] { 2020, 2021, 2022 }, year => Assert.Equal(["1", "1"], [Match(renamed, "王集乡", year).Unit?.Code, Match(renamed, "王集镇", year).Unit?.Code]));
    }

    [Fact]
    public void Without_parents_and_division_codes_only_the_whole_name_is_the_unit()
    {
        const string bare = "code,name\nA,王集乡";
        Assert.Equal(["A", null], new[] { "王集乡人民政府", "郏县王集乡人民政府" }.Select(name => Match(bare, name).Unit?.Code));
    }

    [Theory]
    [InlineData("青河县柳溪镇人民政府", "A")]
    [InlineData("柳溪镇人民政府", "A")]
    [InlineData("青山市青河县柳溪镇", "A")]
    [InlineData("安平县柳溪镇人民政府", null)]
    [InlineData("青山市柳溪镇人民政府", null)]
    [InlineData("青河县东城街道办事处", "B")]
    [InlineData("教育局", "C")]
    [InlineData("青河县民政局", null)]
    [InlineData("青河县白鹤乡", "410425201")]
    public void A_full_name_without_a_parent_and_a_row_whose_code_begins_the_units_tell_what_it_belongs_to(string printed, string? code) => Assert.Equal(code, Match("""
        code,name
        A,青山市青河县柳溪镇人民政府
        B,青山市青河县东城街道办事处
        C,青河县教育局
        410425,青河县
        410425201,白鹤乡
        """, printed).Unit?.Code);

    [Fact]
    public void Codes_of_divisions_tell_what_a_unit_belongs_to()
    {
        const string codes = "code,name\n410425200,王集乡\n410425203000,白庙乡";
        Assert.Equal(["410425200", "410425203000"], new[] { "郏县王集乡人民政府", "平顶山市郏县白庙乡" }.Select(name => Match(codes, name).Unit?.Code));
    }

    private static UnitMatch Match(string roster, string printed, int? year = null) =>
        new RosterNames(Roster.Read(Encoding.UTF8.GetBytes(roster))).Match(printed, year);
}
