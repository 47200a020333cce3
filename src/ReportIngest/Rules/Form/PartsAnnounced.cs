using System.Globalization;
using System.Text.RegularExpressions;
using ReportIngest.Reports;

namespace ReportIngest.Rules.Form;

/// <summary>The preface announces a number of parts, and the body has another.</summary>
internal sealed partial class PartsAnnounced : IRule
{
    private const string Numerals = "零一二三四五六七八九十";

    public RuleInfo Info { get; } = new("RI513", Category.Form, Severity.Note, new("前言所列部分与正文不符", "Announced parts differ from the parts found"));

    public IEnumerable<Observation> Check(Report report, RuleContext context)
    {
        if (Announced().Match(report.Preface) is not { Success: true } match) yield break;
        var text = match.Groups["parts"].Value.Replace('两', '二');
        var announced = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : Numerals.IndexOf(text, StringComparison.Ordinal);
        if (report.Sections.IsEmpty) yield return Observation.CannotTell;
        else if (announced == report.Sections.Length) yield return Observation.Holds;
        else yield return Observation.Fails(Differs(report, announced, ReportText.SentenceUpTo(report.Preface, match)));
    }

    private Finding Differs(Report report, int announced, string sentence) => Finding.Of(
        Info,
        report,
        new Message(
            $"前言说有 {announced} 个部分（“{sentence}”），正文有 {report.Sections.Length} 个。请核对。",
            $"The preface announces {announced} parts (“{sentence}”); the body has {report.Sections.Length}. Check which is right.")) with
    { Part = "preface", Expected = announced, Actual = report.Sections.Length };

    [GeneratedRegex("(?:由|分为|共|包括|包含|分|等)[^。；\\n]{0,160}?(?<parts>[二两三四五六七八九十]|[2-9])个?(?:大)?(?:部分|方面)(?:组成|构成|内容)?", RegexOptions.ExplicitCapture)]
    private static partial Regex Announced();
}
