using System.Text.RegularExpressions;
using ReportIngest.Forms;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Value;

/// <summary>规章 reported by a body that cannot make any: a township, a county, or a county's department.</summary>
internal sealed partial class RulesWithoutPower : IRule
{
    public RuleInfo Info { get; } = new("RI208", Category.Value, Severity.Warning, new("无权制定规章的机关填报了规章", "Rules reported by a body that cannot make rules"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        var cells = report.Fields.Where(field => field.Indicator.Row.Key == "proactive.regulation").ToList();
        if (cells.Count == 0) return [];
        var filled = cells.Where(field => field.Value.Number is > 0 and var number && decimal.IsInteger(number)).ToList(); // a fraction is RI202's
        if (filled.Count == 0) return [cells.Exists(field => field.Value.State is CellState.Missing or CellState.Unreadable) ? Observation.CannotTell : Observation.Holds];
        return [MayMakeRules(report.Unit) switch { true => Observation.Holds, false => Observation.Fails(NoPower(report, filled)), null => Observation.CannotTell }];
    }

    /// <summary>Ministries, provinces and cities with districts make rules (立法法 第九十一、九十三条); a department's place tells only where it is a county.</summary>
    private static bool? MayMakeRules(UnitName? unit) => unit?.Level switch
    {
        Level.National or Level.Province or Level.City => true,
        Level.County or Level.Township => false,
        Level.Department when County().IsMatch(unit.Name) => false,
        _ => null,
    };

    private Finding NoPower(Report report, List<Field> filled)
    {
        var cells = string.Join('、', filled.Select(field => $"{Words.Column(field.Indicator)} {Words.Number(field.Value.Number!.Value)}"));
        var codes = string.Join(", ", filled.Select(field => $"{field.Indicator.Code} {Words.Number(field.Value.Number!.Value)}"));
        return Finding.Of(
            Info,
            report,
            new Message(
                $"「{report.Unit!.Name}」没有规章制定权，「规章」行却填了{cells}。疑为规范性文件误填，请核对。",
                $"{report.Unit.Name} cannot make rules (规章), but reports {codes}. They may be normative documents; check the row."),
            filled.Select(field => field.Indicator));
    }

    [GeneratedRegex("^.{2,12}[县旗].{1,20}(?:局|委|委员会|办公室|中心|厅)$", RegexOptions.ExplicitCapture)]
    private static partial Regex County();
}
