using ReportIngest.Reports;
using ReportIngest.Rosters;

namespace ReportIngest.Tests.Reports;

public sealed class DivisionsTests
{
    [Fact]
    public void Short_codes_come_first_and_no_code_twice()
    {
        var codes = Divisions.All().Select(division => division.Code).ToList();
        Assert.Equal(44690, codes.Count);
        Assert.Equal(codes.Count, codes.Distinct().Count());
        Assert.Equal(codes.OrderBy(code => code.Length).ThenBy(code => code, StringComparer.Ordinal), codes);
    }

    [Fact]
    public void A_unit_is_told_what_it_belongs_to_past_levels_that_are_no_places()
    {
        Assert.Equal(["郏县", "平顶山市", "河南省"], Divisions.UpFrom("410425200").Select(division => division.Name));
        Assert.Equal(["东城区", "北京市"], Divisions.UpFrom("110101001").Select(division => division.Name));
        Assert.Equal(["济源市", "河南省"], Divisions.UpFrom("419001").Select(division => division.Name));
        Assert.Equal(["东莞市", "广东省"], Divisions.UpFrom("441900003").Select(division => division.Name));
        Assert.Empty(Divisions.UpFrom("X1"));
    }

    [Fact]
    public void The_data_are_those_of_the_package()
    {
        var folder = Repository.File("../shared/roster");
        Assert.SkipUnless(Directory.Exists(folder), "the package's data are not at hand");
        var original = new[] { "provinces", "cities", "areas", "streets" }
            .SelectMany(file => File.ReadLines(Path.Combine(folder, file + ".csv")).Skip(1))
            .Select(row => row.Split(',')).ToDictionary(cells => cells[0], cells => cells[1].Trim('"'));
        Assert.All(Divisions.All(), division => Assert.Equal(original[division.Code], division.Name));
        string[] leftOut = ["市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划", "东莞市", "中山市", "儋州市", "嘉峪关市"];
        var kept = Divisions.All().Select(division => division.Code).ToHashSet();
        Assert.All(original.Where(division => !kept.Contains(division.Key)), division => Assert.Contains(division.Value, leftOut));
    }

    [Fact]
    public void A_draft_lists_a_division_and_all_below_it()
    {
        var draft = RosterDraft.Of("410425", null);
        Assert.Equal(16, draft.Length);
        Assert.Equal([("410425", "郏县", "4104"), ("410425001", "龙山街道", "410425")], draft.Take(2).Select(unit => (unit.Code, unit.Name, unit.Parent)));
        Assert.Equal(15, RosterDraft.Of("410425", Level.Township).Length);
        Assert.Empty(RosterDraft.Of("41042", null));
    }

    [Fact]
    public void Zones_and_farms_are_told_from_townships()
    {
        var doubtful = RosterDraft.Of("41", null).Where(RosterDraft.IsLikeATownship).ToList();
        Assert.NotEmpty(doubtful);
        Assert.DoesNotContain(doubtful, unit => unit.Name.EndsWith("街道", StringComparison.Ordinal) || unit.Name.EndsWith('镇'));
    }

    [Fact]
    public void A_draft_is_a_roster_that_can_be_read()
    {
        using var text = new StringWriter();
        RosterDraft.Write(text, RosterDraft.Of("41", null));
        var units = Roster.Read(System.Text.Encoding.UTF8.GetBytes(text.ToString())).Units;
        Assert.Equal(RosterDraft.Of("41", null).Select(unit => (unit.Code, unit.Name, unit.Level, unit.Parent)), units.Select(unit => (unit.Code, unit.Name, unit.Level, unit.Parent)));
    }
}
