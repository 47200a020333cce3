namespace ReportIngest.Reading.Docx;

/// <summary>What stands in a document and was not read.</summary>
internal static class StoryNotes
{
    public static readonly Message OtherFile = new(
        "文档引用了另一个文件的内容（altChunk 或子文档），这部分没有读取；请在 Word 中打开并另存后重试。",
        "The document takes in another file (altChunk or subdocument), which was not read; open it in Word, save it and try again.");

    public static readonly Message EmbeddedObject = new(
        "文档中有嵌入对象（如 Excel 表格），其内容没有读取；如其中有数据，请改为 Word 表格。",
        "The document holds an embedded object (such as an Excel sheet), which was not read; if it has data, make it a Word table.");

    public static readonly Message CoveredText = new(
        "表格中有被合并单元格遮住的文字，Word 不显示，没有读取；请拆分合并单元格后核对。",
        "A table has text under merged cells that Word does not show, which was not read; split the merged cells and check.");

    public static readonly Message LostParts = new(
        "文档的样式或编号部分损坏，没有读全，标题级别和自动编号可能缺失；请用 Word、WPS 打开后另存再试。",
        "The document's styles or lists are damaged and were not read wholly, so heading levels and automatic numbers may be missing; open it in Word or WPS, save it and try again.");
}
