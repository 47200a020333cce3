using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>Runs the operations of a page and keeps what they draw. Clipping is left out, as PdfPig does unless told otherwise.</summary>
internal sealed class PagePainter(
    PageMarks marks, Pig.Content.IResourceStore resources, Pig.Tokenization.Scanner.IPdfTokenScanner scanner, Pig.Parser.IPageContentParser parser, Pig.Filters.ILookupFilterProvider filters,
    Pig.Content.CropBox cropBox, Pig.Geometry.UserSpaceUnit unit, Pig.Content.PageRotationDegrees rotation, in Pig.Core.TransformationMatrix initial, Pig.ParsingOptions options)
    : Pig.Graphics.BaseStreamProcessor<PageMarks>(marks.Number, resources, scanner, parser, filters, cropBox, unit, rotation, in initial, options)
{
    /// <summary>Forms drawn on one page, those within forms among them: no producer draws that many. A chain of forms that each draw the next one twice draws the last a million times.</summary>
    private const int MostForms = 10_000;

    /// <summary>The forms that are being drawn, each within the one before.</summary>
    private readonly List<Pig.Tokens.StreamToken> _forms = [];

    private int _drawnForms;
    private Pig.Graphics.PdfPath? _path;
    private Pig.Core.PdfSubpath? _part;

    public override PageMarks Process(int pageNumberCurrent, IReadOnlyList<Pig.Graphics.Operations.IGraphicsStateOperation> operations)
    {
        CloneAllStates();
        ProcessOperations(operations);
        return marks;
    }

    /// <summary>A form without resources of its own may draw itself through those of its page, which PdfPig would follow until the stack is full: it is left out there. Longer circles are refused.</summary>
    protected override void ProcessFormXObject(Pig.Tokens.StreamToken formStream, Pig.Tokens.NameToken xObjectName)
    {
        if (_forms is [.., var outer] && ReferenceEquals(outer, formStream))
            return;
        if (_forms.Count == Circles.Deepest || ++_drawnForms > MostForms)
            throw UnreadableException.Endless();
        _forms.Add(formStream);
        base.ProcessFormXObject(formStream, xObjectName);
        _forms.RemoveAt(_forms.Count - 1);
    }

    public override void RenderGlyph(
        Pig.PdfFonts.IFont font, Pig.Graphics.CurrentGraphicsState currentState, double fontSize, double pointSize, int code, string unicode, long currentOffset,
        in Pig.Core.TransformationMatrix renderingMatrix, in Pig.Core.TransformationMatrix textMatrix, in Pig.Core.TransformationMatrix transformationMatrix, Pig.PdfFonts.CharacterBoundingBox characterBoundingBox)
    {
        if (IsMark(unicode, currentOffset, out var before, out var both))
        {
            marks.Prints[^1] = before with { Text = both };
            return;
        }
        var start = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new Pig.Core.PdfPoint(0, 0))));
        var end = transformationMatrix.Transform(textMatrix.Transform(renderingMatrix.Transform(new Pig.Core.PdfPoint(characterBoundingBox.Width, 0))));
        var mode = currentState.FontState.TextRenderingMode;
        var print = new Print(
            unicode, start, end, pointSize, TextSequence, font, code, font is TextFont ? null : Outlines.Of(characterBoundingBox.GlyphBounds), null,
            mode, mode == Pig.Core.TextRenderingMode.Stroke ? currentState.CurrentStrokingColor : currentState.CurrentNonStrokingColor);
        marks.Prints.Add(print.IsStill
            ? print with { Turn = TurnOf(print, in renderingMatrix, in textMatrix, in transformationMatrix, font is TextFont light ? light.Outlined.GetBoundingBox(code) : characterBoundingBox) }
            : print);
    }

    /// <summary>A combining mark that the same operation shows after its letter becomes one character with it.</summary>
    private bool IsMark(string text, long offset, out Print before, out string both)
    {
        (before, both) = (default, "");
        if (!Pig.Util.Diacritics.IsInCombiningDiacriticRange(text) || offset <= 0 || marks.Prints.Count == 0)
            return false;
        before = marks.Prints[^1];
        return before.Run == TextSequence && Pig.Util.Diacritics.TryCombineDiacriticWithPreviousLetter(text, before.Text, out both!);
    }

    /// <summary>PdfPig's word on how a letter without advance stands: as its outline does.</summary>
    private Pig.Content.TextOrientation TurnOf(
        in Print print, in Pig.Core.TransformationMatrix rendering, in Pig.Core.TransformationMatrix text, in Pig.Core.TransformationMatrix page, Pig.PdfFonts.CharacterBoundingBox box)
    {
        var bounds = Pig.Graphics.PerformantRectangleTransformer.Transform(in rendering, in text, in page, box.GlyphBounds);
        if (bounds is { Width: 0, Height: 0 })
            bounds = Pig.Graphics.PerformantRectangleTransformer.Transform(in rendering, in text, in page, new Pig.Core.PdfRectangle(0, 0, box.Width, UserSpaceUnit.PointMultiples));
        return new Pig.Content.Letter(print.Text, bounds, bounds, print.Start, print.End, 0, print.Size, print.Font, print.Mode, print.Colour!, print.Colour!, print.Size, print.Run).TextOrientation;
    }

    protected override void RenderXObjectImage(Pig.Graphics.XObjectContentRecord xObjectContentRecord) =>
        marks.Images.Add(xObjectContentRecord.AppliedTransformation.Transform(new Pig.Core.PdfRectangle(0, 0, 1, 1)));

    protected override void RenderInlineImage(Pig.Content.InlineImage inlineImage) => marks.Images.Add(inlineImage.BoundingBox);

    public override void BeginSubpath()
    {
        _path ??= [];
        EndPart();
        _part = new Pig.Core.PdfSubpath();
    }

    public override Pig.Core.PdfPoint? CloseSubpath()
    {
        if (_part is null)
            return null;
        var begin = ((Pig.Core.PdfSubpath.Move)_part.Commands[0]).Location;
        _part.CloseSubpath();
        EndPart();
        return begin;
    }

    private void EndPart()
    {
        if (_part is not null)
            _path!.Add(_part);
        _part = null;
    }

    public override void MoveTo(double x, double y)
    {
        BeginSubpath();
        CurrentPosition = CurrentTransformationMatrix.Transform(new Pig.Core.PdfPoint(x, y));
        _part!.MoveTo(CurrentPosition.X, CurrentPosition.Y);
    }

    public override void LineTo(double x, double y)
    {
        if (_part is null)
            return;
        CurrentPosition = CurrentTransformationMatrix.Transform(new Pig.Core.PdfPoint(x, y));
        _part.LineTo(CurrentPosition.X, CurrentPosition.Y);
    }

    public override void BezierCurveTo(double x2, double y2, double x3, double y3)
    {
        if (_part is not null)
            Curve(CurrentPosition, CurrentTransformationMatrix.Transform(new Pig.Core.PdfPoint(x2, y2)), new Pig.Core.PdfPoint(x3, y3));
    }

    public override void BezierCurveTo(double x1, double y1, double x2, double y2, double x3, double y3)
    {
        if (_part is not null)
            Curve(CurrentTransformationMatrix.Transform(new Pig.Core.PdfPoint(x1, y1)), CurrentTransformationMatrix.Transform(new Pig.Core.PdfPoint(x2, y2)), new Pig.Core.PdfPoint(x3, y3));
    }

    private void Curve(Pig.Core.PdfPoint first, Pig.Core.PdfPoint second, Pig.Core.PdfPoint end)
    {
        CurrentPosition = CurrentTransformationMatrix.Transform(end);
        _part!.BezierCurveTo(first.X, first.Y, second.X, second.Y, CurrentPosition.X, CurrentPosition.Y);
    }

    public override void Rectangle(double x, double y, double width, double height)
    {
        BeginSubpath();
        var (a, b) = (CurrentTransformationMatrix.Transform(new Pig.Core.PdfPoint(x, y)), CurrentTransformationMatrix.Transform(new Pig.Core.PdfPoint(x + width, y + height)));
        _part!.Rectangle(a.X, a.Y, b.X - a.X, b.Y - a.Y);
        EndPart();
    }

    public override void StrokePath(bool close) => Paint(close, path => path.SetStroked());

    public override void FillPath(Pig.Core.FillingRule fillingRule, bool close) => Paint(close, path => path.SetFilled(fillingRule));

    public override void FillStrokePath(Pig.Core.FillingRule fillingRule, bool close) => Paint(close, path =>
    {
        path.SetFilled(fillingRule);
        path.SetStroked();
    });

    private void Paint(bool close, Action<Pig.Graphics.PdfPath> how)
    {
        if (_path is null)
            return;
        how(_path);
        if (close)
            _part?.CloseSubpath();
        ClosePath();
    }

    public override void ClosePath()
    {
        if (_path is { IsClipping: false, IsStroked: true })
            _path.SetStrokeDetails(GetCurrentState());
        if (_path is { IsClipping: false, IsFilled: true })
            _path.SetFillDetails(GetCurrentState());
        EndPath();
    }

    public override void EndPath()
    {
        if (_path is null)
            return;
        EndPart();
        marks.Paths.Add(_path);
        _path = null;
    }

    public override void ModifyClippingIntersect(Pig.Core.FillingRule clippingRule)
    {
        if (_path is null)
            return;
        EndPart();
        _path.SetClipping(clippingRule);
    }

    protected override void ClipToRectangle(Pig.Core.PdfRectangle rectangle, Pig.Core.FillingRule clippingRule)
    {
        // Nothing is clipped.
    }

    public override void BeginMarkedContent(Pig.Tokens.NameToken name, Pig.Tokens.NameToken? propertyDictionaryName, Pig.Tokens.DictionaryToken? properties)
    {
        // What a mark says of the text is not asked.
    }

    public override void EndMarkedContent()
    {
        // As above.
    }

    public override void PaintShading(Pig.Tokens.NameToken shadingName)
    {
        // No rule is painted so.
    }
}
