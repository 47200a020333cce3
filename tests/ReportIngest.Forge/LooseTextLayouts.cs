using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Forge.Writing;

namespace ReportIngest.Forge;

/// <summary>Markdown and text by converters and crawlers that lose marks, cells or rows.</summary>
internal static class LooseTextLayouts
{
    public static ImmutableArray<Layout> All { get; } =
    [
        Markdown("no-outer-pipes", Recoverable.WithoutBlanks, MarkdownStyle.NoOuterPipes),
        Markdown("no-rule-line", Recoverable.Always, MarkdownStyle.NoRuleLine),
        Markdown("values-late", Recoverable.WithoutBlanks, MarkdownStyle.Late),
        Markdown("short-rows", Recoverable.WithoutBlanks, MarkdownStyle.Short),
        Markdown("glued", Recoverable.Partly, MarkdownStyle.Glued),
        Markdown("without-empty", Recoverable.Partly, MarkdownStyle.WithoutEmpty),
        new(FileKind.Markdown, "shattered", Recoverable.Partly, Plain: true, Shattered.Write),
        new(FileKind.Text, "cell-per-tight-line", Recoverable.WithoutBlanks, Plain: true, report => PlainTextWriter.Write(report, TextStyle.CellPerTightLine)),
    ];

    private static Layout Markdown(string name, Recoverable recoverable, MarkdownStyle style) =>
        new(FileKind.Markdown, name, recoverable, Plain: true, report => MarkdownWriter.Write(report, style));
}
