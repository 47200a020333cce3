using System.Collections.Immutable;

namespace ReportIngest.Forge;

/// <summary>Everything a report says, before any format, and its truth.</summary>
/// <param name="TitleLines">The title as it is broken over lines; usually one.</param>
/// <param name="Signature">Unit and day at the end; may be empty.</param>
/// <param name="Fault">What is wrong with the report; null for a sound one.</param>
public sealed record ForgedReport(
    int Seed,
    Truth Truth,
    ImmutableArray<string> TitleLines,
    ImmutableArray<string> Preface,
    ImmutableArray<ForgedSection> Sections,
    ImmutableArray<string> Signature,
    Fault? Fault)
{
    /// <summary>Rules that how the office fills in the form breaks, whatever the report says: their findings are no false alarm.</summary>
    public ImmutableArray<string> Deviations { get; init; } = [];

    /// <summary>Cells that the layout left blank: sums over them fail, whoever reads them.</summary>
    public ImmutableArray<string> Emptied { get; init; } = [];

    /// <summary>Blank cells that the layout left out: a reader may call them blank or missing.</summary>
    public ImmutableArray<string> LeftBlank { get; init; } = [];

    /// <summary>A row or column that the form lacks was put in.</summary>
    public bool HasAdded { get; init; }

    /// <summary>The report in reading order.</summary>
    public IEnumerable<Piece> Pieces()
    {
        foreach (var line in TitleLines) yield return new Piece(PieceKind.Title, line);
        foreach (var line in Preface) yield return new Piece(PieceKind.Text, line);
        foreach (var section in Sections)
        {
            yield return new Piece(PieceKind.Heading, section.Heading);
            foreach (var line in section.Paragraphs)
                yield return new Piece(line.StartsWith('（') ? PieceKind.Subheading : PieceKind.Text, line);
            if (section.HasPicture) yield return new Piece(PieceKind.Picture, "");
            foreach (var sheet in section.Sheets)
            {
                if (sheet.Caption is { } caption) yield return new Piece(PieceKind.Text, caption);
                yield return new Piece(PieceKind.Table, "", sheet);
            }
        }

        foreach (var line in Signature) yield return new Piece(PieceKind.Signature, line);
    }

    /// <summary>The same report with its tables printed in another way.</summary>
    public ForgedReport WithSheets(Func<Sheet, Sheet> change) => WithPieces(sheet => [change(sheet)]);

    /// <summary>The same report with each table in pieces.</summary>
    public ForgedReport WithPieces(Func<Sheet, IEnumerable<Sheet>> pieces) => this with
    {
        Sections = [.. Sections.Select(section => section with { Sheets = [.. section.Sheets.SelectMany(pieces)] })],
    };
}

/// <param name="Number">The section's number in the form, whatever its heading says.</param>
/// <param name="Title">The form's title, without the number.</param>
/// <param name="Heading">The line as printed, such as <c>一、总体情况</c>.</param>
/// <param name="Sheets">The form's table, in one piece or several; none in sections without a table.</param>
public sealed record ForgedSection(int Number, string Title, string Heading, ImmutableArray<string> Paragraphs, ImmutableArray<Sheet> Sheets)
{
    /// <summary>A picture stands in the place of the table.</summary>
    public bool HasPicture { get; init; }
}

public enum PieceKind { Title, Text, Heading, Subheading, Table, Picture, Signature }

/// <summary>One line or table of the report.</summary>
public sealed record Piece(PieceKind Kind, string Text, Sheet? Sheet = null);
