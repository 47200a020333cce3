using System.Globalization;
using ReportIngest.Documents;
using Sep = nietras.SeparatedValues;

namespace ReportIngest.Sinks;

/// <summary>The tables of a document as one CSV with a row a cell: tables of different widths, spans and places fit into no common grid.</summary>
public static class TablesCsv
{
    public static void Write(TextWriter text, Document document)
    {
        using var writer = Sep.SepWriterExtensions.To(
            new Sep.SepWriterOptions(new Sep.Sep(',')) { Escape = true, CultureInfo = CultureInfo.InvariantCulture }, text, leaveOpen: true);
        writer.Header.Add(["table", "row", "column", "row_span", "column_span", "text", "page", "left", "top", "right", "bottom"]);
        writer.Header.Write();
        foreach (var (index, table) in document.Tables.Index())
        {
            foreach (var cell in table.Cells)
            {
                using var row = writer.NewRow();
                row["table"].Format(index);
                row["row"].Format(cell.Row);
                row["column"].Format(cell.Column);
                row["row_span"].Format(cell.RowSpan);
                row["column_span"].Format(cell.ColumnSpan);
                row["text"].Set(cell.Text);
                row["page"].Set(cell.Place.Page is { } page ? Spelling.Number(page) : "");
                var corners = cell.Place.Box is { } box ? Spelling.Corners(box) : [];
                foreach (var (side, name) in Sides.Index())
                    row[name].Set(corners.Length == 0 ? "" : corners[side].ToString(CultureInfo.InvariantCulture));
            }
        }
    }

    private static readonly string[] Sides = ["left", "top", "right", "bottom"];
}
