using System.Collections.Immutable;
using ReportIngest.Documents;
using ReportIngest.Forge.Habits;
using ReportIngest.Forge.Writing.Html;

namespace ReportIngest.Forge;

/// <summary>Pages written by hand, with the errors of hands.</summary>
internal static class HandHtmlLayouts
{
    public static ImmutableArray<Layout> All { get; } =
    [
        Page("rowspan-too-long", report => HandPage.Utf8(report, WrongSpans.RowSpansOff(1))),
        Page("rowspan-too-short", report => HandPage.Utf8(report, WrongSpans.RowSpansOff(-1))),
        Page("colspans-off", report => HandPage.Utf8(report, WrongSpans.ColumnSpansOff(report.Seed))),
        Page("trailing-cells", report => HandPage.Utf8(report, WrongSpans.TrailingCells)),
        Page("unclosed", report => HandPage.Utf8(report, WrongSpans.Unclosed)),
        Page("carelessly-closed", report => HandPage.Utf8(report, WrongSpans.CarelesslyClosed(report.Seed))),
        Page("hidden-copy", report => HandPage.Utf8(report, Surroundings.HiddenCopy(report.Seed))),
        Page("in-paragraph", report => HandPage.Utf8(report, Surroundings.InParagraph)),
        Page("in-layout-tables", report => HandPage.Utf8(report, Surroundings.InLayoutTables)),
        Page("after-calendar", report => HandPage.Utf8(report, Surroundings.AfterCalendar)),
        Page("utf-8-as-gb2312", Encodings.Utf8DeclaredGb2312),
        Page("gb18030-as-utf-8", Encodings.Gb18030DeclaredUtf8),
        Page("gb18030-undeclared", Encodings.Gb18030Undeclared),
        Page("utf-8-undeclared", Encodings.Utf8Undeclared),
        Page("utf-16", Encodings.Utf16),
        Page("big5", Encodings.Big5) with { Habit = Mirror.InTraditional },
    ];

    private static Layout Page(string name, Func<ForgedReport, byte[]> writer) =>
        new(FileKind.Html, name, Recoverable.Always, Plain: true, writer);
}
