using System.Collections.Immutable;
using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>The paths of a page → the thin bars they paint: stroked lines, filled thin rectangles.</summary>
internal sealed class PathBars(double height)
{
    private readonly ImmutableArray<Box>.Builder _bars = ImmutableArray.CreateBuilder<Box>();
    private readonly List<Pig.Graphics.PdfPath> _filled = [];
    private readonly Paint.Whites _fills = new(), _strokes = new();

    public ImmutableArray<Box> Bars => _bars.ToImmutable();

    /// <summary>The paths that are filled and not white.</summary>
    public IReadOnlyList<Pig.Graphics.PdfPath> Filled => _filled;

    /// <summary>How many paths there are, painted or not.</summary>
    public int Count { get; private set; }

    /// <param name="scale">What a length of the line's width is on the page: the matrix may be another than the page's, as Ghostscript's is (a tenth of a point).</param>
    public void Add(Pig.Graphics.PdfPath path, double scale)
    {
        Count++;
        var filled = path.IsFilled && !_fills.Contain(path.FillColor);
        var stroked = path.IsStroked && !_strokes.Contain(path.StrokeColor);
        if (filled)
            _filled.Add(path);
        if (!filled && !stroked)
            return;
        foreach (var part in path)
        {
            if (stroked)
                AddStrokes(part, path.LineWidth * scale);
            if (filled && Filling(part) is { } bar && Reach.Has(bar))
                _bars.Add(bar);
        }
    }

    /// <summary>The box of a shape of straight lines that is as thin as a rule.</summary>
    private Box? Filling(Pig.Core.PdfSubpath part)
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

    private void AddStrokes(Pig.Core.PdfSubpath part, double width)
    {
        Pig.Core.PdfPoint? begin = null, at = null;
        foreach (var command in part.Commands)
        {
            var to = command is Pig.Core.PdfSubpath.Close ? begin : End(command);
            if (command is Pig.Core.PdfSubpath.Move)
                begin = to;
            else if (at is { } a && to is { } b && Stroke(a, b, width) is { } bar && Reach.Has(bar))
                _bars.Add(bar);
            at = to;
        }
    }

    /// <summary>A stroked line as the bar it paints; null for a slanted one. Some programs paint a rule as a very short line of the rule's length in width.</summary>
    private Box? Stroke(Pig.Core.PdfPoint a, Pig.Core.PdfPoint b, double width)
    {
        var (dx, dy) = (Math.Abs(a.X - b.X), Math.Abs(a.Y - b.Y));
        var (left, right, top, bottom) = (Math.Min(a.X, b.X), Math.Max(a.X, b.X), height - Math.Max(a.Y, b.Y), height - Math.Min(a.Y, b.Y));
        if (dy <= 0.5 && dx > dy)
            return new Box(left, top - width / 2, right, bottom + width / 2);
        return dx <= 0.5 && dy > dx ? new Box(left - width / 2, top, right + width / 2, bottom) : null;
    }
}
