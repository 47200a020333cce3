using System.Text.RegularExpressions;

namespace ReportIngest.Reports;

/// <summary>What the paragraphs between title and first section say of who and when.</summary>
internal sealed partial record Preface(string? Unit, int? Year)
{
    /// <param name="compact">The paragraphs' compact text.</param>
    /// <param name="ofTitle">The year that the title says.</param>
    public static Preface Read(string compact, int? ofTitle)
    {
        var unit = Units(compact, ofTitle).FirstOrDefault();
        var year = ReportYear.OfPeriod(compact) ?? (Reports().Match(compact) is { Success: true } match ? ReportYear.Parse(match.Groups["year"].Value) : null);
        return new Preface(unit, year);
    }

    /// <summary>The units that it names as those whose report it is, then those that wrote it.</summary>
    public static IEnumerable<string> Units(string compact, int? year) =>
        Subjects(compact, year).Concat(Compilers(compact).Select(unit => unit.Value).Where(UnitName.IsOne));

    /// <summary>The units whose report it says this is.</summary>
    /// <param name="year">The report's own, where it is known.</param>
    public static IEnumerable<string> Subjects(string compact, int? year) =>
        Owners().Matches(compact).Concat(Authors().Matches(compact)).Concat(Opens().Matches(compact).Where(match => IsThis(match, year))).Select(match => Whole(match.Groups["unit"].Value)).Where(UnitName.IsOne);

    /// <summary>It is given a short name or the report's own year: the preface may also open with another report, which this one adds to.</summary>
    private static bool IsThis(Match opening, int? year) =>
        opening.Groups["year"] is { Success: true } said ? year is null || ReportYear.Parse(said.Value) == year : opening.Groups["short"].Success;

    /// <summary>「王集乡人民政府信息公开…」 for 「王集乡人民政府政府信息公开…」: the name keeps its 政府, as in a title.</summary>
    private static string Whole(string unit) => unit.EndsWith("人民", StringComparison.Ordinal) ? unit + "政府" : unit;

    /// <summary>Who wrote it, as the sentence has it: not each is a unit.</summary>
    public static IEnumerable<Capture> Compilers(string compact) => Writers().Matches(compact).Select(match => match.Groups["unit"]);

    /// <summary>The years of the reports that it publishes; a report that it only mentions is none of them.</summary>
    public static IEnumerable<int> Years(string compact) => Published().Matches(compact).Select(match => ReportYear.Parse(match.Groups["year"].Value));

    private const string StatedYear = "(?:(?<year>" + ReportYear.Pattern + ")(?:年度|年))";

    private const string Kind = "的?(?:政府|政务)?信息公开(?:工作)?(?:情况)?的?(?:年度)?(?:工作)?(?:报告|年报)";

    // 「王集乡2024年政府信息公开工作年度报告（以下简称《年报》）根据…」: it opens with the title.
    [GeneratedRegex("^《?" + StatedYear + "?(?<unit>[^，,。；;：:、《》“”0-9]{2,45}?)" + StatedYear + "?" + Kind + "》?(?:(?<short>[（(](?:以?下?简称|下称))|是?(?:根据|依据|依照|按照)[^，,。；;]{0,24}(?:条例|规定|要求))", RegexOptions.ExplicitCapture)]
    private static partial Regex Opens();

    // 「现公布郏县人民政府2024年政府信息公开工作年度报告」: whose report it is. Before its author, who may be an office that writes for its government.
    [GeneratedRegex("(?:公布|发布|编制|编写|撰写|形成|现将|公开)(?:了|出|的|本|《|“)*" + StatedYear + "?(?<unit>[^，,。；;：:、《》“”0-9]{2,45}?)" + StatedYear + "?" + Kind, RegexOptions.ExplicitCapture)]
    private static partial Regex Owners();

    // 「本报告由郏县王集乡人民政府根据…编制」
    [GeneratedRegex("本?(?:年度|年)?报告(?:是|系)?由(?<unit>[^，,。；;：:、《》“”（(]{2,45}?)(?:依据|依照|根据|按照|遵照|负责|组织|牵头|编制|编写|撰写|会同|汇总|[，,。（(])", RegexOptions.ExplicitCapture)]
    private static partial Regex Authors();

    // 「郏县王集乡人民政府编制了本年度报告」「王集乡根据《条例》规定，编制本报告」; a date may stand before it.
    [GeneratedRegex("(?:^|[，,。；;0-9])由?(?<unit>\\p{Lo}{2,45}?)(?:(?:依据|依照|根据|按照)[^。；;]{2,60}?[，,])?(?:组织|牵头|负责|编辑|[、和并]){0,2}(?:编制|编写|撰写)(?:和|并|、)?(?:公布|发布|形成)?了?(?:本|" + StatedYear + ")[^，,。；;]{0,30}(?:报告|年报)", RegexOptions.ExplicitCapture)]
    private static partial Regex Writers();

    // 「2019年至2023年的年度报告」 are earlier ones.
    [GeneratedRegex("(?:现将|现公布|公布|编制|编写|撰写|形成)(?:了|出|的|本|《|“)*(?:[^，,。；;：:、《》“”0-9]{2,45}?)?" + StatedYear + "(?![至到—-])[^，,。；;已]{0,45}?" + Kind, RegexOptions.ExplicitCapture)]
    private static partial Regex Published();

    [GeneratedRegex(StatedYear + "[^，,。；;]{0,45}?" + Kind, RegexOptions.ExplicitCapture)]
    private static partial Regex Reports();
}
