using System.Text;

namespace ReportIngest.Fuzz.Seeds;

/// <summary>A DOCX of one page with spans, lists, changes that were tracked, fields, a text box, and tables within tables.</summary>
internal static class ShortWordFile
{
    private const string Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    private const string Names =
        "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\" xmlns:v=\"urn:schemas-microsoft-com:vml\"";

    private const string Body = """
        <w:p><w:pPr><w:pStyle w:val="H"/></w:pPr><w:r><w:t>郏县王集乡人民政府2024年政府信息公开工作年度报告</w:t></w:r></w:p>
        <w:p><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr><w:ins><w:r><w:t>总体</w:t></w:r></w:ins><w:del><w:r><w:delText>旧</w:delText></w:r></w:del>
        <w:r><w:rPr><w:vanish/><w:vertAlign w:val="superscript"/></w:rPr><w:t xml:space="preserve"> a </w:t><w:tab/><w:br/><w:sym w:font="Wingdings" w:char="F0FE"/><w:noBreakHyphen/><w:fldChar w:fldCharType="begin"/><w:instrText> PAGE </w:instrText><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>
        <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"/><mc:Fallback><w:pict><v:imagedata/><w:txbxContent><w:p><w:r><w:t>框</w:t></w:r></w:p></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
        <w:tbl><w:tblGrid><w:gridCol w:w="9"/><w:gridCol w:w="9"/></w:tblGrid><w:tr><w:tc><w:tcPr><w:gridSpan w:val="4"/></w:tcPr><w:p><w:r><w:t>第二十条第（一）项</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:tc><w:p><w:r><w:t>信息内容</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>本年制发件数</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>本年废止件数</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>现行有效件数</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:trPr><w:gridAfter w:val="0"/></w:trPr><w:tc><w:tcPr><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>规章</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>0</w:t></w:r></w:p></w:tc><w:tc/><w:tc><w:p><w:r><w:t>１</w:t></w:r></w:p></w:tc></w:tr>
        <w:tr><w:tc><w:tcPr><w:vMerge/><w:hMerge/></w:tcPr><w:tbl><w:tr><w:tc/><w:tc/></w:tr></w:tbl><w:p/></w:tc><w:tc/><w:tc/><w:sdt><w:sdtContent><w:tc><w:p><w:r><w:t>/</w:t></w:r></w:p></w:tc></w:sdtContent></w:sdt></w:tr></w:tbl><w:sectPr/>
        """;

    public static ZipSeed Seed { get; } = new(
    [
        Part("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>"),
        Part("_rels/.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"{Office}/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
        Part("word/_rels/document.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" Type=\"{Office}/styles\" Target=\"styles.xml\"/><Relationship Id=\"b\" Type=\"{Office}/numbering\" Target=\"/word/numbering.xml\"/></Relationships>"),
        Part("word/document.xml", $"<?xml version=\"1.0\" encoding=\"UTF-8\"?><w:document {Names}><w:body>{Body}</w:body></w:document>"),
        Part("word/styles.xml", $"""
            <w:styles {Names}><w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="N"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
            <w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/><w:basedOn w:val="N"/></w:style></w:styles>
            """),
        Part("word/numbering.xml", $"""
            <w:numbering {Names}><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1.%2"/><w:lvlRestart w:val="1"/></w:lvl></w:abstractNum>
            <w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="7"/></w:lvlOverride></w:num></w:numbering>
            """),
    ]);

    private static (string Name, byte[] Content) Part(string name, string text) => (name, Encoding.UTF8.GetBytes(text));
}
