using System.Text;
using ReportIngest.Forge.Writing.Html;

namespace ReportIngest.Forge.Writing;

internal enum HtmlStyle
{
    /// <summary>Nothing but what is needed.</summary>
    Plain,

    /// <summary>Header cells are <c>th</c>, header rows stand in <c>thead</c>.</summary>
    Head,

    /// <summary>Blank cells hold a no-break space, values are padded with wide and no-break blanks.</summary>
    Padded,

    /// <summary>Labels are broken by <c>br</c> or stand in two paragraphs.</summary>
    BrokenLabels,

    /// <summary>With a style sheet for print: single rules, small letters in cells.</summary>
    Bordered,

    /// <summary>With another sheet for print for each seed.</summary>
    Printed,
}

/// <summary>A web page written by hand, in UTF-8.</summary>
internal static class HtmlWriter
{
    private const string PrintSheet = "<style>table { border-collapse: collapse } td { border: 1px solid black; font-size: 9pt; text-align: center }</style>";

    public static byte[] Write(ForgedReport report, HtmlStyle style)
    {
        var html = new StringBuilder("<!DOCTYPE html>\n<html lang=\"zh\">\n<head><meta charset=\"utf-8\"><title>")
            .Append(HtmlTables.Escape(report.Truth.Title)).Append("</title>")
            .Append(style switch { HtmlStyle.Bordered => PrintSheet, HtmlStyle.Printed => PrintSheets.Of(report.Seed), _ => "" }).Append("</head>\n<body>\n");
        foreach (var piece in report.Pieces())
        {
            if (piece.Kind == PieceKind.Picture) html.Append(HtmlTables.Picture(report.Seed)).Append('\n');
            else if (piece.Sheet is { } sheet) AppendTable(html, sheet, style);
            else html.Append(Line(piece)).Append('\n');
        }

        return Encoding.UTF8.GetBytes(html.Append("</body>\n</html>\n").ToString());
    }

    private static string Line(Piece piece)
    {
        var element = piece.Kind switch { PieceKind.Title => "h1", PieceKind.Heading => "h2", PieceKind.Subheading => "h3", _ => "p" };
        return $"<{element}>{HtmlTables.Escape(piece.Text)}</{element}>";
    }

    private static void AppendTable(StringBuilder html, Sheet sheet, HtmlStyle style)
    {
        html.Append(style == HtmlStyle.Printed ? "<table>\n" : "<table border=\"1\">\n");
        var head = style == HtmlStyle.Head ? sheet.HeaderRows : 0;
        if (head > 0)
        {
            html.Append("<thead>\n");
            HtmlTables.AppendRows(html, sheet, 0, head, (cell, spans) => $"<th{spans}>{Content(cell, style)}</th>");
            html.Append("</thead>\n");
        }

        html.Append("<tbody>\n");
        HtmlTables.AppendRows(html, sheet, head, sheet.Rows, (cell, spans) => $"<td{spans}>{Content(cell, style)}</td>");
        html.Append("</tbody>\n</table>\n");
    }

    private static string Content(SheetCell cell, HtmlStyle style) => style switch
    {
        HtmlStyle.Padded when cell.Role == CellRole.Value => cell.Text.Length == 0 ? "&nbsp;" : $"\u3000{HtmlTables.Escape(cell.Text)}&nbsp;",
        HtmlStyle.BrokenLabels when cell.Role != CellRole.Value && cell.Text.Length == 4 => Broken(cell),
        _ => HtmlTables.Escape(cell.Text),
    };

    private static string Broken(SheetCell cell)
    {
        string first = HtmlTables.Escape(cell.Text[..2]), second = HtmlTables.Escape(cell.Text[2..]);
        return cell.Column % 2 == 0 ? $"{first}<br>{second}" : $"<p>{first}</p><p>{second}</p>";
    }
}
