namespace ReportIngest.Forge.Writing.Pdf;

/// <summary>How rules are drawn; <see cref="Dotted"/> as many small squares, <see cref="Dashed"/> by the pen, <see cref="Gapped"/> in pieces that do not touch.</summary>
internal enum RuleStyle { Lines, ThinRectangles, None, Dotted, Dashed, Gapped }

/// <summary>What is printed besides the text.</summary>
internal enum Overprint
{
    None,

    /// <summary>Every letter again, a little to the right: bold without a bold font.</summary>
    Twice,

    /// <summary>Lines of white letters over the page.</summary>
    White,

    /// <summary>Lines of letters in the invisible render mode, as recognition programs write them.</summary>
    Invisible,

    /// <summary>The page is a picture, and all its letters are invisible.</summary>
    Scan,
}

/// <summary>How a producer lays out its pages. Lengths in points.</summary>
/// <param name="Width">Of the page; an A4 page lies or stands.</param>
/// <param name="CellFont">Size of the letters in tables.</param>
/// <param name="Labels">Widths of the three label columns of table three, as shares of the table.</param>
/// <param name="Backgrounds">A filled rectangle lies behind every line of text, as WPS paints it.</param>
/// <param name="RepeatedHeader">A table repeats its header on each page.</param>
/// <param name="ClosedParts">A part of a table has a rule where the page breaks it.</param>
/// <param name="PageNumbers">A page number stands below the text.</param>
/// <param name="NumbersInFlow">A page number stands right below the last line or row of the page, and the report's name above the first.</param>
/// <param name="OpenSides">Tables have no rules at their left and right ends.</param>
/// <param name="Rotated">The page is stored upright and turned by a quarter for display.</param>
/// <param name="VerticalLabels">Labels of the two outer columns and column headers are written one letter a line.</param>
/// <param name="BreakBefore">A page ends before the row with this label.</param>
/// <param name="SmallTables">Two small tables stand side by side above table two.</param>
internal sealed record PdfStyle(
    double Width,
    double Height,
    double CellFont,
    double[] Labels,
    RuleStyle Rules = RuleStyle.Lines,
    bool Backgrounds = false,
    bool RepeatedHeader = false,
    bool ClosedParts = true,
    bool PageNumbers = true,
    bool NumbersInFlow = false,
    bool OpenSides = false,
    bool Rotated = false,
    bool VerticalLabels = false,
    string? BreakBefore = null,
    bool SmallTables = false,
    Overprint Overprint = Overprint.None)
{
    private const double Short = 595.28, Long = 841.89;

    /// <summary>Wide enough for eight digits in every column.</summary>
    public static PdfStyle Lines { get; } = new(Long, Short, 8, [0.08, 0.1, 0.3], RepeatedHeader: true, PageNumbers: false);

    public static PdfStyle ThinRectangles { get; } = new(Short, Long, 7.5, [0.08, 0.1, 0.3], RuleStyle.ThinRectangles);

    public static PdfStyle Backgrounded { get; } = new(Short, Long, 7.5, [0.08, 0.1, 0.32], Backgrounds: true, ClosedParts: false);

    public static PdfStyle Split { get; } = new(Short, Long, 10.5, [0.06, 0.1, 0.3]);

    public static PdfStyle SplitWithHeader { get; } = new(Short, Long, 10.5, [0.06, 0.1, 0.3], RuleStyle.ThinRectangles, RepeatedHeader: true);

    /// <summary>Labels one character a line, numbers broken over lines.</summary>
    public static PdfStyle Narrow { get; } = new(Short, Long, 9, [0.035, 0.04, 0.65], Backgrounds: true);

    public const double Margin = 60;

    public const double TextFont = 15;

    public const double LineSpacing = 1.5;

    /// <summary>Between a rule and the letters beside it.</summary>
    public const double Padding = 2;

    public double Body => Width - 2 * Margin;
}
