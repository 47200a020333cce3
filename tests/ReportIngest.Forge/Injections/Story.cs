using System.Collections.Immutable;

namespace ReportIngest.Forge.Injections;

/// <summary>The running text of a report in pieces that an injection can exchange, each one or several sentences.</summary>
internal sealed record Story(
    string Preface,
    ImmutableArray<string> Opening,
    ImmutableArray<string> Proactive,
    ImmutableArray<string> Requests,
    ImmutableArray<string> Management,
    ImmutableArray<string> Platform,
    ImmutableArray<string> Supervision,
    ImmutableArray<string> Problems,
    ImmutableArray<string> Improvements,
    ImmutableArray<string> Remaining)
{
    /// <summary>The headings inside section one.</summary>
    public static readonly ImmutableArray<string> Matters = ["（一）主动公开", "（二）依申请公开", "（三）政府信息管理", "（四）政府信息公开平台建设", "（五）监督保障"];

    /// <summary>The report with this text instead of its own.</summary>
    public ForgedReport In(ForgedReport report) => report with
    {
        Preface = [Preface],
        Sections =
        [
            .. report.Sections.Select(section => section.Number switch
            {
                1 => section with { Paragraphs = Overview() },
                5 => section with { Paragraphs = ["（一）存在的主要问题", Text(Problems), "（二）改进情况", Text(Improvements)] },
                6 => section with { Paragraphs = [.. Remaining] },
                _ => section,
            }),
        ],
    };

    /// <summary>Every sentence changed or, where nothing is left of it, taken out.</summary>
    public Story WithSentences(Func<string, string> change)
    {
        return new Story(change(Preface), Each(Opening), Each(Proactive), Each(Requests), Each(Management), Each(Platform), Each(Supervision), Each(Problems), Each(Improvements), Each(Remaining));

        ImmutableArray<string> Each(ImmutableArray<string> sentences) => [.. sentences.Select(change).Where(sentence => sentence.Length > 0)];
    }

    /// <summary>Section one: the matters that something is said of, each under its heading.</summary>
    private ImmutableArray<string> Overview()
    {
        ImmutableArray<ImmutableArray<string>> matters = [Proactive, Requests, Management, Platform, Supervision];
        var said = matters.Select((text, i) => (Text: Text(text), Title: Matters[i][3..])).Where(matter => matter.Text.Length > 0).ToList();
        return [Text(Opening), .. said.SelectMany((matter, i) => (string[])[$"（{"一二三四五"[i]}）{matter.Title}", matter.Text])];
    }

    private static string Text(ImmutableArray<string> sentences) => string.Concat(sentences);
}
