using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>What the operations of one page draw, before anyone has asked what of it is seen.</summary>
internal sealed class PageMarks(int number, double width, double height, PrintList prints)
{
    public int Number { get; } = number;

    public double Width { get; } = width;

    public double Height { get; } = height;

    public PrintList Prints { get; } = prints;

    public PathBars Paths { get; } = new(height);

    public Covers Covers { get; } = new();

    public List<Pig.Core.PdfRectangle> Images { get; } = [];

    /// <summary>A box in points from the page's top-left corner.</summary>
    public Box ToBox(Pig.Core.PdfRectangle bounds) => new(bounds.Left, Height - bounds.Top, bounds.Right, Height - bounds.Bottom);
}
