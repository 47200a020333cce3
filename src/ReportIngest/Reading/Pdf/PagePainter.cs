using Pig = UglyToad.PdfPig;

namespace ReportIngest.Reading.Pdf;

/// <summary>Runs the operations of a page and keeps what they draw. Of clipping only the innermost path is kept, with each letter and with what is painted over letters.</summary>
internal sealed class PagePainter(
    PageMarks marks, TextFonts fonts, Pig.Tokenization.Scanner.IPdfTokenScanner scanner, Pig.Parser.IPageContentParser parser, Pig.Filters.ILookupFilterProvider filters,
    Pig.Content.CropBox cropBox, Pig.Geometry.UserSpaceUnit unit, Pig.Content.PageRotationDegrees rotation, in Pig.Core.TransformationMatrix initial, Pig.ParsingOptions options)
    : Pig.Graphics.BaseStreamProcessor<PageMarks>(marks.Number, fonts, scanner, parser, filters, cropBox, unit, rotation, in initial, options), Pig.Graphics.IOperationContext
{
    /// <summary>Forms drawn on one page, those within forms among them: no producer draws that many. A chain of forms that each draw the next one twice draws the last a million times.</summary>
    private const int MostForms = 10_000;

    /// <summary>The forms that are being drawn, each within the one before.</summary>
    private readonly List<Pig.Tokens.StreamToken> _forms = [];

    /// <summary>States saved within each other: the format allows 28.</summary>
    private const int MostStates = 10_000;

    private readonly int _mostPieces = ((PageOptions)options).Limits.PagePieces;

    private int _drawnForms, _pieces;
    private LetterRuns _runs;
    private Pig.Graphics.PdfPath? _path;
    private Pig.Core.PdfSubpath? _part;

    /// <summary>The path where nothing shows through what it fills.</summary>
    private Pig.Graphics.PdfPath? _cover;

    /// <summary>Of 1: through fainter paint one sees what lies below.</summary>
    private const double Opaque = 0.9;

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

    public override void BeginText()
    {
        base.BeginText();
        _runs.Begin();
    }

    /// <summary>PdfPig calls the operations of its interface: this takes the place of its own, which asks the font for every letter again.</summary>
    public new void ShowText(Pig.Core.IInputBytes bytes)
    {
        if (PlainFont is not { } font)
        {
            base.ShowText(bytes);
            return;
        }
        TextSequence++;
        Show(font, bytes);
    }

    public override void ShowPositionedText(IReadOnlyList<Pig.Tokens.IToken> tokens)
    {
        if (PlainFont is not { } font)
        {
            base.ShowPositionedText(tokens);
            return;
        }
        TextSequence++;
        var state = GetCurrentState().FontState;
        foreach (var token in tokens)
        {
            if (token is Pig.Tokens.NumericToken number)
                TextMatrices.TextMatrix = Pig.Core.TransformationMatrix.GetTranslationMatrix(-number.Data / 1000 * state.FontSize * (state.HorizontalScaling / 100), 0).Multiply(TextMatrices.TextMatrix);
            else
                Show(font, new Pig.Core.MemoryInputBytes(token is Pig.Tokens.HexToken shown ? shown.Memory : ((Pig.Tokens.StringToken)token).GetBytes()));
        }
    }

    /// <summary>The codes of the current font; null where it is one that PdfPig has its own way with.</summary>
    private FontCodes? PlainFont => GetCurrentState().FontState is { FromExtendedGraphicsState: false, FontName: { } name } ? fonts.Plain(name) : null;

    /// <summary>Computed as PdfPig does it, so that the last bit is the same.</summary>
    private void Show(FontCodes font, Pig.Core.IInputBytes bytes)
    {
        var state = GetCurrentState();
        var (text, page, at) = (state.FontState, state.CurrentTransformationMatrix, TextMatrices.TextMatrix);
        var (size, scale) = (text.FontSize, text.HorizontalScaling / 100);
        var rendering = Pig.Core.TransformationMatrix.FromValues(size * scale, 0, 0, size, 0, text.Rise);
        var points = Math.Round(page.Multiply(at).Transform(new Pig.Core.PdfRectangle(0, 0, 1, size)).Height, 2);
        var origin = rendering.Transform(new Pig.Core.PdfPoint(0, 0));
        while (bytes.MoveNext())
        {
            var code = font.Next(bytes, out var length);
            var shown = font.Of(code);
            Add(font.Font, code, shown, points, bytes.CurrentOffset, state, origin, in rendering, in at, in page);
            at = at.Translate(((shown.Width * size) + text.CharacterSpacing + (code == ' ' && length == 1 ? text.WordSpacing : 0)) * scale, 0);
        }
        TextMatrices.TextMatrix = at;
    }

    public override void RenderGlyph(
        Pig.PdfFonts.IFont font, Pig.Graphics.CurrentGraphicsState currentState, double fontSize, double pointSize, int code, string unicode, long currentOffset,
        in Pig.Core.TransformationMatrix renderingMatrix, in Pig.Core.TransformationMatrix textMatrix, in Pig.Core.TransformationMatrix transformationMatrix, Pig.PdfFonts.CharacterBoundingBox characterBoundingBox) =>
        Add(font, code, FontCode.Of(font, unicode, characterBoundingBox), pointSize, currentOffset, currentState, renderingMatrix.Transform(new Pig.Core.PdfPoint(0, 0)), in renderingMatrix, in textMatrix, in transformationMatrix);

    private void Add(
        Pig.PdfFonts.IFont font, int code, in FontCode shown, double points, long offset, Pig.Graphics.CurrentGraphicsState state,
        Pig.Core.PdfPoint origin, in Pig.Core.TransformationMatrix rendering, in Pig.Core.TransformationMatrix text, in Pig.Core.TransformationMatrix page)
    {
        if (shown.IsMark && IsMark(shown.Text, offset, out var both))
        {
            marks.Prints.Last = marks.Prints.Last with { Text = both };
            return;
        }
        var start = page.Transform(text.Transform(origin));
        var end = page.Transform(text.Transform(rendering.Transform(new Pig.Core.PdfPoint(shown.Width, 0))));
        var mode = Print.ModeIn(state);
        var print = new Print(
            shown.Text, start, end, points, _runs.Of(TextSequence, start, end, points), font, code, shown.Outline, null,
            mode, mode == Pig.Core.TextRenderingMode.Stroke ? state.CurrentStrokingColor : state.CurrentNonStrokingColor, state.CurrentClippingPath);
        marks.Prints.Add(print.IsStill ? print with { Turn = TurnOf(print, in rendering, in text, in page, (font is TextFont light ? light.Outlined : font).GetBoundingBox(code)) } : print);
    }

    /// <summary>A combining mark that the same operation shows after its letter becomes one character with it.</summary>
    private bool IsMark(string text, long offset, out string both)
    {
        both = "";
        return offset > 0 && marks.Prints.Count > 0 && _runs.Operation == TextSequence && Pig.Util.Diacritics.TryCombineDiacriticWithPreviousLetter(text, marks.Prints.Last.Text, out both!);
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

    /// <summary>Each keeps a copy of all there is to a state.</summary>
    public override void PushState()
    {
        if (StackSize > MostStates) throw UnreadableException.Endless();
        base.PushState();
    }

    private void CountPiece()
    {
        if (++_pieces > _mostPieces) throw PageFactory.TooManyPieces(marks.Number, _mostPieces);
    }

    public override void BeginSubpath()
    {
        CountPiece();
        _path ??= [];
        EndPart();
        _part = new Pig.Core.PdfSubpath();
    }

    public override Pig.Core.PdfPoint? CloseSubpath()
    {
        if (_part is null) return null;
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
        if (_part is null) return;
        CountPiece();
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
        CountPiece();
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
        {
            var state = GetCurrentState();
            _path.SetFillDetails(state);
            if (state is { AlphaConstantNonStroking: >= Opaque, BlendMode: Pig.Graphics.Core.BlendMode.Normal })
                _cover = _path;
        }
        EndPath();
    }

    public override void EndPath()
    {
        if (_path is null) return;
        EndPart();
        var matrix = CurrentTransformationMatrix;
        marks.Paths.Add(_path, Math.Sqrt(Math.Abs((matrix.A * matrix.D) - (matrix.B * matrix.C))));
        if (_path == _cover)
            marks.Covers.Add(_path, GetCurrentState().CurrentClippingPath, marks.Prints.Count, marks.Height);
        (_path, _cover) = (null, null);
    }

    public override void ModifyClippingIntersect(Pig.Core.FillingRule clippingRule)
    {
        if (_path is null)
            return;
        EndPart();
        _path.SetClipping(clippingRule);
        GetCurrentState().CurrentClippingPath = _path; // it lies within the one before
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
