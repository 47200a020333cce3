using System.Text;
using ReportIngest.Tests.Reading.Pdf;

namespace ReportIngest.Tests;

/// <summary>Files that were made, or might have been, to break who reads them.</summary>
internal static class HostileFiles
{
    /// <summary>Two forms that draw each other through the resources of their page.</summary>
    public static byte[] CircularForms { get; } = HandPdf.Objects(
        "<</Type/Catalog/Pages 2 0 R>>"u8.ToArray(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>"u8.ToArray(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</X 5 0 R/Y 6 0 R>>>>/Contents 4 0 R>>"u8.ToArray(),
        HandPdf.Stream("/X Do"u8.ToArray(), ""),
        HandPdf.Stream("/Y Do"u8.ToArray(), "/Type/XObject/Subtype/Form/BBox[0 0 9 9]"),
        HandPdf.Stream("/X Do"u8.ToArray(), "/Type/XObject/Subtype/Form/BBox[0 0 9 9]"));

    /// <summary>A page that draws the first of these forms; each draws the form of its number, counted from 0, or none.</summary>
    public static byte[] Forms(params int?[] drawn) => HandPdf.Objects(
    [
        "<</Type/Catalog/Pages 2 0 R>>"u8.ToArray(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>"u8.ToArray(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>"u8.ToArray(),
        HandPdf.Stream("/X Do"u8.ToArray(), ""),
        .. drawn.Select(inner => HandPdf.Stream(
            inner is null ? "0 0 9 9 re f"u8.ToArray() : Encoding.ASCII.GetBytes($"q /F{inner} Do Q"),
            $"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F{inner ?? 0} {(inner ?? 0) + 5} 0 R>>>>")),
    ]);

    /// <summary>An object that is nothing but a reference to itself.</summary>
    public static byte[] CircularReference { get; } = HandPdf.Objects(
        "<</Type/Catalog/Pages 2 0 R>>"u8.ToArray(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>"u8.ToArray(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"u8.ToArray(),
        "4 0 R"u8.ToArray());

    /// <summary>The same behind something that is no value: a note, a bracket that was lost.</summary>
    public static byte[] HiddenCircularReference(string before) => HandPdf.Objects(
        "<</Type/Catalog/Pages 2 0 R>>"u8.ToArray(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>"u8.ToArray(),
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R>>"u8.ToArray(),
        Encoding.ASCII.GetBytes(before + "4 0 R"));

    /// <summary>A colour whose function refers to itself.</summary>
    public static byte[] CircularFunction { get; } = Colour("ColorSpace<</C 5 0 R>>", "/C cs 1 scn",
        "[/Separation/X/DeviceGray 6 0 R]", "<</FunctionType 3/Domain[0 1]/Functions[6 0 R 6 0 R]/Bounds[0.5]/Encode[0 1 0 1]>>");

    /// <summary>A page with these resources and this content; the further objects begin with number 5.</summary>
    public static byte[] Colour(string resources, string content, params string[] objects) => HandPdf.Objects(
    [
        "<</Type/Catalog/Pages 2 0 R>>"u8.ToArray(),
        "<</Type/Pages/Kids[3 0 R]/Count 1>>"u8.ToArray(),
        Encoding.ASCII.GetBytes($"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</{resources}>>/Contents 4 0 R>>"),
        HandPdf.Stream(Encoding.ASCII.GetBytes(content), ""),
        .. objects.Select(Encoding.ASCII.GetBytes),
    ]);

    /// <summary>A page of many elements: a million of them, in 8 MB, are a second of work and 300 MB in memory.</summary>
    public static byte[] EndlessPage(int elements) => Encoding.ASCII.GetBytes("<!doctype html><html><body>" + new StringBuilder().Insert(0, "<p>1</p>", elements));
}
