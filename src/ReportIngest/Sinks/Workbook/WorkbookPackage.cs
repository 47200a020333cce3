using System.IO.Compression;
using System.Text;
using DocumentFormat.OpenXml;
using Xlsx = DocumentFormat.OpenXml.Spreadsheet;

namespace ReportIngest.Sinks.Workbook;

/// <summary>
/// The package of a workbook, written part by part. The SDK's own package keeps every part in memory and bears the time of writing; this one
/// streams, and the same content gives the same bytes.
/// </summary>
internal sealed class WorkbookPackage(Stream stream) : IDisposable
{
    // The earliest day that a zip can hold.
    private static readonly DateTimeOffset Always = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private const string Types = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    private const string Relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private const string PackageRelations = "http://schemas.openxmlformats.org/package/2006/relationships";

    private readonly ZipArchive _zip = new(stream, ZipArchiveMode.Create, leaveOpen: true);
    private readonly List<string> _sheets = [];

    private readonly SharedTexts _shared = new();

    public SheetPart Sheet(string name)
    {
        _sheets.Add(name);
        return new SheetPart(Part(FormattableString.Invariant($"xl/worksheets/sheet{_sheets.Count}.xml")), _shared);
    }

    /// <summary>To be called when all sheets are written.</summary>
    /// <param name="order">The sheets as the workbook shows them.</param>
    public void Finish(IReadOnlyList<ShownSheet> order)
    {
        var numbers = Enumerable.Range(1, _sheets.Count).ToList();
        Write("xl/styles.xml", Styles.Stylesheet());
        using (var part = Part("xl/sharedStrings.xml")) _shared.Write(part);
        Write("xl/workbook.xml", new Xlsx.Workbook(
            new Xlsx.Sheets(order.Select((sheet, index) => new Xlsx.Sheet { Name = sheet.Name, SheetId = (uint)index + 1, Id = FormattableString.Invariant($"rId{_sheets.IndexOf(sheet.Name) + 1}") })),
            new Xlsx.DefinedNames(order.SelectMany((sheet, index) => sheet.DefinedNames.Select(name => new Xlsx.DefinedName(name.Range) { Name = name.Name, LocalSheetId = (uint)index })))));
        Write("xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{PackageRelations}\">"
            + string.Concat(numbers.Select(number => FormattableString.Invariant($"<Relationship Id=\"rId{number}\" Type=\"{Relations}/worksheet\" Target=\"worksheets/sheet{number}.xml\"/>")))
            + FormattableString.Invariant($"<Relationship Id=\"rId{_sheets.Count + 1}\" Type=\"{Relations}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rId{_sheets.Count + 2}\" Type=\"{Relations}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"));
        Write("_rels/.rels", $"<Relationships xmlns=\"{PackageRelations}\"><Relationship Id=\"rId1\" Type=\"{Relations}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
        Write("[Content_Types].xml", "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + $"<Override PartName=\"/xl/workbook.xml\" ContentType=\"{Types}sheet.main+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"{Types}styles+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"{Types}sharedStrings+xml\"/>"
            + string.Concat(numbers.Select(number => FormattableString.Invariant($"<Override PartName=\"/xl/worksheets/sheet{number}.xml\" ContentType=\"{Types}worksheet+xml\"/>")))
            + "</Types>");
    }

    public void Dispose() => _zip.Dispose();

    private Stream Part(string name)
    {
        var entry = _zip.CreateEntry(name, CompressionLevel.Optimal);
        entry.LastWriteTime = Always;
        return entry.Open();
    }

    private void Write(string name, OpenXmlElement root)
    {
        using var part = Part(name);
        using var xml = OpenXmlWriter.Create(part, Encoding.UTF8);
        xml.WriteStartDocument();
        xml.WriteElement(root);
    }

    private void Write(string name, string xml)
    {
        using var part = Part(name);
        part.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"utf-8\"?>" + xml));
    }
}
