using ReportIngest.Reading;

namespace ReportIngest.Rules.Extraction;

/// <summary>A file that cannot be read at all. It is about a file and not a report, so it is no <see cref="IRule"/>.</summary>
public static class FileUnreadable
{
    public static RuleInfo Info { get; } = new("RI905", Category.Extraction, Severity.Error, new("文件无法读取", "File unreadable"));

    public static Finding Finding(Source source, UnreadableException reason) => new(Info, Subject.Of(source), reason.Sentence, [], []);
}
