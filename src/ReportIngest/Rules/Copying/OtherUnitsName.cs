using System.Text.RegularExpressions;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Copying;

/// <summary>Another unit's name where the reporting unit's own belongs: in the preface, the signature, or as the subject of its own doings.</summary>
internal sealed partial class OtherUnitsName : IRule
{
    public RuleInfo Info { get; } = new("RI402", Category.Copying, Severity.Error, new("出现其他单位名称", "Another unit's name"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        // The title says whose report it is; a unit that only the preface or the signature names has nothing to be held against.
        var own = report.Unit?.Name is { } name && CompactText.Of(report.Title ?? "").Contains(name, StringComparison.Ordinal) ? name : null;
        var places = Places(report).DistinctBy(place => place.Name).ToList();
        return own is null
            ? places.Count == 0 ? [] : [Observation.CannotTell]
            : places.Select(place => NamesAlike.Of(own, place.Name) switch
            {
                true => Observation.Holds,
                false => Observation.Fails(Other(report, own, place)),
                null => Observation.CannotTell,
            });
    }

    private sealed record Place(string Name, Message Where, string Words);

    private static IEnumerable<Place> Places(Report report)
    {
        foreach (var name in Preface.Units(report.Preface)) yield return new Place(name, new("前言", "The preface"), name);
        if (report.Signatory is { } signatory) yield return new Place(signatory, new("落款", "The signature"), signatory);
        // A government speaks of its departments and townships, a department of all others: only a township and a county have no other of their kind to speak of.
        var subjects = report.Unit?.Level switch { Level.Township => Township(), Level.County => County(), _ => null };
        if (subjects is null) yield break;
        foreach (var section in report.Sections)
        {
            var text = "\n" + section.Text; // so that each opening has a sign before it
            foreach (Match match in subjects.Matches(text))
                yield return new Place(match.Groups["name"].Value, new($"第{Forms.Number.Zh(section.Number)}部分", $"Section {Forms.Number.En(section.Number)}"), ReportText.Sentence(text, match.Groups["name"]));
        }
    }

    private Finding Other(Report report, string own, Place place) => Finding.Of(
        Info,
        report,
        new Message(
            $"本报告是“{own}”的，{place.Where.Zh}写的却是“{place.Name}”{(place.Words == place.Name ? "" : $"：“{place.Words}”")}。疑为套用其他单位的文字，请改正并核对其余内容。",
            $"This is the report of {own}. {place.Where.En} names “{place.Name}”{(place.Words == place.Name ? "" : $": “{place.Words}”")}. The text seems to be another unit's; correct it and check the rest.")) with
    { Part = place.Name };

    private const string Opening = "[。；\\n]\\s*(?:20[0-9]{2}年度?[，,]?|一年来[，,]|全年[，,]?|今年[，,]?)?";

    private const string Doing = "(?=坚持|认真|严格|高度|切实|紧紧|紧扣|积极|始终|以习近平|以公开|共收到|共受理|共主动|共发布|未收到|没有收到|主动公开|深入|全面|持续|围绕|贯彻|收到|受理)";

    [GeneratedRegex(Opening + "(?<name>\\p{Lo}{2,8}?(?:乡|镇|街道))(?:人民政府|政府|党委|党工委|办事处)*" + Doing, RegexOptions.ExplicitCapture)]
    private static partial Regex Township();

    [GeneratedRegex(Opening + "(?<name>\\p{Lo}{2,8}?[县旗区])(?:人民政府|政府|县委|区委|党委|委)*" + Doing, RegexOptions.ExplicitCapture)]
    private static partial Regex County();
}
