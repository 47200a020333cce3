namespace ReportIngest.Reading.Pdf;

/// <summary>How far things may lie from a page's corner: PDF allows pages of 14 400 points. What lies beyond nobody sees, and its place has no precision left to compare.</summary>
internal static class Reach
{
    private const double Points = 100_000;

    public static bool Has(Box box) => Has(box.Left) && Has(box.Top) && Has(box.Right) && Has(box.Bottom);

    /// <summary>False also for what is no number.</summary>
    public static bool Has(double points) => Math.Abs(points) <= Points;
}
