using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Forge.Habits;
using ReportIngest.Forge.Writing;

namespace ReportIngest.Forge;

/// <summary>Reports whose tables were changed at random: where a change leaves no trace nobody can read them right, so they stand apart from <see cref="Layouts"/>.</summary>
public static class ChangedLayouts
{
    public static ImmutableArray<Layout> All { get; } =
    [
        Changed(FileKind.Html, report => HtmlWriter.Write(report, HtmlStyle.Plain)),
        Changed(FileKind.Docx, report => DocxWriter.Write(report, DocxStyle.Plain)),
        Changed(FileKind.Markdown, report => MarkdownWriter.Write(report, MarkdownStyle.Grid)),
        Changed(FileKind.Text, report => PlainTextWriter.Write(report, TextStyle.Tabs)),
    ];

    private static Layout Changed(FileKind format, Func<ForgedReport, byte[]> write) =>
        new(format, "changed", Recoverable.Partly, Plain: true, write, report => RandomChanges.Made(report, fillsUp: format is FileKind.Markdown or FileKind.Text));
}
