using System.Collections.Immutable;
using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>The paths of a page → the thin bars they paint: stroked lines, filled thin rectangles.</summary>
internal static class PathBars
{
    public static ImmutableArray<Box> Of(Pig.Content.Page page)
    {
        var bars = ImmutableArray.CreateBuilder<Box>();
        var colours = new Paint.Whites();
        foreach (var path in page.Paths)
        {
            var filled = path.IsFilled && !colours.Contain(path.FillColor);
            var stroked = path.IsStroked && !colours.Contain(path.StrokeColor);
            if (!filled && !stroked)
                continue;
            foreach (var part in path)
            {
                if (stroked)
                    AddStrokes(bars, part, path.LineWidth, page.Height);
                if (filled && Filled(part, page.Height) is { } bar)
                    bars.Add(bar);
            }
        }
        bars.RemoveAll(bar => !Reach.Has(bar));
        return bars.ToImmutable();
    }

    /// <summary>The box of a shape of straight lines that is as thin as a rule.</summary>
    private static Box? Filled(Pig.Core.PdfSubpath part, double height)
    {
        var (left, right, bottom, top) = (double.MaxValue, double.MinValue, double.MaxValue, double.MinValue);
        foreach (var command in part.Commands)
        {
            if (command is Pig.Core.PdfSubpath.Close)
                continue;
            if (End(command) is not { } at)
                return null;
            (left, right, bottom, top) = (Math.Min(left, at.X), Math.Max(right, at.X), Math.Min(bottom, at.Y), Math.Max(top, at.Y));
        }
        return right >= left && (right - left <= Rulings.Thickest || top - bottom <= Rulings.Thickest) ? new Box(left, height - top, right, height - bottom) : null;
    }

    private static Pig.Core.PdfPoint? End(Pig.Core.PdfSubpath.IPathCommand command) => command switch
    {
        Pig.Core.PdfSubpath.Move move => move.Location,
        Pig.Core.PdfSubpath.Line line => line.To,
        _ => null,
    };

    private static void AddStrokes(ImmutableArray<Box>.Builder bars, Pig.Core.PdfSubpath part, double width, double height)
    {
        Pig.Core.PdfPoint? begin = null, at = null;
        foreach (var command in part.Commands)
        {
            var to = command is Pig.Core.PdfSubpath.Close ? begin : End(command);
            if (command is Pig.Core.PdfSubpath.Move)
                begin = to;
            else if (at is { } a && to is { } b && Stroke(a, b, width, height) is { } bar)
                bars.Add(bar);
            at = to;
        }
    }

    /// <summary>A stroked line as the bar it paints; null for a slanted one. Some programs paint a rule as a very short line of the rule's length in width.</summary>
    private static Box? Stroke(Pig.Core.PdfPoint a, Pig.Core.PdfPoint b, double width, double height)
    {
        var (dx, dy) = (Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y));
        var (left, right, top, bottom) = (Math.Min(a.X, b.X), Math.Max(a.X, b.X), height - Math.Max(a.Y, b.Y), height - Math.Min(a.Y, b.Y));
        if (dy <= 0.5 && dx > dy)
            return new Box(left, top - width / 2, right, bottom + width / 2);
        return dx <= 0.5 && dy > dx ? new Box(left - width / 2, top, right + width / 2, bottom) : null;
    }
}
