using System.Text;
using ReportIngest.Reports;
using ReportIngest.Rules;

namespace ReportIngest.Tests.Rules;

public sealed class SuppressionsTests
{
    private static readonly DateOnly Today = new(2026, 6, 1);

    private static readonly Finding Total = new(
        RuleCatalog.Find("RI103")!, new Subject("id", "a.html", "410425200", "郏县王集乡人民政府", 2024), new Message("不符", "wrong"), ["requests.new.total"], []);

    [Theory]
    [InlineData("""{"rule":"RI103","unit":"410425200","reason":"r","who":"w"}""", true)]
    [InlineData("""{"rule":"RI103","unit":"郏县王集乡","year":2024,"reason":"r","who":"w"}""", true)]
    [InlineData("""{"rule":"RI103","unit":"郏县王集乡人民政府","year":2024,"reason":"r","who":"w","until":"2026-06-01","fingerprint":null}""", true)]
    [InlineData("""{"rule":"RI103","fingerprint":"abc","reason":"r","who":"w"}""", true)]
    [InlineData("""{"rule":"RI103","unit":"王集乡","reason":"r","who":"w"}""", false)]
    [InlineData("""{"rule":"RI102","unit":"410425200","reason":"r","who":"w"}""", false)]
    [InlineData("""{"rule":"RI103","unit":"410425200","year":2023,"reason":"r","who":"w"}""", false)]
    [InlineData("""{"rule":"RI103","unit":"410425200","fingerprint":"abd","reason":"r","who":"w"}""", false)]
    [InlineData("""{"rule":"RI103","unit":"410425200","reason":"r","who":"w","until":"2026-05-31"}""", false)]
    public void An_entry_counts_for_its_rule_unit_year_and_fingerprint_until_its_day(string line, bool counts) =>
        Assert.Equal(counts, Read(line).Of(Total, "abc") is not null);

    [Fact]
    public void An_entry_that_did_nothing_is_told_with_the_reason()
    {
        var suppressions = Read("""
            {"rule":"RI103","unit":"410425200","reason":"r","who":"w"}

            {"rule":"RI104","unit":"410425200","reason":"r","who":"w"}
            {"rule":"RI103","unit":"410425200","reason":"r","who":"w","until":"2020-01-01"}
            """);
        suppressions.Of(Total, "abc");
        Assert.Equal([(3, Staleness.Unmatched), (4, Staleness.Expired)], suppressions.Stale.Select(stale => (stale.Entry.Line, stale.Why)));
    }

    [Theory]
    [InlineData("RI103", "it is no JSON object.")]
    [InlineData("[]", "it is no JSON object.")]
    [InlineData("""{"rule":"RI103","unit":"x","reason":"r"}""", "who is missing.")]
    [InlineData("""{"rule":"RI103","unit":"x","who":"w","reason":""}""", "reason is a text.")]
    [InlineData("""{"rule":"RI103","reason":"r","who":"w"}""", "name a unit or a fingerprint: a rule is not switched off for everybody like this.")]
    [InlineData("""{"rule":"RI999","unit":"x","reason":"r","who":"w"}""", "there is no rule “RI999”.")]
    [InlineData("""{"rule":"RI103","unit":"x","reason":"r","who":"w","untill":"2026-01-01"}""", "there is no key “untill”; there is rule, unit, year, reason, who, until, fingerprint.")]
    [InlineData("""{"rule":"RI103","unit":"x","reason":"r","who":"w","until":"2026"}""", "until is a day, such as 2026-12-31.")]
    [InlineData("""{"rule":"RI103","unit":"x","reason":"r","who":"w","year":"2024"}""", "year is a number, such as 2024.")]
    public void A_line_that_is_no_entry_is_refused_with_one_sentence(string line, string sentence) =>
        Assert.Equal("Line 2 of the suppression file: " + sentence, Assert.Throws<SuppressionException>(() => Read("\n" + line)).Sentence.En);

    private static Suppressions Read(string text) => Suppressions.Read(Encoding.UTF8.GetBytes(text), Today);
}
