using System.Text.RegularExpressions;

namespace ReportIngest.Reports;

/// <summary>A heading printed in the line of what stands before it: PDF readers join it to a full line, editors lose the break.</summary>
internal static partial class GluedHeading
{
    /// <summary>Whether it has what all six titles end with; most lines have neither.</summary>
    public static bool MayHold(string line) => line.Contains("情况", StringComparison.Ordinal) || line.Contains("事项", StringComparison.Ordinal);

    /// <summary>The line cut before each heading in it; one part where it has none.</summary>
    public static IEnumerable<string> Parts(string line)
    {
        var start = 0;
        foreach (Match heading in Heading().Matches(CompactText.WithBlanks(line)))
        {
            if (!IsOne(line, heading.Index, heading.Index + heading.Length)) continue;
            yield return line[start..heading.Index];
            start = heading.Index;
        }

        yield return start == 0 ? line : line[start..];
    }

    /// <summary>Behind a finished sentence, or at the end of the line and not as the last of a list (…；六、其他需要报告的事项).</summary>
    private static bool IsOne(string line, int start, int end) =>
        line.AsSpan(0, start).TrimEnd() is [.., var before]
        && (Sentences.Contains(before) || (!Lists.Contains(before) && line.AsSpan(end).TrimStart().IsEmpty));

    private const string Sentences = "。！？!?";

    private const string Lists = "；;、，,《〈“\"「『（(第十";

    // The form's own number and title, word for word: running text has less than that.
    [GeneratedRegex(@"一\s*[、.．]\s*总体情况|二\s*[、.．]\s*主动公开政府信息情况|三\s*[、.．]\s*收到和处理政府信息公开申请情况|四\s*[、.．]\s*政府信息公开行政复议、行政诉讼情况|五\s*[、.．]\s*存在的主要问题及改进情况|六\s*[、.．]\s*其他需要报告的事项")]
    private static partial Regex Heading();
}
