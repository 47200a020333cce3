using System.IO.Compression;
using System.Text;
using ReportIngest.Documents;
using ReportIngest.Reading;

namespace ReportIngest.Tests.Reading.Docx;

/// <summary>Zips a DOCX from the XML of its parts.</summary>
internal static class WordFile
{
    private const string Transitional = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
    private const string Relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    public static Document Read(string body, string styles = "", string numbering = "") =>
        Read(Zip(Parts(body, styles, numbering)));

    public static Document Read(byte[] bytes, Limits? limits = null) =>
        DocxReader.Read(bytes, Source.Of("report.docx", bytes), limits ?? Limits.Default);

    /// <summary>The blocks as lines: a heading as <c># text</c>, a table as <c>[rows×columns]</c> and its cells' texts.</summary>
    public static string[] Lines(Document document) => [.. document.Blocks.Select(block => block switch
    {
        Heading heading => $"{new string('#', heading.Level)} {heading.Text}",
        Paragraph paragraph => paragraph.Text,
        Table table => $"[{table.Rows}×{table.Columns}] {string.Join(" | ", table.Cells.Select(cell => cell.Text))}",
        _ => "?",
    })];

    public static string[] Lines(string body, string styles = "", string numbering = "") => Lines(Read(body, styles, numbering));

    /// <summary>The only table, each cell as <c>row,column rows×columns text</c>.</summary>
    public static string[] Cells(string body) => [.. Assert.Single(Read(body).Tables).Cells.Select(cell =>
        $"{cell.Row},{cell.Column} {cell.RowSpan}×{cell.ColumnSpan} {cell.Text}".TrimEnd())];

    public static Dictionary<string, string> Parts(string body, string styles = "", string numbering = "", string word = Transitional, string relationships = Relationships)
    {
        const string Type = "application/vnd.openxmlformats-officedocument.wordprocessingml";
        var namespaces = $"""
            xmlns:w="{word}" xmlns:r="{relationships}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"
            xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" xmlns:v="urn:schemas-microsoft-com:vml"
            xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" xmlns:o="urn:schemas-microsoft-com:office:office"
            """;
        return new Dictionary<string, string>
        {
            ["[Content_Types].xml"] = $"""
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                  <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                  <Default Extension="xml" ContentType="application/xml"/>
                  <Override PartName="/word/document.xml" ContentType="{Type}.document.main+xml"/>
                  <Override PartName="/word/styles.xml" ContentType="{Type}.styles+xml"/>
                  <Override PartName="/word/numbering.xml" ContentType="{Type}.numbering+xml"/>
                  <Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
                  <Override PartName="/docProps/app.xml" ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>
                </Types>
                """,
            ["_rels/.rels"] = $"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                  <Relationship Id="rId1" Type="{relationships}/officeDocument" Target="word/document.xml"/>
                </Relationships>
                """,
            ["word/_rels/document.xml.rels"] = $"""
                <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
                  <Relationship Id="rId1" Type="{relationships}/styles" Target="styles.xml"/>
                  <Relationship Id="rId2" Type="{relationships}/numbering" Target="numbering.xml"/>
                </Relationships>
                """,
            ["word/document.xml"] = $"<w:document {namespaces}><w:body>{body}</w:body></w:document>",
            ["word/styles.xml"] = $"<w:styles {namespaces}>{styles}</w:styles>",
            ["word/numbering.xml"] = $"<w:numbering {namespaces}>{numbering}</w:numbering>",
        };
    }

    public static byte[] Zip(IEnumerable<KeyValuePair<string, string>> parts)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return stream.ToArray();
    }
}
