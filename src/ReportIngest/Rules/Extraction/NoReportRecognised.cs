using ReportIngest.Documents;

namespace ReportIngest.Rules.Extraction;

/// <summary>A readable document in which no annual report was found. It is about a file and not a report, so it is no <see cref="IRule"/>.</summary>
public static class NoReportRecognised
{
    public static RuleInfo Info { get; } = new("RI907", Category.Extraction, Severity.Warning, new("未识别到年度报告", "No report recognised"));

    public static Finding Finding(Source source, Document document)
    {
        var (texts, tables) = (document.Blocks.Length - document.Tables.Length, document.Tables.Length);
        return new Finding(
            Info,
            Subject.Of(source),
            new Message(
                $"文件可以读取（{texts} 段文字、{tables} 张表格），但其中没有政府信息公开工作年度报告：没有年报标题，表格也与统一格式对不上。请确认是否放错了文件，或正文只是链接、图片。",
                $"The file can be read ({Count(texts, "paragraph")}, {Count(tables, "table")}), but holds no annual report: neither a title of one nor tables of the form. Check whether it is the wrong file, or only links to the report or shows a picture of it."),
            [],
            []);
    }

    private static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : $"{count} {noun}s";
}
