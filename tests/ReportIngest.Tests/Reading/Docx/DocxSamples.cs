namespace ReportIngest.Tests.Reading.Docx;

/// <summary>XML that touches every feature of the reader, for tests that break it.</summary>
internal static class DocxSamples
{
    public const string EveryFeature = """
        <w:p><w:pPr><w:pStyle w:val="H"/><w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>
        <w:r><w:rPr><w:rStyle w:val="N"/><w:vanish w:val="0"/></w:rPr><w:t>a</w:t><w:tab/><w:br/><w:sym w:char="221A"/><w:fldChar w:fldCharType="begin"/><w:fldChar w:fldCharType="separate"/></w:r></w:p>
        <w:p><w:r><mc:AlternateContent><mc:Choice Requires="wps"/><mc:Fallback><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>
        <w:tbl><w:tr><w:trPr><w:gridBefore w:val="1"/></w:trPr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p/></w:tc></w:tr>
        <w:tr><w:tc><w:tcPr><w:hMerge/><w:vMerge/></w:tcPr><w:tbl><w:tr><w:tc/><w:tc/></w:tr></w:tbl></w:tc><w:tc/></w:tr></w:tbl><w:altChunk/>
        """;

    public const string Styles = """
        <w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:basedOn w:val="N"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="character" w:styleId="N"><w:rPr><w:vanish/></w:rPr></w:style>
        """;

    public const string Lists = """
        <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1.%2"/><w:lvlRestart w:val="1"/></w:lvl></w:abstractNum>
        <w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="1"><w:startOverride w:val="7"/></w:lvlOverride></w:num>
        """;
}
