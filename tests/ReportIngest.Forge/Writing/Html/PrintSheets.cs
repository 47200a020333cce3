using System.Globalization;

namespace ReportIngest.Forge.Writing.Html;

/// <summary>Style sheets for print: page, margins, letters and rules of a table as offices choose them, by the seed.</summary>
internal static class PrintSheets
{
    private static readonly string[] Pages = ["A4", "A4", "A4", "A4 landscape", "A3", "B5", "Letter", "Legal landscape", "297mm 1200mm"];

    private static readonly string[] Margins = ["20mm", "10mm", "5mm 25mm", "37mm 26mm 35mm 28mm"];

    private static readonly string[] Letters = ["serif", "sans-serif", "monospace", "Arial, sans-serif", "'Times New Roman', serif"];

    private static readonly string[] Tables =
    [
        "border-collapse: collapse", "border-collapse: collapse; width: 100%", "border-collapse: collapse; width: 100%; table-layout: fixed",
        "border-spacing: 0", "border-spacing: 1px; background: #444", "border-spacing: 2px; border: 1px solid black", "border-collapse: collapse; margin-left: -4mm",
    ];

    /// <summary>The usual one comes most often: what else is changed is to be seen also with it.</summary>
    private static readonly string[] Rules =
    [
        "border: 1px solid black", "border: 1px solid black", "border: 1px solid black", "border: 1px solid black", "border: 0.25pt solid black", "border: 2pt solid black", "border: 1px dashed black", "border: 1px dotted #666",
        "border: 3px double black", "border: 1px solid #ddd", "border: 1px solid white; background: #e0e0e0", "border-bottom: 1px solid black", "border-top: 1px solid black; border-bottom: 1px solid black",
        "border: 1px solid black; border-left: none", "border: none", "border: none; background: #f4f4f4", "border: 1px ridge #888", "border: 0.5px solid rgba(0, 0, 0, 0.5)",
    ];

    private static readonly string[] Cells =
    [
        "text-align: center", "text-align: left", "text-align: right", "text-align: center; vertical-align: top", "text-align: center; vertical-align: bottom", "text-align: justify",
    ];

    private static readonly string[] Further =
    [
        "", "", "", "", "tr { page-break-inside: avoid }", "tr { page-break-inside: avoid }", "td { word-break: break-all }", "td { word-break: break-all; max-width: 4em }", "td { letter-spacing: 0.1em }", "td { letter-spacing: 0.3em }",
        "td { letter-spacing: -0.05em }", "td { font-weight: bold }", "td { text-shadow: 0.3px 0 black }", "td { line-height: 1 }", "td { line-height: 2.2 }", "tr:nth-child(even) td { background: #eee }",
        "td[rowspan] { writing-mode: vertical-rl }", "body { -webkit-text-stroke: 0.2px black }", "body { zoom: 0.7 }", "table { page-break-before: always }", "td { height: 30pt }",
        "body::after { content: '内部资料 2024'; position: fixed; left: 40%; top: 45%; color: #ccc; font-size: 30pt; transform: rotate(-30deg) }",
        "body::after { content: '内部资料'; position: fixed; left: 40%; top: 45%; color: rgba(0, 0, 0, 0.2); font-size: 24pt }",
        "body::after { content: '12'; position: fixed; right: 2mm; bottom: 0 } body::before { content: '县政府办公室'; position: fixed; left: 0; top: -4mm }",
    ];

    public static string Of(int seed)
    {
        var random = new Random(seed);
        string Pick(string[] from) => from[random.Next(from.Length)];
        var (points, padding) = (Pick(["9", "9", "7", "10.5", "12", "5.5"]), Pick(["1px", "0", "2pt", "4pt 2pt", "0 4pt"]));
        return string.Create(CultureInfo.InvariantCulture, $"<style>@page {{ size: {Pick(Pages)}; margin: {Pick(Margins)} }} body {{ font-family: {Pick(Letters)} }} table {{ {Pick(Tables)} }} td {{ {Pick(Rules)}; font-size: {points}pt; padding: {padding}; {Pick(Cells)} }} {Pick(Further)}</style>");
    }
}
