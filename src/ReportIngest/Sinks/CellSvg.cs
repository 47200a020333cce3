using System.Globalization;
using System.Text;
using System.Xml;
using ReportIngest.Documents;
using ReportIngest.Reports;

namespace ReportIngest.Sinks;

/// <summary>The tables of one page of a PDF as a drawing, in the page's points: every cell's box and text, and one cell marked.</summary>
public static class CellSvg
{
    private const double Margin = 12;
    private const double LargestFont = 10;

    /// <param name="at">Of a cell with page and box.</param>
    public static void Write(TextWriter text, Document document, Location at)
    {
        var cells = document.Tables.SelectMany((table, index) => table.Cells.Select(cell => (Table: index, Cell: cell)))
            .Where(one => one.Cell.Place.Page == at.Page && one.Cell.Place.Box is not null).ToList();
        var page = cells.Select(one => one.Cell.Place.Box!.Value).Aggregate(at.Box!.Value, (whole, box) => whole.Union(box));
        using var svg = XmlWriter.Create(text, new XmlWriterSettings { Indent = true, NewLineChars = "\n", OmitXmlDeclaration = true, CloseOutput = false });
        svg.WriteStartElement("svg", "http://www.w3.org/2000/svg");
        svg.WriteAttributeString("viewBox", Numbers(page.Left - Margin, page.Top - Margin, page.Width + (2 * Margin), page.Height + (2 * Margin)));
        svg.WriteAttributeString("font-family", "sans-serif");
        foreach (var (table, cell) in cells)
        {
            var isMarked = table == at.Table && cell.Row == at.Row && cell.Column == at.Column;
            Write(svg, cell.Place.Box!.Value, cell.Text, isMarked);
        }
        svg.WriteEndElement();
    }

    private static void Write(XmlWriter svg, Box box, string text, bool isMarked)
    {
        svg.WriteStartElement("rect");
        if (isMarked) svg.WriteAttributeString("id", "cell");
        foreach (var (name, value) in ((string, double)[])[("x", box.Left), ("y", box.Top), ("width", box.Width), ("height", box.Height)]) svg.WriteAttributeString(name, Numbers(value));
        svg.WriteAttributeString("fill", isMarked ? "#ffe08a" : "none");
        svg.WriteAttributeString("stroke", isMarked ? "#c00000" : "#808080");
        svg.WriteAttributeString("stroke-width", isMarked ? "1.5" : "0.5");
        svg.WriteEndElement();
        if (text.Length == 0) return;

        var lines = text.Split('\n');
        // A Chinese character is as wide as the font is high; a label is made smaller until it stays in its box.
        var size = Math.Max(1, Math.Min(LargestFont, Math.Min(box.Height / lines.Length, box.Width / lines.Max(line => line.Length))));
        svg.WriteStartElement("text");
        svg.WriteAttributeString("font-size", Numbers(size));
        svg.WriteAttributeString("text-anchor", "middle");
        foreach (var (i, line) in lines.Index())
        {
            svg.WriteStartElement("tspan");
            svg.WriteAttributeString("x", Numbers((box.Left + box.Right) / 2));
            svg.WriteAttributeString("y", Numbers(((box.Top + box.Bottom) / 2) + (size * (i + 0.85 - (lines.Length / 2.0)))));
            svg.WriteString(Printable(line));
            svg.WriteEndElement();
        }
        svg.WriteEndElement();
    }

    /// <summary>XML has no place for some characters that a PDF may hold.</summary>
    private static string Printable(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
            kept.Append(rune.Value > char.MaxValue || XmlConvert.IsXmlChar((char)rune.Value) ? rune.ToString() : "\uFFFD");
        return kept.ToString();
    }

    private static string Numbers(params double[] values) =>
        string.Join(' ', values.Select(value => Math.Round(value, 2, MidpointRounding.AwayFromZero).ToString(CultureInfo.InvariantCulture)));
}
