using ReportIngest.Reports;

namespace ReportIngest.Rules.Copying;

/// <summary>Another unit's name where the reporting unit's own belongs: in the preface, the signature, as whom to ask, or as the subject of its own doings.</summary>
internal sealed class OtherUnitsName : IRule
{
    public RuleInfo Info { get; } = new("RI402", Category.Copying, Severity.Error, new("出现其他单位名称", "Another unit's name"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        // The title says whose report it is; a unit that only the preface or the signature names has nothing to be held against.
        var own = report.Unit?.Name is { } name && CompactText.Of(report.Title ?? "").Contains(name, StringComparison.Ordinal) ? name : null;
        var places = NamedPlaces.Of(report).GroupBy(place => place.Name).ToList();
        return own is null
            ? places.Count == 0 ? [] : [Observation.CannotTell]
            : places.Select(named => NamesAlike.Of(own, named.Key, named.Any(place => place.IsOwnPlan)) switch
            {
                true => Observation.Holds,
                false when named.FirstOrDefault(place => (!place.IsCommon || named.Skip(1).Any()) && !Neighbour.IsTold(own, place.Told)) is { } place => Observation.Fails(Other(report, own, place)),
                _ => Observation.CannotTell,
            });
    }

    private Finding Other(Report report, string own, NamedPlace place)
    {
        var where = place.Where();
        return Finding.Of(
            Info,
            report,
            new Message(
                $"本报告是“{own}”的，{where.Zh}写的却是“{place.Name}”{(place.Words == place.Name ? "" : $"：“{place.Words}”")}。疑为套用其他单位的文字，请改正并核对其余内容。",
                $"This is the report of {own}, but {where.En} names “{place.Name}”{(place.Words == place.Name ? "" : $": “{place.Words}”")}. The text seems to be another unit's; correct it and check the rest.")) with
        { Part = place.Name };
    }
}
